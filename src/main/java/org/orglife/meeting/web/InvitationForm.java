package org.orglife.meeting.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.meeting.InvitationDetails;
import org.springframework.validation.Errors;

/** Somebody who is to be invited. */
record InvitationForm(
        @NotNull(message = "{meeting.invitation.capacity.missing}") @Nullable
        AttendanceCapacity capacity,

        @NotNull(message = "{meeting.invitation.name.missing}")
        @Size(max = 40, message = "{meeting.invitation.name.long}")
        @Nullable
        String name,

        @Size(max = 60, message = "{meeting.invitation.unit.long}") @Nullable
        String unit,

        @Size(max = 30, message = "{meeting.invitation.subtype.long}") @Nullable
        String subtype) {

    static InvitationForm blank() {
        return new InvitationForm(AttendanceCapacity.OUTSIDE_REP, null, null, null);
    }

    void check(Errors errors) {
        if (capacity != null && !capacity.isInvited()) {
            errors.rejectValue("capacity", "meeting.invitation.capacity.missing");
        }
    }

    /** Only to be called on a form that has passed its checks. */
    InvitationDetails toDetails() {
        return new InvitationDetails(Objects.requireNonNull(capacity), Objects.requireNonNull(name), unit, subtype);
    }
}
