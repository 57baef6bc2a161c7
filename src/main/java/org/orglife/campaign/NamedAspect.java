package org.orglife.campaign;

import org.jspecify.annotations.Nullable;

/**
 * An aspect as it is written down.
 *
 * @param title 1 to 60 characters, once in its set
 * @param guidingQuestions what to ask oneself, up to 1,000 characters
 */
public record NamedAspect(String title, @Nullable String guidingQuestions) {}
