package org.orglife.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules on the size of a branch remind of; reminders only, nothing is refused (domain 3.2). */
public final class BranchSizes {

    private static final int SMALLEST_BRANCH = 3;
    private static final int LARGEST_BRANCH = 50;
    private static final int SMALLEST_WITH_COMMITTEE = 7;
    private static final int SMALLEST_COMMITTEE = 3;
    private static final int LARGEST_COMMITTEE = 7;
    private static final int GROUPS_FROM = 20;

    /** Years between elections: villages and communities, all others. */
    private static final int LONG_TERM = 5;

    private static final int TERM = 3;

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
            @Nullable LocalDate electedOn) {}

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
        if (!needsCommittee && branch.committee() > 2) {
            reminders.add("organisation.size.BR-13");
        }
        if (branch.electedOn() != null
                && branch.electedOn().plusYears(term(branch)).isBefore(today)) {
            reminders.add("organisation.size.BR-15");
        }
        if (branch.members() > GROUPS_FROM && branch.groups() == 0) {
            reminders.add("organisation.size.BR-16");
        }
        return reminders;
    }

    private static int term(Branch branch) {
        return "社区".equals(branch.category()) || "村".equals(branch.category()) || "农村".equals(branch.category())
                ? LONG_TERM
                : TERM;
    }
}
