package org.orglife.talk;

import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;

/**
 * Who may see and record talks (domain 7.2), for single records; lists say the same in SQL. That two have talked is
 * known to the two, to the secretary and to whoever works in his place; other members of the committee know of their
 * own talks, superiors count. What was said is for those who took part, whatever seat anybody holds.
 */
public final class TalkAccess {

    private TalkAccess() {}

    /** Whether every talk of the branch is seen: by the secretary, the deputy and who helps out on a vacant seat. */
    public static boolean seesAll(BranchScope scope) {
        return scope.role() == Role.SECRETARY || scope.role() == Role.DEPUTY || scope.role() == Role.ASSISTANT;
    }

    /** Whether the caller took part. */
    static boolean isParty(Talk talk, BranchScope scope) {
        return talk.of(scope.memberId()).isPresent();
    }

    /** Whether the caller may know of it; a leader may lie outside the scope of his own role with it. */
    static boolean maySee(Talk talk, BranchScope scope) {
        return isParty(talk, scope)
                || (seesAll(scope) && talk.getTask().getBranch().isWithin(scope));
    }

    /** Whether the record may be corrected or withdrawn: by who recorded it, and by who sees all. */
    static boolean mayChange(Talk talk, BranchScope scope) {
        boolean recorder = talk.getRecordedBy() != null && talk.getRecordedBy() == scope.accountId();
        return talk.getTask().getBranch().isWithin(scope) && ((recorder && isParty(talk, scope)) || seesAll(scope));
    }
}
