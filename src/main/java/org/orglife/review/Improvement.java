package org.orglife.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something a member improves.
 *
 * @param helper who helps him
 * @param doneOn null while it is not done
 */
public record Improvement(
        long id, String text, String helper, @Nullable LocalDate doneOn) {}
