package org.orglife.lookback;

import org.jspecify.annotations.Nullable;
import org.orglife.problem.Problem;
import org.orglife.rectification.Measure;
import org.orglife.rectification.RectificationItem;

/**
 * An item of a round, as the caller sees it.
 *
 * @param recordable whether he may note or correct the result now
 * @param own whether he answers for the item, and therefore does not look at it
 */
public record LookBackLine(LookBackResult result, boolean recordable, boolean own) {

    public RectificationItem item() {
        return result.getItem();
    }

    public Problem problem() {
        return item().getProblem();
    }

    public @Nullable Finding finding() {
        return result.getFinding();
    }

    /** Who answers for its measures, each once. */
    public String owners() {
        return String.join(
                "、",
                item().getMeasures().stream()
                        .map(Measure::getOwner)
                        .map(owner -> owner.getName())
                        .distinct()
                        .toList());
    }
}
