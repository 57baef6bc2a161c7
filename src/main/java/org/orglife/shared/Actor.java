package org.orglife.shared;

import org.jspecify.annotations.Nullable;

/** The principal of a signed-in session, as far as other features need to know it. */
public interface Actor {

    long accountId();

    /** Name as shown on pages and kept in the trail. */
    String displayName();

    /** The role acted in at this request. */
    Role role();

    /** The unit in which the role is held; null for the officers. */
    @Nullable
    Long unitId();
}
