package org.orglife.rectification;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTaskService;
import org.orglife.rectification.ItemEntry.Kind;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 延期: owners ask for a later date in time, and somebody else decides. */
@Service
@Transactional
public class Extensions {

    private static final String TYPE = "RectificationItem";

    private final Items items;
    private final BranchTaskService tasks;
    private final ItemHistory history;
    private final AuditTrail audit;

    Extensions(Items items, BranchTaskService tasks, ItemHistory history, AuditTrail audit) {
        this.items = items;
        this.tasks = tasks;
        this.history = history;
        this.audit = audit;
    }

    /**
     * 申请延期, on the last day at the latest. Whoever may report on the measure may ask.
     *
     * @param reason 1 to 500 characters
     * @throws RuleViolationException {@code rectification.not-workable}, {@code rectification.not-owner}, and as
     *     {@link Measure#askExtension}
     */
    public void ask(long itemId, long measureId, LocalDate until, String reason, Actor actor, BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        Measure measure = items.reportable(item, measureId, scope);
        tasks.workOn(item.getTaskId(), scope);
        measure.askExtension(new ExtensionRequest(until, reason, history.today(), actor.displayName()));
        note(Kind.EXTENSION_ASKED, measure, until + " " + reason, actor);
        record(RectificationAction.EXTENSION_ASKED, measure);
    }

    /** The owner takes his request back. */
    public void drop(long itemId, long measureId, Actor actor, BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        Measure measure = items.reportable(item, measureId, scope);
        tasks.workOn(item.getTaskId(), scope);
        measure.dropExtensionRequest();
        note(Kind.EXTENSION_DROPPED, measure, null, actor);
    }

    /**
     * 同意延期; the date it had first is kept.
     *
     * @throws RuleViolationException {@code rectification.extension.none} if nothing is asked for,
     *     {@code rectification.extension.past} if the date asked for has gone by, {@code rectification.extension.own},
     *     {@code .superior} with the days a branch may give, or {@code .not-decider} if it is not his to decide
     */
    public void grant(long itemId, long measureId, Actor actor, BranchScope scope) {
        Measure measure = decidable(itemId, measureId, scope);
        tasks.workOn(measure.getTaskId(), scope);
        LocalDate before = measure.getDueOn();
        measure.extend(history.today());
        note(Kind.EXTENSION_GRANTED, measure, before + " → " + measure.getDueOn(), actor);
        record(RectificationAction.EXTENSION_GRANTED, measure);
    }

    /**
     * 不同意延期: the date stays.
     *
     * @param reason 1 to 500 characters
     * @throws RuleViolationException as {@link #grant}
     */
    public void refuse(long itemId, long measureId, String reason, Actor actor, BranchScope scope) {
        Measure measure = decidable(itemId, measureId, scope);
        tasks.workOn(measure.getTaskId(), scope);
        measure.dropExtensionRequest();
        note(Kind.EXTENSION_REFUSED, measure, reason, actor);
        record(RectificationAction.EXTENSION_REFUSED, measure);
    }

    private Measure decidable(long itemId, long measureId, BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        Measure measure = item.measure(measureId);
        measure.requireExtensionRequest();
        ExtensionRule rule = items.extensionRule(measure, items.closingRule(item));
        if (!rule.allows(scope)) {
            throw refusal(rule, measure, scope);
        }
        return measure;
    }

    private static RuleViolationException refusal(ExtensionRule rule, Measure measure, BranchScope scope) {
        if (scope.isOwn(measure.getOwner().getId())) {
            return new RuleViolationException("rectification.extension.own");
        }
        return rule.isForSuperior() && !rule.closing().subject().isPersonal()
                ? new RuleViolationException("rectification.extension.superior", mostDays(measure))
                : new RuleViolationException("rectification.extension.not-decider");
    }

    /** Whether a request is more than the branch may give: too long, or not the first. */
    static boolean isBeyond(Measure measure) {
        ExtensionRequest request = measure.getExtensionRequest();
        LocalDate due = measure.getDueOn();
        return measure.getExtensions() > 0
                || (request != null
                        && due != null
                        && ChronoUnit.DAYS.between(due, request.until()) > mostDays(measure));
    }

    private static int mostDays(Measure measure) {
        return measure.getItem()
                .getProblem()
                .getTask()
                .getCampaign()
                .getPolicy()
                .maxFirstExtension();
    }

    private void note(Kind kind, Measure measure, @Nullable String text, Actor actor) {
        history.noteMeasure(measure, kind, measure.getItem().getState(), text, history.today(), actor);
    }

    private void record(RectificationAction action, Measure measure) {
        audit.record(action, TYPE, measure.getItem().getId(), null, List.of("measure " + measure.getNumber()));
    }
}
