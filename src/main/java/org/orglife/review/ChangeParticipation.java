package org.orglife.review;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the secretary says of a member's part in the review.
 *
 * @param reason 1 to 300 characters
 * @param consentedOn day of the superior's consent; for those who are exempt only
 * @param resolvedOn day of the general meeting's decision; for those who are exempt only
 * @param elsewhereGrade what he got elsewhere; for those reviewed there only
 * @param elsewhereAt 1 to 100 characters, for the same
 */
public record ChangeParticipation(
        Participation participation,
        String reason,
        @Nullable LocalDate consentedOn,
        @Nullable LocalDate resolvedOn,
        @Nullable Grade elsewhereGrade,
        @Nullable String elsewhereAt) {}
