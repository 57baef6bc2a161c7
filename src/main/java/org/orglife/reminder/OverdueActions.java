package org.orglife.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.rectification.Items;
import org.orglife.rectification.Measure;
import org.orglife.rectification.RectificationItem;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 督办: what was done about items that are late. */
@Service
@Transactional
public class OverdueActions {

    private static final String TYPE = "RectificationItem";

    private final OverdueActionRepository actions;
    private final Items items;
    private final ReminderProperties properties;
    private final AuditTrail audit;
    private final Clock clock;

    OverdueActions(
            OverdueActionRepository actions,
            Items items,
            ReminderProperties properties,
            AuditTrail audit,
            Clock clock) {
        this.actions = actions;
        this.items = items;
        this.properties = properties;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes what was done.
     *
     * @param heldOn the day it was done on, not after today
     * @param text what it led to; null or at most 300 characters
     * @throws RuleViolationException {@code reminder.not-yours} if this role does not note such a thing,
     *     {@code reminder.too-early} if no measure of the item is late enough for it, {@code reminder.in-future}
     * @throws NotFoundException if the item is none the caller may read
     */
    public void note(
            long itemId,
            OverdueActionKind kind,
            LocalDate heldOn,
            @Nullable String text,
            Actor actor,
            BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        LocalDate today = LocalDate.now(clock);
        if (!OverdueActionKind.of(scope.role()).contains(kind)) {
            throw new RuleViolationException("reminder.not-yours");
        }
        if (heldOn.isAfter(today)) {
            throw new RuleViolationException("reminder.in-future");
        }
        LocalDate dueBy = properties.dueBy(kind.from(), today);
        boolean late = !item.getState().isFinal()
                && item.getMeasures().stream()
                        .filter(measure -> !measure.isDone())
                        .map(Measure::getDueOn)
                        .filter(Objects::nonNull)
                        .anyMatch(due -> !due.isAfter(dueBy));
        if (!late) {
            throw new RuleViolationException("reminder.too-early", properties.daysOf(kind.from()));
        }
        actions.save(new OverdueAction(
                itemId, item.getBranchId(), kind, heldOn, text, actor.displayName(), clock.instant()));
        audit.record(ReminderAction.OVERDUE_ACTED_ON, TYPE, itemId, null);
    }

    /** An item and what was done about it so far, in order of time. */
    public record View(RectificationItem item, List<OverdueAction> actions) {}

    /**
     * What was done about one item.
     *
     * @throws NotFoundException if the item is none the caller may read
     */
    @Transactional(readOnly = true)
    public View view(long itemId, BranchScope scope) {
        return new View(items.get(itemId, scope), actions.of(List.of(itemId)));
    }

    /** What was done about items that the caller was shown, by item, in order of time. */
    Map<Long, List<OverdueAction>> of(List<Long> readItemIds) {
        return readItemIds.isEmpty()
                ? Map.of()
                : actions.of(readItemIds).stream().collect(Collectors.groupingBy(OverdueAction::getItemId));
    }
}
