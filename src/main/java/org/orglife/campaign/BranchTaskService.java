package org.orglife.campaign;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.OrgUnit;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A branch's own instance of a campaign: its state, its steps, its numbers. */
@Service
@Transactional(readOnly = true)
public class BranchTaskService {

    private final BranchTaskRepository tasks;
    private final List<StepCheck> checks;
    private final TaskEntryRepository history;
    private final BranchPlanRepository plans;
    private final StepPlanRepository stepPlans;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BranchTaskService(
            BranchTaskRepository tasks,
            List<StepCheck> checks,
            TaskEntryRepository history,
            BranchPlanRepository plans,
            StepPlanRepository stepPlans,
            EntityManager entities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.tasks = tasks;
        this.checks = checks;
        this.history = history;
        this.plans = plans;
        this.stepPlans = stepPlans;
        this.entities = entities;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A task with its campaign and branch.
     *
     * @throws NotFoundException if there is none, or its branch lies outside the scope
     */
    public BranchTask get(long id, BranchScope scope) {
        return tasks.findById(id)
                .filter(task -> isWithin(task, scope))
                .map(BranchTaskService::loaded)
                .orElseThrow(() -> new NotFoundException(BranchTask.class, id));
    }

    /**
     * The same without what the campaign lists, its steps and aspects: for pages that are asked for every few seconds.
     *
     * @throws NotFoundException as {@link #get}
     */
    public BranchTask glance(long id, BranchScope scope) {
        return tasks.glance(id)
                .filter(task -> isWithin(task, scope))
                .orElseThrow(() -> new NotFoundException(BranchTask.class, id));
    }

    /** The same with the steps of the campaign, and without its aspects. */
    BranchTask withSteps(long id, BranchScope scope) {
        return tasks.findById(id)
                .filter(task -> isWithin(task, scope))
                .orElseThrow(() -> new NotFoundException(BranchTask.class, id));
    }

    private static boolean isWithin(BranchTask task, BranchScope scope) {
        return task.getBranch().isWithin(scope) && scope.reachesTask(task.getId());
    }

    private static BranchTask loaded(BranchTask task) {
        task.getCampaign().getAspects(AspectSubject.BRANCH);
        task.getCampaign().getSteps();
        return task;
    }

    /** The tasks of a branch, the newest campaign first. */
    public List<BranchTask> ofBranch(long branchId, BranchScope scope) {
        return tasks.ofBranch(branchId).stream()
                .filter(task -> isWithin(task, scope))
                .toList();
    }

    /**
     * The task that a branch is at: of a running campaign, rather one that is prepared here than one entered afterwards;
     * otherwise its latest.
     *
     * @param branchId null for whoever acts for no branch
     */
    public Optional<BranchTask> current(@Nullable Long branchId, BranchScope scope) {
        List<BranchTask> own = branchId == null ? List.of() : ofBranch(branchId, scope);
        return own.stream()
                .filter(task -> task.getCampaign().getState().isRunning())
                .max(Comparator.comparing(task -> !task.getCampaign().isBackfilled()))
                .or(() -> own.stream().findFirst());
    }

    /**
     * Where an entry of the menu leads that is about the current task.
     *
     * @param page of a task, such as {@code /study}; empty for its workspace
     * @return its address; that of the workspace, which says what to do, where the branch has no task
     */
    public String currentAddress(@Nullable Long branchId, BranchScope scope, String page) {
        return current(branchId, scope)
                .map(task -> "/tasks/" + task.getId() + page)
                .orElse("/workspace");
    }

    /** The task of a branch in a campaign. */
    public Optional<BranchTask> find(long campaignId, long branchId, BranchScope scope) {
        return tasks.find(campaignId, branchId).filter(task -> isWithin(task, scope));
    }

    /** The history of a task, newest first. */
    public List<TaskEntry> history(long id, BranchScope scope) {
        return history.of(get(id, scope).getId());
    }

    /** The tasks that some branches have in a campaign. */
    public List<BranchTask> findAll(long campaignId, Collection<Long> branchIds, BranchScope scope) {
        return tasks.findAll(campaignId, branchIds).stream()
                .filter(task -> isWithin(task, scope))
                .toList();
    }

    /** Every step of a task with what it has come to by the records, in the order of the catalogue. */
    public List<StepRow> steps(BranchTask task, BranchScope scope) {
        return steps(
                task,
                counted(task, scope),
                stepPlans.of(task.getId()),
                plans.findById(task.getId()).orElse(null));
    }

    List<StepRow> steps(
            BranchTask task,
            Map<StepCode, StepProgress> progress,
            List<StepPlan> plansOfSteps,
            @Nullable BranchPlan plan) {
        Map<StepCode, String> pages = new EnumMap<>(StepCode.class);
        for (StepCheck check : checks) {
            check.steps().forEach(step -> check.page(step, task).ifPresent(page -> pages.put(step, page)));
        }
        Map<StepCode, StepPlan> settled = new EnumMap<>(StepCode.class);
        plansOfSteps.forEach(step -> {
            if (step.getCode() != null) {
                settled.put(step.getCode(), step);
            }
        });
        LocalDate meetingOn = plan == null ? null : plan.getMeetingOn();
        int noticeDays = task.getCampaign().getPolicy().noticeDays();
        return task.getCampaign().getSteps().stream()
                .map(step -> row(
                        step.withMeeting(meetingOn, noticeDays),
                        progress.get(step.code()),
                        pages.get(step.code()),
                        settled.get(step.code())))
                .toList();
    }

    /** Address of the page on which a step of a task is taken; empty if there is none. */
    public Optional<String> page(StepCode step, BranchTask task) {
        return checks.stream()
                .filter(check -> check.steps().contains(step))
                .findFirst()
                .flatMap(check -> check.page(step, task));
    }

    private StepRow row(
            PlannedStep step, @Nullable StepProgress progress, @Nullable String page, @Nullable StepPlan plan) {
        LocalDate until = plan != null && plan.getUntilOn() != null ? plan.getUntilOn() : step.until();
        boolean raised = step.level() == StepLevel.MAY && progress != null && progress.must();
        return new StepRow(
                step.code(),
                raised ? StepLevel.MUST : step.level(),
                step.from(),
                until,
                state(step, progress, plan),
                progress,
                page,
                plan);
    }

    private StepState state(PlannedStep step, @Nullable StepProgress progress, @Nullable StepPlan plan) {
        return StepState.of(
                step.level(),
                progress == null ? StepState.NOT_STARTED : progress.state(),
                plan != null && plan.getDoneOn() != null,
                plan != null && plan.isWaived(),
                step.from() != null && step.from().isAfter(LocalDate.now(clock)));
    }

    /** What the records say of each step that they say something of. */
    public Map<StepCode, StepProgress> counted(long id, BranchScope scope) {
        return counted(get(id, scope), scope);
    }

    Map<StepCode, StepProgress> counted(BranchTask task, BranchScope scope) {
        Map<StepCode, StepProgress> progress = new EnumMap<>(StepCode.class);
        checks.forEach(check -> progress.putAll(check.progress(task, scope)));
        return progress;
    }

    /**
     * Takes hold of a task to change something in it: numbers come in turn, the figures are counted anew at the end of
     * the transaction, and the first work begins the preparation.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public BranchTask workOn(long id, BranchScope scope) {
        BranchTask task = settle(id, scope);
        task.touched(clock.instant());
        if (task.getCampaign().getState() == CampaignState.ISSUED) {
            tasks.beginCampaign(task.getCampaign().getId());
        }
        return task;
    }

    /** Takes hold of a task, also of a finished one, to move it: its figures are counted anew, nothing else happens. */
    BranchTask settle(long id, BranchScope scope) {
        BranchTask task = withSteps(id, scope);
        hold(task);
        events.publishEvent(new TaskChanged(id));
        return task;
    }

    /**
     * Waits for whoever works on it and reads it anew: it may have been loaded before the other one was done. What this
     * transaction has changed in it already, such as the last number it gave, is written first.
     */
    private void hold(BranchTask task) {
        entities.flush();
        entities.refresh(task, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The task into which a ledger from elsewhere is entered; made if the branch has none in the campaign. */
    @Transactional(propagation = Propagation.MANDATORY)
    public BranchTask backfill(Campaign campaign, OrgUnit branch, String actor) {
        Optional<BranchTask> known = tasks.find(campaign.getId(), branch.getId());
        BranchTaskState before = known.map(BranchTask::getState).orElse(null);
        known.ifPresent(this::hold);
        BranchTask task = known.orElseGet(
                () -> tasks.save(new BranchTask(campaign, branch, BranchTaskState.CREATED, clock.instant())));
        if (known.isEmpty()) {
            // what a branch is asked now depends on what is known of the cycle before
            tasks.ofBranch(branch.getId()).stream()
                    .filter(other -> other.getState().isOpen())
                    .forEach(other -> events.publishEvent(new TaskChanged(other.getId())));
        }
        task.backfilled(clock.instant());
        if (before != task.getState()) {
            history.save(new TaskEntry(task, before, TaskEntry.Kind.IMPORTED, clock.instant(), actor));
        }
        events.publishEvent(new TaskChanged(task.getId()));
        return task;
    }

    /** Puts a task back into the state it had before a ledger was entered into it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void undoBackfill(long id, BranchTaskState before) {
        tasks.findById(id).ifPresent(task -> {
            hold(task);
            task.restore(before);
            events.publishEvent(new TaskChanged(id));
        });
    }
}
