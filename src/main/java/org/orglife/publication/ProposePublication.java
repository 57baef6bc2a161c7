package org.orglife.publication;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A proposal of what to show.
 *
 * @param chosen ids of the problems or of the pledges; nothing for points and meetings
 * @param countedFrom first day of the points shown; null for everything else
 * @param countedUntil last day of them; null for everything else
 */
public record ProposePublication(
        PublicationKind kind,
        Set<Long> chosen,
        @Nullable LocalDate countedFrom,
        @Nullable LocalDate countedUntil,
        PublicationDetails details) {

    public ProposePublication {
        chosen = Set.copyOf(chosen);
    }
}
