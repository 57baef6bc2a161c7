package org.orglife.opinion;

import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;

/**
 * Who may read and write opinions: the committee and its helpers read them and write them down; members read the digest
 * and what they have said themselves; superiors see counts.
 */
public final class OpinionAccess {

    private OpinionAccess() {}

    /** Whether opinions may be read one by one, written down and merged. */
    public static boolean works(BranchScope scope) {
        return scope.role().sitsOnCommittee() || scope.role() == Role.ASSISTANT;
    }

    /** Whether the digest may be read: by everybody in the branch. */
    public static boolean readsDigest(BranchScope scope) {
        return !scope.role().isSuperior() && !scope.role().isOfficer();
    }

    static void mustWork(BranchScope scope) {
        if (!works(scope)) {
            throw new RuleViolationException("opinion.committee-only");
        }
    }

    /** The secretary corrects what anybody has written down, everybody else his own. */
    public static boolean mayChange(Opinion opinion, BranchScope scope) {
        return works(scope)
                && (isSecretary(scope) || Long.valueOf(scope.accountId()).equals(opinion.getRecordedBy()));
    }

    private static boolean isSecretary(BranchScope scope) {
        return scope.role() == Role.SECRETARY || scope.role() == Role.DEPUTY;
    }
}
