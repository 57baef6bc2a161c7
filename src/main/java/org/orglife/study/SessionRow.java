package org.orglife.study;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A session in a list.
 *
 * @param late whether it was entered late (补录)
 * @param present persons there
 * @param absent persons expected who were not
 * @param open of the absent, those who still have to make up for it
 */
public record SessionRow(
        long id,
        StudyMode mode,
        LocalDate heldOn,
        String topics,
        @Nullable String place,
        boolean late,
        int present,
        int absent,
        int open) {}
