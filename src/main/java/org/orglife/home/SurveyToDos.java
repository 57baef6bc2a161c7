package org.orglife.home;

import java.util.List;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.survey.SurveyQuery;
import org.springframework.stereotype.Component;

/** Satisfaction surveys: items that wait for one, and those that are over. */
@Component
class SurveyToDos implements ToDoSource {

    private final SurveyQuery surveys;

    SurveyToDos(SurveyQuery surveys) {
        this.surveys = surveys;
    }

    @Override
    public void add(List<ToDo> all, Actor actor, BranchScope scope) {
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
