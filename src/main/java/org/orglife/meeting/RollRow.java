package org.orglife.meeting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.Standing;

/**
 * A member as the expected list knows him: enrolled today, or on the list that was confirmed last.
 *
 * @param group name of his group; null for none
 * @param enrolled whether he belongs to the branch today
 * @param exclusionId of the record that leaves him out; null for who is not left out, as all that tells of it
 * @param listedVotes whether he had a vote when the list was confirmed last; null for who was not on it
 */
public record RollRow(
        long id,
        String name,
        @Nullable String group,
        MemberKind kind,
        Standing standing,
        boolean care,
        boolean mobile,
        boolean enrolled,
        @Nullable Long exclusionId,
        @Nullable ExclusionReason reason,
        @Nullable String consentNumber,
        @Nullable LocalDate consentOn,
        @Nullable LocalDate decidedOn,
        @Nullable Boolean listedVotes) {

    /** Whether meetings count with him at all: everybody but those out of contact or suspended (domain 1.3). */
    public boolean isCounted() {
        return enrolled && (standing == Standing.NORMAL || standing == Standing.ON_PROBATION_PENALTY);
    }

    public boolean isExcluded() {
        return exclusionId != null;
    }

    /** Whether he is expected: counted with, and not left out (BR-05). */
    public boolean isExpected() {
        return isCounted() && !isExcluded();
    }

    /** 表决权: a full member, neither under 留党察看 nor suspended. */
    public boolean votes() {
        return kind.votesIn(standing);
    }

    /** Whether he was on the list that was confirmed last. */
    public boolean isListed() {
        return listedVotes != null;
    }
}
