package org.orglife.meeting;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to be invited; he needs no account.
 *
 * @param name or what he is called: 患者家属代表
 * @param unit where he comes from; null where nobody says
 * @param subtype of what kind he is: 服务对象, 群众代表; null where nobody says
 */
public record InvitationDetails(
        AttendanceCapacity capacity,
        String name,
        @Nullable String unit,
        @Nullable String subtype) {}
