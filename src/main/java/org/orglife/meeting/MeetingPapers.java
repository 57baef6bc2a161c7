package org.orglife.meeting;

import org.jspecify.annotations.Nullable;

/**
 * What there is about a branch's meeting.
 *
 * @param meeting null while nothing is settled
 * @param approval the last one asked for; null for none
 * @param postponement the last one; null for none
 * @param notice the one that holds; null while there is none
 * @param draft of the next notice; null for none
 */
public record MeetingPapers(
        @Nullable OrgLifeMeeting meeting,
        @Nullable MeetingApproval approval,
        @Nullable Postponement postponement,
        @Nullable MeetingNotice notice,
        @Nullable MeetingNotice draft) {

    static final MeetingPapers NONE = new MeetingPapers(null, null, null, null, null);

    public MeetingForm form() {
        return meeting == null ? MeetingForm.GENERAL_MEETING : meeting.getForm();
    }

    public boolean isApproved() {
        return approval != null && approval.isApproved();
    }

    /** Whether the superior still has to answer a move beyond his last day. */
    public boolean isConsentAwaited() {
        return postponement != null && postponement.getAnswer() == null;
    }
}
