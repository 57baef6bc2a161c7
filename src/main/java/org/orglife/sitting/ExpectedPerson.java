package org.orglife.sitting;

import org.jspecify.annotations.Nullable;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.PositionKind;

/**
 * A member as the list of a sitting takes him up.
 *
 * @param votes whether he has a vote on that day
 * @param seat on the committee; null for none
 * @param care old, ill or far away
 * @param leader a leader in his own branch
 * @param groupId his group; null for none
 * @param leave why he asked for leave, where it was accepted; null otherwise
 */
record ExpectedPerson(
        long memberId,
        String name,
        MemberKind kind,
        boolean votes,
        @Nullable PositionKind seat,
        boolean care,
        boolean leader,
        @Nullable Long groupId,
        @Nullable AbsenceReason leave) {}
