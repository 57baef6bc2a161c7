package org.orglife.home;

import java.util.List;
import org.orglife.opinion.OpinionQuery;
import org.orglife.opinion.WaitingOpinions;
import org.orglife.outline.OutlineQuery;
import org.orglife.rectification.FindingQuery;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.talk.TalkQuery;
import org.springframework.stereotype.Component;

/** What is done before a meeting: talks, opinions, own lists and texts. */
@Component
class PreparationToDos implements ToDoSource {

    private final TalkQuery talks;
    private final OpinionQuery opinions;
    private final FindingQuery finding;
    private final OutlineQuery outlines;

    PreparationToDos(TalkQuery talks, OpinionQuery opinions, FindingQuery finding, OutlineQuery outlines) {
        this.talks = talks;
        this.opinions = opinions;
        this.finding = finding;
        this.outlines = outlines;
    }

    @Override
    public void add(List<ToDo> all, Actor actor, BranchScope scope) {
        finding.missing(scope).forEach(missing -> all.add(list(missing)));
        addTalks(all, scope);
        opinions.waiting(scope).forEach(task -> all.add(digest(task)));
        outlines.waiting(scope).forEach(waiting -> all.add(text(waiting)));
    }

    private static ToDo list(FindingQuery.MissingList missing) {
        ToDoKind kind = missing.drafts() == 0 ? ToDoKind.WRITE_LIST : ToDoKind.HAND_IN_LIST;
        return new ToDo(
                kind,
                missing.until(),
                List.of(missing.campaign(), String.valueOf(missing.drafts())),
                "/tasks/" + missing.taskId() + "/my-problems");
    }

    private void addTalks(List<ToDo> all, BranchScope scope) {
        int toConfirm = talks.toConfirm(scope);
        if (toConfirm > 0) {
            all.add(new ToDo(ToDoKind.CONFIRM_TALKS, null, List.of(String.valueOf(toConfirm)), "/my-talks"));
        }
        if (scope.role() == Role.SECRETARY || scope.role() == Role.DEPUTY) {
            talks.missing(scope)
                    .forEach(missing -> all.add(new ToDo(
                            ToDoKind.TALKS,
                            missing.until(),
                            List.of(String.valueOf(missing.missing()), missing.campaign()),
                            "/tasks/" + missing.taskId() + "/talks")));
        }
    }

    private static ToDo digest(WaitingOpinions task) {
        return new ToDo(
                ToDoKind.DIGEST,
                null,
                List.of(String.valueOf(task.toMerge()), String.valueOf(task.toDecide()), task.campaign()),
                "/tasks/" + task.taskId() + (task.toMerge() > 0 ? "/opinions?waiting=true" : "/opinions/digest"));
    }

    private static ToDo text(OutlineQuery.Waiting waiting) {
        String task = "/tasks/" + waiting.taskId() + "/texts";
        return waiting.isOwn()
                ? new ToDo(
                        waiting.remark() ? ToDoKind.MEND_TEXT : ToDoKind.WRITE_TEXT,
                        waiting.until(),
                        List.of(waiting.campaign()),
                        task + "/mine")
                : new ToDo(
                        ToDoKind.REVIEW_TEXTS,
                        null,
                        List.of(String.valueOf(waiting.texts()), waiting.campaign()),
                        task);
    }
}
