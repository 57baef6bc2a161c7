package org.orglife.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something a review asks of the committee of the branch, or of a member.
 *
 * @param memberId whom it is about, where it is one alone
 * @param members how many it is about
 * @param since from which day on it waits; null where that is not known
 * @param dueOn by when it is to be done (domain 2.8); null for no day
 */
public record WaitingReview(
        Need need,
        long taskId,
        String campaign,
        @Nullable Long memberId,
        int members,
        @Nullable LocalDate since,
        @Nullable LocalDate dueOn) {

    /** What is to be done. */
    public enum Need {
        /** Say what becomes of those who are deferred by what the roster says. */
        LIST,
        /** Note who met to decide. */
        MEETING,
        /** Decide. */
        DECIDE,
        /** Tell those who were decided on. */
        TELL,
        /** Settle what a 基本合格 improves and when it is looked at again. */
        HELP,
        /** Look again whether somebody has improved. */
        RECHECK,
        /** The period of a 限期改正 ends. */
        REASSESS,
        /** Answer to the grade one was told oneself. */
        ANSWER;

        /** Whether it waits only once the ballot is counted in all its boxes. */
        boolean followsCount() {
            return this == MEETING || this == DECIDE || this == TELL;
        }
    }
}
