package org.orglife.home;

import java.util.List;
import org.orglife.records.CorrectionQuery;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** Requests to put a record right: to be answered, and one's own answered ones. */
@Component
class RecordToDos implements ToDoSource {

    private final CorrectionQuery corrections;

    RecordToDos(CorrectionQuery corrections) {
        this.corrections = corrections;
    }

    @Override
    public void add(List<ToDo> all, Actor actor, BranchScope scope) {
        CorrectionQuery.Waiting waiting = corrections.waiting(scope);
        if (waiting.toAnswer() > 0) {
            all.add(new ToDo(
                    ToDoKind.ANSWER_CORRECTION, null, List.of(String.valueOf(waiting.toAnswer())), "/corrections"));
        }
        if (waiting.answered() > 0) {
            all.add(new ToDo(
                    ToDoKind.READ_CORRECTION,
                    null,
                    List.of(String.valueOf(waiting.answered())),
                    "/me/records#corrections"));
        }
    }
}
