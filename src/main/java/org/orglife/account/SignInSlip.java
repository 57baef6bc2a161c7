package org.orglife.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gets on paper to sign in for the first time. Made once, shown once, kept nowhere.
 *
 * @param branch where he is enrolled; null for staff and officers
 * @param password in clear
 * @param until when it stops being good
 */
public record SignInSlip(
        String username, String name, @Nullable String branch, String password, Instant until) {

    /** Passwords do not appear in logs or messages. */
    @Override
    public String toString() {
        return "SignInSlip[" + username + "]";
    }
}
