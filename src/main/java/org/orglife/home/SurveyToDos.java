package org.orglife.home;

import java.util.List;
import org.orglife.shared.BranchScope;
import org.orglife.survey.SurveyQuery;
import org.springframework.stereotype.Component;

/** Satisfaction surveys: items that wait for one, and those that are over. Asked only where an item waits at all. */
@Component
class SurveyToDos {

    private final SurveyQuery surveys;

    SurveyToDos(SurveyQuery surveys) {
        this.surveys = surveys;
    }

    void add(List<ToDo> all, BranchScope scope) {
        surveys.waiting(scope).forEach(waiting -> all.add(survey(waiting)));
    }

    private static ToDo survey(SurveyQuery.Waiting waiting) {
        return waiting.survey() == null
                ? new ToDo(
                        ToDoKind.SURVEY,
                        null,
                        List.of(String.valueOf(waiting.items()), waiting.campaign()),
                        "/tasks/" + waiting.taskId() + "/surveys")
                : new ToDo(
                        ToDoKind.CLOSE_SURVEY,
                        waiting.closesOn(),
                        List.of(waiting.campaign()),
                        "/surveys/" + waiting.survey());
    }
}
