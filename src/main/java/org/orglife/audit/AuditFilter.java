package org.orglife.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the trail are shown; null stands for any.
 *
 * @param who part of the name of the actor
 * @param what part of the name, or the whole number, of what was changed
 * @param action message key of the action
 * @param type of the object
 * @param from first day
 * @param until last day
 * @param refusedOnly only what was refused
 */
public record AuditFilter(
        @Nullable String who,
        @Nullable String what,
        @Nullable String action,
        @Nullable String type,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean refusedOnly) {}
