package org.orglife.meeting.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AskLeave;
import org.orglife.meeting.LeaveReason;

/**
 * Asking for leave.
 *
 * @param memberId for whom; a member asks for himself
 */
record LeaveForm(
        @NotNull(message = "{meeting.leave.member.missing}") @Nullable
        Long memberId,

        @NotNull(message = "{meeting.leave.reason.missing}") @Nullable
        LeaveReason reason,

        @Size(max = 200, message = "{meeting.leave.remark.long}") @Nullable
        String remark) {

    static LeaveForm blank(@Nullable Long memberId) {
        return new LeaveForm(memberId, null, null);
    }

    /** Only to be called on a form that has passed its checks. */
    AskLeave toCommand() {
        return new AskLeave(Objects.requireNonNull(memberId), Objects.requireNonNull(reason), remark);
    }
}
