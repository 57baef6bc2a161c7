package org.orglife.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.PositionService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 支部工作台: reads what it shows in one go, with as many statements for a large branch as for a small one. */
@Service
@Transactional(readOnly = true)
public class Workspaces {

    private final BranchTaskService tasks;
    private final CountedSteps counted;
    private final BranchPlanRepository plans;
    private final StepPlanRepository stepPlans;
    private final SupplementRepository supplements;
    private final TaskEntryRepository history;
    private final PositionService positions;
    private final Clock clock;

    Workspaces(
            BranchTaskService tasks,
            CountedSteps counted,
            BranchPlanRepository plans,
            StepPlanRepository stepPlans,
            SupplementRepository supplements,
            TaskEntryRepository history,
            PositionService positions,
            Clock clock) {
        this.tasks = tasks;
        this.counted = counted;
        this.plans = plans;
        this.stepPlans = stepPlans;
        this.supplements = supplements;
        this.history = history;
        this.positions = positions;
        this.clock = clock;
    }

    /**
     * The whole workspace.
     *
     * @throws NotFoundException if there is no such task, or its branch lies outside the scope
     */
    public Workspace of(long taskId, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        List<StepPlan> settled = stepPlans.of(taskId);
        BranchPlan plan = plans.findById(taskId).orElse(null);
        long branch = task.getBranch().getId();
        return new Workspace(
                task,
                steps(task, settled, plan, scope),
                plan,
                settled.stream().filter(step -> step.getCode() == null).toList(),
                tasks.ofBranch(branch, scope),
                supplements.of(task.getCampaign().getId()),
                positions.heldIn(branch, LocalDate.now(clock), scope),
                history.of(taskId));
    }

    /** The plan of a task and its steps alone, as they were last counted. */
    public Preparing preparing(long taskId, BranchScope scope) {
        BranchTask task = tasks.withSteps(taskId, scope);
        BranchPlan plan = plans.findById(taskId).orElse(null);
        return new Preparing(task, plan, steps(task, stepPlans.of(taskId), plan, scope));
    }

    /**
     * How far a branch has come.
     *
     * @param plan null while nothing is settled
     */
    public record Preparing(BranchTask task, @Nullable BranchPlan plan, List<StepRow> steps) {

        public Preparing {
            steps = List.copyOf(steps);
        }
    }

    /** Where nothing has been done yet nothing has been counted: then the records are asked. */
    private List<StepRow> steps(BranchTask task, List<StepPlan> settled, @Nullable BranchPlan plan, BranchScope scope) {
        Map<StepCode, StepProgress> progress = counted.of(task.getId());
        return tasks.steps(task, progress.isEmpty() ? tasks.counted(task, scope) : progress, settled, plan);
    }
}
