package org.orglife.account;

import org.jspecify.annotations.Nullable;
import org.orglife.shared.Role;

/**
 * Which granted roles a list shows.
 *
 * @param text part of a name, a user name or a unit; null for any
 * @param role null for any
 * @param past those that have ended instead of those that hold or begin later
 */
public record RoleFilter(@Nullable String text, @Nullable Role role, boolean past) {}
