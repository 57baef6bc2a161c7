package org.orglife.account;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Role;

/**
 * A line of the list of granted roles.
 *
 * @param unit over which it is held; null for the officers
 * @param grantedBy null for those of the set-up
 */
public record RoleRow(
        long id,
        long accountId,
        String name,
        String username,
        Role role,
        @Nullable String unit,
        LocalDate fromOn,
        @Nullable LocalDate untilOn,
        @Nullable String grantedBy) {}
