package org.orglife.home;

import java.util.List;
import org.orglife.lookback.WaitingLookBack;
import org.orglife.lookback.WaitingLookBacks;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** 回头看: rounds to be drawn, held and ended. */
@Component
class LookBackToDos implements ToDoSource {

    private final WaitingLookBacks lookBacks;

    LookBackToDos(WaitingLookBacks lookBacks) {
        this.lookBacks = lookBacks;
    }

    @Override
    public void add(List<ToDo> all, Actor actor, BranchScope scope) {
        lookBacks.of(actor.unitId(), scope).forEach(waiting -> all.add(toDo(waiting)));
    }

    private static ToDo toDo(WaitingLookBack waiting) {
        List<Object> names = List.of(
                waiting.branch(),
                waiting.campaign(),
                String.valueOf(waiting.number()),
                String.valueOf(waiting.items()));
        String round = "/look-backs/" + waiting.id();
        return switch (waiting.need()) {
            case INSPECT -> new ToDo(ToDoKind.LOOK_BACK, waiting.dueOn(), names, round);
            case FINISH -> new ToDo(ToDoKind.FINISH_LOOK_BACK, null, names, round);
            case DRAW ->
                new ToDo(ToDoKind.DRAW_LOOK_BACK, waiting.dueOn(), names, "/tasks/" + waiting.id() + "/look-backs/new");
        };
    }
}
