package org.orglife.account;

import org.jspecify.annotations.Nullable;

/**
 * Which accounts a list shows.
 *
 * @param text part of a name, of a user name or of the branch; null for any
 * @param state null for any
 */
public record AccountFilter(@Nullable String text, @Nullable AccountState state) {

    public static final AccountFilter ALL = new AccountFilter(null, null);
}
