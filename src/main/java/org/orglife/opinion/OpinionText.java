package org.orglife.opinion;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An opinion as it is written down.
 *
 * @param text 1 to 2,000 characters
 * @param collection time of asking at which it was said; null if none was entered
 * @param giver member of the branch who said it; null if he did not sign
 * @param givenOn the day it was said
 */
public record OpinionText(
        String text,
        OpinionAbout about,
        OpinionChannel channel,
        TargetGroup group,
        @Nullable Long collection,
        @Nullable Long giver,
        LocalDate givenOn) {

    /** Most characters of an opinion. */
    public static final int LONGEST = 2000;
}
