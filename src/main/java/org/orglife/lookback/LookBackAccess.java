package org.orglife.lookback;

import org.orglife.problem.ProblemAccess;
import org.orglife.rectification.ItemLookBack;
import org.orglife.rectification.RectificationItem;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;

/** Who draws, notes and reads what (domain 7.2). */
public final class LookBackAccess {

    private LookBackAccess() {}

    /** Whether the caller draws rounds: the secretary and his deputy for their branch, an office for those below it. */
    public static boolean draws(BranchScope scope) {
        return scope.role().leadsBranch() || scope.role() == Role.PARTY_OFFICE;
    }

    /** Whether the caller ends this round or calls it off. */
    static boolean keeps(LookBackRound round, BranchScope scope) {
        return round.isByOffice()
                ? scope.role() == Role.PARTY_OFFICE
                : scope.role().leadsBranch();
    }

    /** Whether the caller notes results in this round: who keeps it, and in a branch those named to look. */
    static boolean records(LookBackRound round, BranchScope scope) {
        return keeps(round, scope)
                || (!round.isByOffice() && !scope.role().isSuperior() && round.isInspectedBy(scope.memberId()));
    }

    /** Whether the text of an item may be read. */
    static boolean reads(RectificationItem item, BranchScope scope) {
        return ProblemAccess.mayRead(item.getProblem(), scope) || isInvolved(item, scope);
    }

    /** Whether the caller answers for the item, and therefore does not look at it. */
    static boolean isInvolved(RectificationItem item, BranchScope scope) {
        return scope.memberId() != null && ItemLookBack.involves(item, scope.memberId());
    }

    /** Whether the caller is told how many personal items there are: the committee and those above, who see no more. */
    static boolean countsPersonal(BranchScope scope) {
        return scope.role().sitsOnCommittee() || scope.role().isSuperior();
    }
}
