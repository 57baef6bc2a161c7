package org.orglife.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request with its words, for the member who asked and for whoever answers.
 *
 * @param answer null for none
 * @param answeredBy null while it waits
 * @param toOffice whether the office answers it
 * @param seen whether the member has read the answer
 */
public record CorrectionRow(
        long id,
        String branch,
        long memberId,
        String member,
        RecordSection section,
        String text,
        CorrectionState state,
        Instant askedAt,
        @Nullable String answer,
        @Nullable String answeredBy,
        @Nullable Instant answeredAt,
        boolean toOffice,
        boolean seen) {

    public boolean isOpen() {
        return state == CorrectionState.OPEN;
    }

    /** Whether there is an answer that the member has not read. */
    public boolean isNews() {
        return !isOpen() && !seen;
    }
}
