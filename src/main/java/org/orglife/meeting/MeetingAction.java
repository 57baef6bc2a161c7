package org.orglife.meeting;

import org.orglife.audit.AuditAction;

/** What the trail tells of meetings. */
public enum MeetingAction implements AuditAction {
    /** The expected list was confirmed. */
    EXPECTED_CONFIRMED,
    /** The expected list was opened again. */
    EXPECTED_REOPENED,
    /** A member was left out of the expected list. */
    MEMBER_EXCLUDED,
    /** A member is expected after all. */
    MEMBER_ADMITTED,
    /** The superior was asked for a day beyond his last one. */
    POSTPONEMENT_ASKED,
    /** The superior did not agree to it. */
    POSTPONEMENT_REFUSED,
    /** Somebody was invited. */
    GUEST_INVITED,
    /** Somebody who is invited answered. */
    GUEST_ANSWERED,
    /** An invitation was taken off the list. */
    GUEST_DROPPED,
    /** Somebody asked for leave. */
    LEAVE_ASKED,
    /** A request for leave was accepted. */
    LEAVE_ACCEPTED,
    /** A member was asked to come after all. */
    LEAVE_DECLINED,
    /** A request for leave was taken back. */
    LEAVE_WITHDRAWN
}
