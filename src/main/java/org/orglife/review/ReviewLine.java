package org.orglife.review;

import org.jspecify.annotations.Nullable;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.PositionKind;

/**
 * A member on the list of the review.
 *
 * @param seat his seat on the committee today; null for none
 * @param row what is kept of him; null while nothing is
 */
public record ReviewLine(
        long memberId,
        String name,
        @Nullable PositionKind seat,
        MemberKind kind,
        Participation participation,
        @Nullable MemberReview row) {

    public boolean isGraded() {
        return participation == Participation.GRADED;
    }

    public boolean isDescribed() {
        return row != null && row.isDescribed();
    }

    public boolean isDecided() {
        return row != null && row.isDecided();
    }

    public boolean isFedBack() {
        return row != null && row.isFedBack();
    }

    public @Nullable Grade grade() {
        return row == null ? null : row.getGrade();
    }
}
