package org.orglife.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the rules on the size of a unit remind of; reminders only, nothing is refused (BR-10 to BR-17). */
public final class BranchSizes {

    private static final int SMALLEST_BRANCH = 3;
    private static final int LARGEST_BRANCH = 50;
    private static final int SMALLEST_WITH_COMMITTEE = 7;
    private static final int SMALLEST_COMMITTEE = 3;
    private static final int LARGEST_COMMITTEE = 7;

    /** Where there is no committee: a secretary, and a deputy if need be. */
    private static final int MOST_WITHOUT_COMMITTEE = 2;

    private static final int GROUPS_FROM = 20;
    private static final int SMALLEST_GENERAL_BRANCH = 50;
    private static final int SMALLEST_COMMITTEE_UNIT = 100;

    /** Years between elections: villages and communities, all others. */
    private static final int LONG_TERM = 5;

    private static final int TERM = 3;

    /** Months of work after which a task is no longer temporary. */
    private static final int TEMPORARY = 6;

    private static final Set<String> LONG_TERM_CATEGORIES = Set.of("社区", "村", "农村", "村社区");

    private BranchSizes() {}

    /**
     * What a branch is like.
     *
     * @param full full members
     * @param members all members
     * @param committee persons on the branch committee
     * @param groups open groups
     */
    public record Branch(
            BranchKind kind,
            int full,
            int members,
            int committee,
            int groups,
            @Nullable String category,
            @Nullable LocalDate foundedOn,
            @Nullable LocalDate electedOn) {

        /** The day on which the present committee's term ends; null if nobody knows when it was elected. */
        public @Nullable LocalDate termEnds() {
            return BranchSizes.termEnds(category, electedOn);
        }
    }

    /** The day on which a committee's term ends (BR-15): five years in villages and communities, otherwise three. */
    public static @Nullable LocalDate termEnds(@Nullable String category, @Nullable LocalDate electedOn) {
        boolean longTerm = category != null && LONG_TERM_CATEGORIES.contains(category);
        return electedOn == null ? null : electedOn.plusYears(longTerm ? LONG_TERM : TERM);
    }

    /** Message codes of the reminders, each named after its rule: {@code organisation.size.BR-10} and so on. */
    public static List<String> reminders(Branch branch, LocalDate today) {
        List<String> reminders = new ArrayList<>();
        if (branch.full() < SMALLEST_BRANCH && branch.kind() != BranchKind.JOINT) {
            reminders.add("organisation.size.BR-10");
        }
        if (branch.members() > LARGEST_BRANCH) {
            reminders.add("organisation.size.BR-11");
        }
        boolean needsCommittee = branch.full() >= SMALLEST_WITH_COMMITTEE;
        if (needsCommittee && (branch.committee() < SMALLEST_COMMITTEE || branch.committee() > LARGEST_COMMITTEE)) {
            reminders.add("organisation.size.BR-12");
        }
        if (!needsCommittee && branch.committee() > MOST_WITHOUT_COMMITTEE) {
            reminders.add("organisation.size.BR-13");
        }
        LocalDate termEnds = branch.termEnds();
        if (termEnds != null && termEnds.isBefore(today)) {
            reminders.add("organisation.size.BR-15");
        }
        if (branch.members() > GROUPS_FROM && branch.groups() == 0) {
            reminders.add("organisation.size.BR-16");
        }
        if (branch.kind() == BranchKind.TEMPORARY
                && branch.full() >= SMALLEST_BRANCH
                && branch.foundedOn() != null
                && branch.foundedOn().plusMonths(TEMPORARY).isBefore(today)) {
            reminders.add("organisation.size.BR-17");
        }
        return reminders;
    }

    /** The same for a unit above branches: whether it has the members that such a unit is set up for (BR-14). */
    public static List<String> reminders(UnitKind kind, long members) {
        if (kind == UnitKind.GENERAL_BRANCH && members < SMALLEST_GENERAL_BRANCH) {
            return List.of("organisation.size.BR-14.few");
        }
        if (kind == UnitKind.GENERAL_BRANCH && members >= SMALLEST_COMMITTEE_UNIT) {
            return List.of("organisation.size.BR-14.many");
        }
        return List.of();
    }
}
