package org.orglife.rectification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberRecord;
import org.orglife.organisation.MemberService;
import org.orglife.problem.Problem;
import org.orglife.problem.ProblemAccess;
import org.orglife.problem.ProblemService;
import org.orglife.problem.ProblemText;
import org.orglife.rectification.ItemEntry.Kind;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 建账: problems are owned up to, and measures are set against them. */
@Service
@Transactional
public class ItemPlanning {

    private static final String TYPE = "RectificationItem";

    private final Items items;
    private final RectificationItemRepository repository;
    private final ProblemService problems;
    private final BranchTaskService tasks;
    private final MemberService members;
    private final ClearAspects clearAspects;
    private final ItemHistory history;
    private final AuditTrail audit;

    ItemPlanning(
            Items items,
            RectificationItemRepository repository,
            ProblemService problems,
            BranchTaskService tasks,
            MemberService members,
            ClearAspects clearAspects,
            ItemHistory history,
            AuditTrail audit) {
        this.clearAspects = clearAspects;
        this.items = items;
        this.repository = repository;
        this.problems = problems;
        this.tasks = tasks;
        this.members = members;
        this.history = history;
        this.audit = audit;
    }

    /** Puts a problem down, owns up to it and plans its measures. */
    public RectificationItem raise(RaiseProblem command, Actor actor, BranchScope scope) {
        BranchTask task = tasks.workOn(command.taskId(), scope);
        Problem problem = command.forBranch()
                ? problems.raiseForBranch(task, command.text(), scope)
                : problems.raiseForMyself(task, command.text(), scope);
        clearAspects.found(task.getId(), command.text().aspectId());
        RectificationItem item = repository.save(new RectificationItem(problem));
        history.note(item, Kind.CLAIMED, null, null, actor);
        for (MeasurePlan plan : command.measures()) {
            expectStage(item.plan(task.nextMeasureNumber(), owner(plan, item, scope), plan));
        }
        if (!command.measures().isEmpty()) {
            history.note(item, Kind.PLANNED, ItemState.CLAIMED, null, actor);
        }
        return item;
    }

    /** Adds a measure. */
    public void addMeasure(long itemId, MeasurePlan plan, Actor actor, BranchScope scope) {
        RectificationItem item = plannable(itemId, scope);
        BranchTask task = tasks.workOn(item.getTaskId(), scope);
        ItemState before = item.getState();
        Measure measure = item.plan(task.nextMeasureNumber(), owner(plan, item, scope), plan);
        expectStage(measure);
        history.note(
                item,
                before == ItemState.CLAIMED ? Kind.PLANNED : Kind.MEASURE_ADDED,
                before,
                measure.getText(),
                actor);
        audit.record(RectificationAction.ITEM_PLANNED, TYPE, itemId, null, List.of("measure"));
    }

    /**
     * Plans a measure anew; a changed date keeps the old one in the history. Once work has begun a date moves to a later
     * one by an extension only, except where the ledger is entered afterwards.
     *
     * @throws StaleEditException if somebody saved it since the form was opened
     * @throws RuleViolationException {@code rectification.extension.ask} with the present date, for a later one
     */
    public void changeMeasure(
            long itemId, long measureId, long version, MeasurePlan plan, Actor actor, BranchScope scope) {
        RectificationItem item = plannable(itemId, scope);
        Measure measure = item.measure(measureId);
        if (measure.getVersion() != version) {
            throw new StaleEditException(
                    measure.getVersion(),
                    List.of(
                            new CurrentText("text", "rectification.measure.text", measure.getText()),
                            new CurrentText("target", "rectification.measure.target", orEmpty(measure.getTarget())),
                            new CurrentText("dueOn", "rectification.measure.dueOn", orEmpty(measure.getDueOn()))));
        }
        requireDateKept(item, measure, plan);
        tasks.workOn(item.getTaskId(), scope);
        String before = measure.getDueOn() == null || measure.getDueOn().equals(plan.dueOn())
                ? null
                : measure.getDueOn().toString();
        measure.plan(owner(plan, item, scope), plan);
        if (measure.getNextStageOn() == null) {
            expectStage(measure);
        }
        history.noteMeasure(measure, Kind.MEASURE_EDITED, item.getState(), before, today(), actor);
        audit.record(RectificationAction.ITEM_PLANNED, TYPE, itemId, null, List.of("measure"));
    }

    private static void requireDateKept(RectificationItem item, Measure measure, MeasurePlan plan) {
        LocalDate due = measure.getDueOn();
        if (due != null
                && (plan.dueOn() == null || plan.dueOn().isAfter(due))
                && item.getState().isBegun()
                && !item.getProblem().getTask().getCampaign().isBackfilled()) {
            throw new RuleViolationException("rectification.extension.ask", due);
        }
    }

    private void expectStage(Measure measure) {
        measure.expectStage(today().plusDays(measure.getItem().getReviewInterval()));
    }

    /** Drops a measure nobody has worked on. */
    public void dropMeasure(long itemId, long measureId, Actor actor, BranchScope scope) {
        RectificationItem item = plannable(itemId, scope);
        tasks.workOn(item.getTaskId(), scope);
        Measure measure = item.measure(measureId);
        ItemState before = item.getState();
        item.drop(measure);
        history.noteMeasure(measure, Kind.MEASURE_REMOVED, before, measure.getText(), today(), actor);
        audit.record(RectificationAction.ITEM_PLANNED, TYPE, itemId, null, List.of("measure"));
    }

    /** Writes the problem of an item anew. */
    public void changeProblem(long itemId, long version, ProblemText text, Actor actor, BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        if (!ProblemAccess.mayWrite(item.getProblem(), scope)) {
            throw new RuleViolationException("problem.not-yours");
        }
        if (!items.rights(item, scope).editProblem()) {
            throw new RuleViolationException("rectification.problem.locked");
        }
        tasks.workOn(item.getTaskId(), scope);
        String before = item.getProblem().getText();
        problems.change(itemId, version, text, scope);
        clearAspects.found(item.getTaskId(), text.aspectId());
        history.note(item, Kind.PROBLEM_EDITED, item.getState(), before.equals(text.text()) ? null : before, actor);
    }

    private RectificationItem plannable(long itemId, BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        item.requirePlannable();
        if (!items.rights(item, scope).plan()) {
            throw new RuleViolationException("rectification.not-yours");
        }
        return item;
    }

    /** An owner is a member of the branch; for a personal item somebody else may help, but he too must be of the branch. */
    private Member owner(MeasurePlan plan, RectificationItem item, BranchScope scope) {
        MemberRecord found = members.get(plan.ownerId(), scope);
        if (!found.latest().isOpen() || !found.latest().getBranch().getId().equals(item.getBranchId())) {
            throw new RuleViolationException(
                    "rectification.measure.owner-elsewhere", found.member().getName());
        }
        return found.member();
    }

    private LocalDate today() {
        return history.today();
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
