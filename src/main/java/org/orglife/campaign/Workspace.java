package org.orglife.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Position;

/**
 * Everything the workspace of a branch shows of one task.
 *
 * @param steps in the order of the catalogue
 * @param plan null while nothing is settled
 * @param ownSteps the branch's own steps
 * @param others all tasks of the branch, this one included, newest first
 * @param supplements what the superior added, newest first
 * @param seats who sits where today
 * @param history newest first
 */
public record Workspace(
        BranchTask task,
        List<StepRow> steps,
        @Nullable BranchPlan plan,
        List<StepPlan> ownSteps,
        List<BranchTask> others,
        List<Supplement> supplements,
        List<Position> seats,
        List<TaskEntry> history) {

    public Workspace {
        steps = List.copyOf(steps);
        ownSteps = List.copyOf(ownSteps);
        others = List.copyOf(others);
        supplements = List.copyOf(supplements);
        seats = List.copyOf(seats);
        history = List.copyOf(history);
    }
}
