package org.orglife.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 我的待办: gathers from the features what waits for whoever is signed in. */
@Service
@Transactional(readOnly = true)
public class ToDos {

    private static final Comparator<ToDo> EARLIEST_FIRST = Comparator.comparing(
                    ToDo::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(ToDo::kind);

    private final List<ToDoSource> sources;

    ToDos(List<ToDoSource> sources) {
        this.sources = sources;
    }

    /** What waits, the earliest date first; what has no date comes last, in the order of {@link ToDoKind}. */
    public List<ToDo> of(Actor actor, BranchScope scope) {
        List<ToDo> all = new ArrayList<>();
        sources.forEach(source -> source.add(all, actor, scope));
        all.sort(EARLIEST_FIRST);
        return all;
    }
}
