package org.orglife.account;

import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;

/**
 * All that a session keeps of its user. Roles and scope are looked up at every request.
 *
 * @param epoch of the account at sign-in; a later one (new password, account disabled) ends the session
 */
public record SessionPrincipal(long accountId, int epoch) implements Principal, Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public String getName() {
        return String.valueOf(accountId);
    }
}
