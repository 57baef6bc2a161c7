package org.orglife.rectification;

import org.orglife.organisation.PositionKind;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;

/**
 * Who decides that a measure gets a later date (domain 2.10): in the branch whoever leads it, by so many days and once;
 * beyond that its superior. Nobody decides on a measure of his own. A personal item stays in the branch, because a
 * superior reads none: whoever may close it decides, however long.
 *
 * @param closing who may close the item
 * @param owner the member who answers for the measure
 * @param beyond whether it is more than the branch may give, or was extended before
 */
record ExtensionRule(ClosingRule closing, long owner, boolean beyond) {

    boolean allows(BranchScope scope) {
        if (scope.isOwn(owner)) {
            return false;
        }
        if (closing.subject().isPersonal()) {
            return closing.allows(scope);
        }
        return isForSuperior()
                ? scope.role() == Role.PARTY_OFFICE
                : scope.role().leadsBranch();
    }

    /** The branch may not, or nobody who leads it is free to. */
    boolean isForSuperior() {
        return beyond
                || closing.committee().entrySet().stream()
                        .noneMatch(seat -> seat.getKey() != owner && leads(seat.getValue()));
    }

    private static boolean leads(PositionKind seat) {
        return seat == PositionKind.SECRETARY || seat == PositionKind.DEPUTY_SECRETARY;
    }
}
