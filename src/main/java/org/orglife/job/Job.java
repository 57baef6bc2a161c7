package org.orglife.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as its owner sees it.
 *
 * @param title what it makes, in words
 * @param total 0 while it is not known
 * @param failure message code of what to do, for a failed one
 */
public record Job(
        long id,
        String kind,
        String title,
        JobState state,
        long done,
        long total,
        boolean cancelRequested,
        @Nullable Long fileId,
        @Nullable String fileName,
        @Nullable String failure,
        Instant at,
        @Nullable Instant finishedAt) {

    public int percent() {
        if (state == JobState.DONE) {
            return 100;
        }
        return total == 0 ? 0 : (int) Math.min(99, done * 100 / total);
    }
}
