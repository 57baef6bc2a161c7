package org.orglife.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberService;
import org.orglife.organisation.Roster;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 会前准备: the branch's plan, who sees to which step, what the meeting is held without, and gate G1 (domain 2.5). */
@Service
@Transactional(readOnly = true)
public class Preparation {

    private static final String TYPE = "BranchTask";

    private final BranchTaskService tasks;
    private final BranchPlanRepository plans;
    private final StepPlanRepository steps;
    private final TaskEntryRepository history;
    private final Roster roster;
    private final MemberService members;
    private final AuditTrail audit;
    private final Clock clock;

    Preparation(
            BranchTaskService tasks,
            BranchPlanRepository plans,
            StepPlanRepository steps,
            TaskEntryRepository history,
            Roster roster,
            MemberService members,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.plans = plans;
        this.steps = steps;
        this.history = history;
        this.roster = roster;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who sees to a step, until when.
     *
     * @param ownerId a member of the branch; null for nobody yet
     * @param until null for the day counted back from the meeting
     */
    public record StepChoice(
            @Nullable Long ownerId, @Nullable LocalDate until) {}

    /** What the branch has settled for its meeting; empty before it has. */
    public Optional<BranchPlan> plan(long taskId, BranchScope scope) {
        return plan(tasks.get(taskId, scope), scope);
    }

    /**
     * What the branch settled for its last meeting, as a start for this one.
     *
     * @param steps who saw to which step, and the steps of its own
     */
    public record Earlier(BranchPlan plan, List<StepPlan> steps) {

        public Earlier {
            steps = List.copyOf(steps);
        }

        /** The titles of the branch's own steps. */
        public List<String> ownSteps() {
            return steps.stream()
                    .map(StepPlan::getTitle)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }
    }

    /** The branch's last plan in another campaign; empty if it never made one here. */
    public Optional<Earlier> earlier(BranchTask task, BranchScope scope) {
        Long branch = task.getBranch().getId();
        return task.getBranch().isWithin(scope)
                ? plans.others(branch, task.getId(), Limit.of(1)).stream()
                        .findFirst()
                        .map(plan -> new Earlier(plan, steps.of(plan.getId())))
                : Optional.empty();
    }

    /** The same of a task that has been read already. */
    public Optional<BranchPlan> plan(BranchTask task, BranchScope scope) {
        return task.getBranch().isWithin(scope) ? plans.findById(task.getId()) : Optional.empty();
    }

    /** The branch's own steps (自选动作), in the order in which they were written down. */
    public List<StepPlan> ownSteps(long taskId, BranchScope scope) {
        return ownSteps(tasks.get(taskId, scope), scope);
    }

    /** The same of a task that has been read already. */
    public List<StepPlan> ownSteps(BranchTask task, BranchScope scope) {
        return task.getBranch().isWithin(scope)
                ? steps.of(task.getId()).stream()
                        .filter(step -> step.getCode() == null)
                        .toList()
                : List.of();
    }

    /**
     * Settles day, place and people of the meeting, and who sees to which step.
     *
     * @param version of the plan that was read; null if there was none
     * @param choices the steps that are settled with it; the others stay as they are
     * @param repeatOwn whether the branch's own steps of its last plan are added too
     * @throws RuleViolationException {@code campaign.plan.past} for a meeting before today unless the campaign is entered
     *     afterwards, {@code campaign.plan.late} for one after the superior's last day without a reason, {@code
     *     campaign.plan.window} if a step that must be done would end on the day of the meeting or later, {@code
     *     campaign.plan.nobody} if somebody named is not in the branch, {@code campaign.plan.chair.not-committee} if
     *     somebody else than one of its committee is to chair, {@code campaign.task.not-preparing} once the meeting has
     *     been held
     * @throws StaleEditException if somebody settled it since it was read
     */
    @Transactional
    public void settle(
            long taskId,
            @Nullable Long version,
            PlanDetails details,
            Map<StepCode, StepChoice> choices,
            boolean repeatOwn,
            BranchScope scope) {
        requireSecretary(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        requireBeforeMeeting(task);
        check(task, details);
        BranchPlan plan = plans.findById(taskId).orElseGet(() -> new BranchPlan(task));
        if (!plan.isNew() && !Long.valueOf(plan.getVersion()).equals(version)) {
            throw new StaleEditException(plan.getVersion(), currentTexts(plan));
        }
        Set<Long> people = peopleOf(task, scope);
        if (people.contains(details.chairId()) && !chairs(task, scope).contains(details.chairId())) {
            throw new RuleViolationException("campaign.plan.chair.not-committee");
        }
        plan.settle(
                details, person(details.chairId(), people, scope), personOrNull(details.recorderId(), people, scope));
        plans.save(plan);
        Map<StepCode, PlannedStep> planned =
                task.getCampaign().getSteps().stream().collect(Collectors.toMap(PlannedStep::code, step -> step));
        choices.forEach((code, choice) -> {
            PlannedStep step = planned.get(code);
            if (step != null) {
                checkWindow(step, choice.until(), details.meetingOn());
                stepPlan(task, code).plan(personOrNull(choice.ownerId(), people, scope), choice.until());
            }
        });
        if (repeatOwn) {
            repeatOwnSteps(task, scope);
        }
        audit.record(CampaignAction.PLAN_SETTLED, TYPE, taskId, task.getBranch().getName());
    }

    private void repeatOwnSteps(BranchTask task, BranchScope scope) {
        Set<String> known =
                ownSteps(task, scope).stream().map(StepPlan::getTitle).collect(Collectors.toSet());
        earlier(task, scope).map(Earlier::ownSteps).orElse(List.of()).stream()
                .filter(title -> !known.contains(title))
                .forEach(title -> steps.save(StepPlan.own(task, title)));
    }

    private void check(BranchTask task, PlanDetails details) {
        LocalDate today = LocalDate.now(clock);
        if (details.meetingOn().isBefore(today) && !task.getCampaign().isBackfilled()) {
            throw new RuleViolationException("campaign.plan.past");
        }
        LocalDate last = task.getMeetingUntil();
        if (last != null && details.meetingOn().isAfter(last) && details.lateReason() == null) {
            throw new RuleViolationException("campaign.plan.late");
        }
    }

    /** No window of a MUST step may end after the day before the meeting (domain 2.4). */
    private static void checkWindow(PlannedStep step, @Nullable LocalDate until, LocalDate meetingOn) {
        if (until == null) {
            return;
        }
        if (step.from() != null && until.isBefore(step.from())) {
            throw new RuleViolationException("campaign.window-backwards");
        }
        boolean before = step.code().phase() == StepPhase.BEFORE;
        if (before && step.level() == StepLevel.MUST && !until.isBefore(meetingOn)) {
            throw new RuleViolationException("campaign.plan.window");
        }
    }

    private static List<CurrentText> currentTexts(BranchPlan plan) {
        return List.of(
                new CurrentText(
                        "meetingOn",
                        "campaign.plan.meetingOn",
                        plan.getMeetingOn().toString()),
                new CurrentText(
                        "startsAt", "campaign.plan.startsAt", plan.getStartsAt().toString()),
                new CurrentText("place", "campaign.plan.place", plan.getPlace()));
    }

    /** Who may chair: the committee of the branch; where no seat is filled, any of its members. */
    public Set<Long> chairs(BranchTask task, BranchScope scope) {
        Set<Long> seated = roster.committeeOf(task.getBranch().getId(), LocalDate.now(clock))
                .keySet();
        return seated.isEmpty() ? peopleOf(task, scope) : seated;
    }

    private Set<Long> peopleOf(BranchTask task, BranchScope scope) {
        return new HashSet<>(roster.membersOf(task.getBranch().getId(), LocalDate.now(clock), scope).stream()
                .map(Roster.Person::id)
                .toList());
    }

    private Member person(long id, Set<Long> people, BranchScope scope) {
        if (!people.contains(id)) {
            throw new RuleViolationException("campaign.plan.nobody");
        }
        return members.get(id, scope).member();
    }

    private @Nullable Member personOrNull(@Nullable Long id, Set<Long> people, BranchScope scope) {
        return id == null ? null : person(id, people, scope);
    }

    private StepPlan stepPlan(BranchTask task, StepCode code) {
        return steps.find(task.getId(), code).orElseGet(() -> steps.save(StepPlan.of(task, code)));
    }

    /** Adds a step of the branch's own. */
    @Transactional
    public void addOwn(long taskId, String title, StepChoice choice, BranchScope scope) {
        requireSecretary(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        requireBeforeMeeting(task);
        StepPlan own = StepPlan.own(task, title);
        own.plan(personOrNull(choice.ownerId(), peopleOf(task, scope), scope), choice.until());
        audit.record(
                CampaignAction.OWN_STEP_ADDED, TYPE, taskId, task.getBranch().getName());
        steps.save(own);
    }

    /** Takes a step of the branch's own off the list. */
    @Transactional
    public void dropOwn(long taskId, long stepId, BranchScope scope) {
        requireSecretary(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        steps.delete(own(taskId, stepId));
        audit.record(
                CampaignAction.OWN_STEP_DROPPED, TYPE, taskId, task.getBranch().getName());
    }

    private StepPlan own(long taskId, long stepId) {
        return steps.findOwn(stepId, taskId).orElseThrow(() -> new NotFoundException(StepPlan.class, stepId));
    }

    /**
     * Notes that a step of the branch's own is done, or not after all.
     *
     * @param on null for not done
     */
    @Transactional
    public void noteOwn(long taskId, long stepId, @Nullable LocalDate on, BranchScope scope) {
        requireWork(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        note(own(taskId, stepId), on);
        audit.record(noted(on), TYPE, taskId, task.getBranch().getName());
    }

    /**
     * Notes that a step of which the system keeps no records was done, or not after all.
     *
     * @param on null for not done
     * @throws RuleViolationException {@code campaign.step.counted} if the system counts by itself what has been done
     */
    @Transactional
    public void note(long taskId, StepCode code, @Nullable LocalDate on, BranchScope scope) {
        requireWork(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        if (!row(task, code, scope).isByHand()) {
            throw new RuleViolationException("campaign.step.counted");
        }
        note(stepPlan(task, code), on);
        audit.record(noted(on), TYPE, taskId, task.getBranch().getName(), List.of(code.labelKey()));
    }

    private static CampaignAction noted(@Nullable LocalDate on) {
        return on == null ? CampaignAction.STEP_UNNOTED : CampaignAction.STEP_NOTED;
    }

    private void note(StepPlan step, @Nullable LocalDate on) {
        if (on == null) {
            step.undone();
        } else {
            step.done(on, LocalDate.now(clock));
        }
    }

    /** A step of a task as the workspace shows it. */
    public StepRow row(BranchTask task, StepCode code, BranchScope scope) {
        return tasks.steps(task, scope).stream()
                .filter(row -> row.code() == code)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(StepDefinition.class, task.getId()));
    }

    /**
     * The meeting is held without this step; the superior reads the reason.
     *
     * @throws RuleViolationException {@code campaign.step.not-needed} if nothing is missing there
     */
    @Transactional
    public void waive(long taskId, StepCode code, String reason, Actor actor, BranchScope scope) {
        requireSecretary(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        if (!row(task, code, scope).isMissing()) {
            throw new RuleViolationException("campaign.step.not-needed");
        }
        stepPlan(task, code).waive(reason, actor.displayName(), LocalDate.now(clock));
        audit.record(CampaignAction.STEP_WAIVED, TYPE, taskId, task.getBranch().getName());
    }

    /** It is to be done after all. */
    @Transactional
    public void takeUpAgain(long taskId, StepCode code, BranchScope scope) {
        requireSecretary(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        steps.find(taskId, code).ifPresent(StepPlan::takeUpAgain);
        audit.record(
                CampaignAction.STEP_TAKEN_UP, TYPE, taskId, task.getBranch().getName());
    }

    /**
     * Gate G1: the branch is ready to meet.
     *
     * @throws RuleViolationException {@code campaign.gate.missing} while a step that must be done is neither done nor
     *     waived, {@code campaign.task.not-preparing} if preparation is over
     */
    @Transactional
    public void confirmReady(long taskId, Actor actor, BranchScope scope) {
        requireSecretary(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        long missing = tasks.steps(task, scope).stream()
                .filter(row -> row.isMissing() && row.isMust())
                .count();
        if (missing > 0) {
            throw new RuleViolationException("campaign.gate.missing", missing);
        }
        BranchTaskState before = task.getState();
        task.ready();
        history.save(new TaskEntry(task, before, TaskEntry.Kind.MOVED, clock.instant(), actor.displayName()));
        audit.record(CampaignAction.TASK_READY, TYPE, taskId, task.getBranch().getName());
    }

    /** Something has to be done after all: the branch is preparing again. */
    @Transactional
    public void reopen(long taskId, Actor actor, BranchScope scope) {
        requireSecretary(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        BranchTaskState before = task.getState();
        task.backToPreparation();
        history.save(new TaskEntry(task, before, TaskEntry.Kind.MOVED, clock.instant(), actor.displayName()));
        audit.record(
                CampaignAction.TASK_REOPENED, TYPE, taskId, task.getBranch().getName());
    }

    private static void requireBeforeMeeting(BranchTask task) {
        if (!task.getState().isPreparation() && task.getState() != BranchTaskState.READY) {
            throw new RuleViolationException(
                    "campaign.task.not-preparing", task.getBranch().getName());
        }
    }

    private static void requireSecretary(BranchScope scope) {
        if (!scope.role().leadsBranch()) {
            throw new RuleViolationException("campaign.secretary-only");
        }
    }

    private static void requireWork(BranchScope scope) {
        if (!scope.role().worksForBranch()) {
            throw new RuleViolationException("campaign.committee-only");
        }
    }
}
