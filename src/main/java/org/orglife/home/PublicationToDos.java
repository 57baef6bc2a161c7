package org.orglife.home;

import java.util.List;
import org.orglife.publication.PublicationQuery;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** What a branch shows: publications and pledges. */
@Component
class PublicationToDos implements ToDoSource {

    private final PublicationQuery publications;

    PublicationToDos(PublicationQuery publications) {
        this.publications = publications;
    }

    @Override
    public void add(List<ToDo> all, Actor actor, BranchScope scope) {
        publications.waiting(scope).forEach(waiting -> all.add(publication(waiting)));
    }

    private static ToDo publication(PublicationQuery.Waiting waiting) {
        ToDoKind kind = switch (waiting.need()) {
            case CHECK -> ToDoKind.CHECK_PUBLICATION;
            case MEND -> ToDoKind.MEND_PUBLICATION;
            case APPROVE -> ToDoKind.APPROVE_PUBLICATION;
            case PUBLISH -> ToDoKind.PUBLISH;
            case END -> ToDoKind.END_PUBLICATION;
            case PLEDGES -> ToDoKind.REVIEW_PLEDGES;
        };
        if (kind == ToDoKind.REVIEW_PLEDGES) {
            return new ToDo(
                    kind,
                    null,
                    List.of(String.valueOf(waiting.pledges()), waiting.title()),
                    "/tasks/" + waiting.id() + "/pledges");
        }
        return new ToDo(
                kind,
                waiting.need() == PublicationQuery.Need.END ? waiting.until() : null,
                List.of(waiting.title()),
                "/publications/" + waiting.id());
    }
}
