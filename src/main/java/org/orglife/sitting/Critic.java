package org.orglife.sitting;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who has criticised.
 *
 * @param gist null where none was written, and for whoever may not read it
 */
public record Critic(long memberId, @Nullable String gist) {}
