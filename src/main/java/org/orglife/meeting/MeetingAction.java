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
    POSTPONEMENT_REFUSED
}
