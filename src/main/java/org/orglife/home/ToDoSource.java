package org.orglife.home;

import java.util.List;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;

/** One field of work, which knows what of it waits for somebody. */
interface ToDoSource {

    /** Adds what waits for the caller, in any order between kinds. */
    void add(List<ToDo> all, Actor actor, BranchScope scope);
}
