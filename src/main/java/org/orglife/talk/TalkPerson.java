package org.orglife.talk;

import org.jspecify.annotations.Nullable;
import org.orglife.organisation.PositionKind;

/**
 * Somebody with whom talks are expected: enrolled, and neither out of contact nor suspended.
 *
 * @param group name of his group; null where the branch has none or he is in none
 * @param seat on the committee, the highest one; null for a member without
 * @param seatTitle own name of a seat of kind OTHER
 * @param penalty under 留党察看
 */
public record TalkPerson(
        long id,
        String name,
        @Nullable String group,
        @Nullable PositionKind seat,
        @Nullable String seatTitle,
        boolean mobile,
        boolean care,
        boolean retired,
        boolean abroad,
        boolean penalty) {

    public boolean isSeated() {
        return seat != null;
    }

    /** BR-63: somebody the secretary should talk with himself. */
    public boolean isKey() {
        return mobile || care || retired || abroad || penalty;
    }
}
