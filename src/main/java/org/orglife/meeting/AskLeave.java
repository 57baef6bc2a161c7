package org.orglife.meeting;

import org.jspecify.annotations.Nullable;

/**
 * Somebody cannot come.
 *
 * @param remark for the secretary alone; null for none
 */
public record AskLeave(
        long memberId, LeaveReason reason, @Nullable String remark) {}
