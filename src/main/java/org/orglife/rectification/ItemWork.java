package org.orglife.rectification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.attachment.CheckedFile;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTaskService;
import org.orglife.rectification.ItemEntry.Kind;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What owners do: report, finish measures, hand the item in. */
@Service
@Transactional
public class ItemWork {

    private static final String TYPE = "RectificationItem";

    private final Items items;
    private final BranchTaskService tasks;
    private final ItemHistory history;
    private final Evidences evidences;
    private final AuditTrail audit;

    ItemWork(Items items, BranchTaskService tasks, ItemHistory history, Evidences evidences, AuditTrail audit) {
        this.evidences = evidences;
        this.items = items;
        this.tasks = tasks;
        this.history = history;
        this.audit = audit;
    }

    /** Reports on a measure without any file. */
    public void report(
            long itemId,
            long measureId,
            @Nullable String words,
            boolean done,
            LocalDate on,
            Actor actor,
            BranchScope scope) {
        report(itemId, measureId, words, done, on, List.of(), actor, scope);
    }

    /**
     * Reports on a measure.
     *
     * @param done whether it is done with this; of a long-term one: whether this is a result of the stage
     * @param on the day it is about
     * @param files that show it
     * @throws RuleViolationException {@code rectification.in-future} if the day has not come yet,
     *     {@code rectification.progress-missing} if it is neither done nor anything is said about it,
     *     {@code rectification.stage-missing} if a long-term one has a result and nobody says which
     */
    public void report(
            long itemId,
            long measureId,
            @Nullable String words,
            boolean done,
            LocalDate on,
            List<CheckedFile> files,
            Actor actor,
            BranchScope scope) {
        if (on.isAfter(history.today())) {
            throw new RuleViolationException("rectification.in-future");
        }
        RectificationItem item = items.get(itemId, scope);
        Measure measure = items.reportable(item, measureId, scope);
        tasks.workOn(item.getTaskId(), scope);
        ItemState before = item.getState();
        boolean stage = done && measure.getTrack() == Track.LONG_TERM;
        if (stage && words == null) {
            throw new RuleViolationException("rectification.stage-missing");
        }
        if (done) {
            item.complete(measure, on, words);
            measure.expectStage(on.plusDays(item.getReviewInterval()));
        } else if (words == null) {
            throw new RuleViolationException("rectification.progress-missing");
        } else {
            item.report(measure, words, on);
        }
        evidences.attach(history.noteMeasure(measure, kind(done, stage), before, words, on, actor), files, actor);
        audit.record(RectificationAction.ITEM_WORKED_ON, TYPE, itemId, null, List.of("measure " + measure.getNumber()));
    }

    private static Kind kind(boolean done, boolean stage) {
        if (stage) {
            return Kind.STAGE;
        }
        return done ? Kind.MEASURE_DONE : Kind.PROGRESS;
    }

    /** A measure that was reported as done turns out not to be. */
    public void reopenMeasure(long itemId, long measureId, Actor actor, BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        Measure measure = items.reportable(item, measureId, scope);
        if (!measure.isDone()) {
            throw new RuleViolationException("rectification.measure.not-done");
        }
        tasks.workOn(item.getTaskId(), scope);
        ItemState before = item.getState();
        item.reopen(measure);
        history.noteMeasure(measure, Kind.MEASURE_REOPENED, before, null, history.today(), actor);
        audit.record(RectificationAction.ITEM_WORKED_ON, TYPE, itemId, null, List.of("measure " + measure.getNumber()));
    }

    /** 交账 without any file. */
    public void handIn(long itemId, String result, @Nullable String evidence, Actor actor, BranchScope scope) {
        handIn(itemId, result, evidence, List.of(), actor, scope);
    }

    /**
     * 交账: hands the item in, once all its measures are done.
     *
     * @param evidence what shows the result, in words
     * @param files that show it
     */
    public void handIn(
            long itemId,
            String result,
            @Nullable String evidence,
            List<CheckedFile> files,
            Actor actor,
            BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        requireHandIn(item, scope);
        tasks.workOn(item.getTaskId(), scope);
        ItemState before = item.getState();
        item.handIn(history.today(), result, evidence);
        evidences.attach(history.note(item, Kind.SUBMITTED, before, result, actor), files, actor);
        audit.record(RectificationAction.ITEM_SUBMITTED, TYPE, itemId, null);
    }

    void requireHandIn(RectificationItem item, BranchScope scope) {
        if (!item.getState().isPlannable()) {
            throw new RuleViolationException("rectification.wrong-state");
        }
        if (!items.mayHandIn(item, scope)) {
            throw new RuleViolationException("rectification.not-yours");
        }
        item.requireAllDone();
    }

    /** Takes a hand-in back before anybody has judged it. */
    public void takeBack(long itemId, Actor actor, BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        if (item.getState() != ItemState.SUBMITTED) {
            throw new RuleViolationException("rectification.wrong-state");
        }
        if (!items.rights(item, scope).takeBack()) {
            throw new RuleViolationException("rectification.not-yours");
        }
        tasks.workOn(item.getTaskId(), scope);
        item.takeBack();
        history.note(item, Kind.TAKEN_BACK, ItemState.SUBMITTED, null, actor);
        audit.record(RectificationAction.ITEM_WORKED_ON, TYPE, itemId, null);
    }
}
