package org.orglife.sitting;

import org.jspecify.annotations.Nullable;

/**
 * What may be said of an item of the agenda.
 *
 * @param title 1 to 60 characters
 * @param person whose it is, 1 to 40 characters; null for nobody named
 * @param plannedMinutes 1 to 480; null where nobody has said
 */
public record AgendaDetails(
        String title, @Nullable String person, @Nullable Integer plannedMinutes) {}
