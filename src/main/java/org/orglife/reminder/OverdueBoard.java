package org.orglife.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.rectification.OverdueMeasure;
import org.orglife.rectification.OverdueQuery;
import org.orglife.rectification.OverdueQuery.PersonalLate;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 超期督办 as a page shows it: to a branch from the day a measure is near, to superiors from the day it is theirs. */
@Service
@Transactional(readOnly = true)
public class OverdueBoard {

    /** Branches of which a superior is told how many personal measures are late; more are only a sum. */
    private static final int BRANCHES = 200;

    private final OverdueQuery query;
    private final OverdueActions actions;
    private final ReminderProperties properties;
    private final Clock clock;

    OverdueBoard(OverdueQuery query, OverdueActions actions, ReminderProperties properties, Clock clock) {
        this.query = query;
        this.actions = actions;
        this.properties = properties;
        this.clock = clock;
    }

    /** A late measure, how far it has come with it, and what was done about its item. */
    public record Row(OverdueMeasure measure, long daysLate, ReminderStep step, List<OverdueAction> actions) {

        /** Whether it may now be noted that this was done about it. */
        public boolean allows(OverdueActionKind kind) {
            return step.compareTo(kind.from()) >= 0;
        }
    }

    /**
     * A page of it.
     *
     * @param measures in all, not only on this page
     */
    public record View(long measures, List<Row> rows, List<PersonalLate> personal) {}

    /** The steps at which somebody of this role sees a measure. */
    public static List<ReminderStep> steps(Role role) {
        return role.worksForBranch()
                ? List.of(ReminderStep.values())
                : List.of(ReminderStep.SUPERIOR, ReminderStep.ACTION);
    }

    /**
     * Measures of the scope that have come to a step or beyond it.
     *
     * @param from only those that have come so far; null for all the role sees
     */
    public View of(@Nullable ReminderStep from, int limit, long offset, BranchScope scope) {
        LocalDate today = LocalDate.now(clock);
        ReminderStep first = steps(scope.role()).get(0);
        ReminderStep chosen = from == null || from.compareTo(first) < 0 ? first : from;
        LocalDate until = properties.dueBy(chosen, today);
        long measures = query.count(scope, LocalDate.EPOCH, until);
        List<OverdueMeasure> found = query.measures(scope, LocalDate.EPOCH, until, limit, offset);
        Map<Long, List<OverdueAction>> done =
                actions.of(found.stream().map(OverdueMeasure::itemId).distinct().toList());
        List<Row> rows = found.stream()
                .map(one -> new Row(
                        one,
                        one.daysLate(today),
                        properties.stepOf(one.dueOn(), today),
                        done.getOrDefault(one.itemId(), List.of())))
                .toList();
        List<PersonalLate> personal =
                scope.role().worksForBranch() ? List.of() : query.personal(scope, until, BRANCHES);
        return new View(measures, rows, personal);
    }

    /** The measures of the scope that are late, the longest first, at most so many. */
    public List<OverdueMeasure> late(BranchScope scope, int most) {
        LocalDate until = properties.dueBy(ReminderStep.OVERDUE, LocalDate.now(clock));
        return query.measures(scope, LocalDate.EPOCH, until, most, 0);
    }

    /** How many measures of branches have come to the superior; 0 for a branch. */
    public long atSuperior(BranchScope scope) {
        return scope.role() == Role.PARTY_OFFICE
                ? query.count(scope, LocalDate.EPOCH, properties.dueBy(ReminderStep.SUPERIOR, LocalDate.now(clock)))
                : 0;
    }
}
