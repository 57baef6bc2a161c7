package org.orglife.problem;

import org.jspecify.annotations.Nullable;

/**
 * What is written about a problem.
 *
 * @param aspectId aspect of the campaign, from the set that fits the subject
 * @param text the problem, 1 to 500 characters
 * @param cause up to 1,000 characters
 */
public record ProblemText(
        long aspectId, String text, @Nullable String cause, ProblemSource source) {}
