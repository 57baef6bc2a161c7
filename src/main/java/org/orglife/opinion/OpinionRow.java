package org.orglife.opinion;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.LateEntry;

/**
 * An opinion as lists show it, with where it went.
 *
 * @param givenOn day on which it was said, for an anonymous one that of the release; null if a list from elsewhere did
 *     not say
 * @param giver name of whoever signed it
 * @param point number of the point it was merged into, counted within the task
 * @param problemNumber number of the problem that point has become
 */
public record OpinionRow(
        long id,
        int number,
        String text,
        OpinionAbout about,
        OpinionChannel channel,
        @Nullable TargetGroup targetGroup,
        boolean anonymous,
        @Nullable LocalDate givenOn,
        LocalDate recordedOn,
        @Nullable Long recordedBy,
        @Nullable String giver,
        int copies,
        @Nullable OpinionMark mark,
        @Nullable String markReason,
        @Nullable LocalDate withdrawnOn,
        @Nullable String withdrawnReason,
        @Nullable Long pointId,
        @Nullable Integer point,
        @Nullable Disposition disposition,
        @Nullable Long problemId,
        @Nullable Integer problemNumber,
        @Nullable String answer) {

    /** Whether it was written down more than a week after it was said. */
    public boolean isLate() {
        return givenOn != null && LateEntry.isLate(givenOn, recordedOn);
    }
}
