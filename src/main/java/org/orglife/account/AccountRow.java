package org.orglife.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Role;

/**
 * A line of the list of accounts.
 *
 * @param branch in which the person is enrolled; null for officers and staff enrolled elsewhere
 * @param roles held today, the weightiest first
 * @param oneTimeUntil until when the one-time password handed out last is good; null if there is none
 */
public record AccountRow(
        long id,
        String username,
        String displayName,
        boolean officer,
        AccountState state,
        @Nullable String branch,
        List<Role> roles,
        @Nullable Instant oneTimeUntil,
        @Nullable Instant lastSignInAt) {

    public AccountRow {
        roles = List.copyOf(roles);
    }

    /** Whether anybody may hand out a one-time password for it. */
    public boolean mayGetOneTimePassword() {
        return !officer && state == AccountState.ACTIVE;
    }
}
