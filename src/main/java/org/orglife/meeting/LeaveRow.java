package org.orglife.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request for leave, as far as the caller may read it (domain 7.2).
 *
 * @param reason null for whoever may not read it
 * @param remark null for whoever may not read it, and where there is none
 * @param askedBy who wrote it down, himself or the secretary
 * @param own whether it is the caller's own
 * @param seen whether he knows the answer
 */
public record LeaveRow(
        long id,
        long memberId,
        String name,
        @Nullable LeaveReason reason,
        @Nullable String remark,
        LeaveState state,
        Instant askedAt,
        String askedBy,
        @Nullable String answeredBy,
        boolean own,
        boolean seen) {

    public boolean isOpen() {
        return state == LeaveState.OPEN;
    }

    /** Whether he is asked to come and does not know it yet. */
    public boolean isUnseen() {
        return state == LeaveState.DECLINED && !seen;
    }
}
