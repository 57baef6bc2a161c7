package org.orglife.rectification;

import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Labelled;

/**
 * 群众认可: what those concerned think of the result of an item. Asked only where the campaign wants a survey before an
 * item is struck off; without anybody to answer, such an item stays found solved.
 */
public interface Approval {

    /** What a survey came to. */
    enum Verdict implements Labelled {
        /** There was none, it is not over, or too few have answered. */
        OPEN,
        /** They are satisfied. */
        APPROVED,
        /** They are not. */
        REFUSED
    }

    /** How far the last survey about an item is. */
    enum Stage implements Labelled {
        /** There is none since it was found solved. */
        NONE,
        /** It is prepared. */
        PREPARED,
        /** It is running. */
        RUNNING,
        /** It is over, and too few have answered. */
        TOO_FEW,
        /** It is over, with a verdict. */
        DONE
    }

    /**
     * Where an item stands with those concerned.
     *
     * @param survey id of the last survey; null without one
     * @param permille satisfied of a thousand; null where there is no verdict
     * @param threshold satisfied of a hundred that it needs
     */
    record Standing(
            Verdict verdict,
            Stage stage,
            @Nullable Long survey,
            @Nullable Integer permille,
            int threshold) {

        static final Standing NONE = new Standing(Verdict.OPEN, Stage.NONE, null, null, 0);

        /** Whether a survey has to be made, or made again, before the item can be struck off. */
        public boolean isWanting() {
            return verdict != Verdict.APPROVED && (stage == Stage.NONE || stage == Stage.TOO_FEW);
        }
    }

    /** Where an item stands; null if nothing is known of it here. */
    @Nullable
    Standing of(long itemId);

    /** Those of the items with which people are satisfied as they were found solved the last time. */
    Set<Long> approved(Collection<Long> itemIds);
}
