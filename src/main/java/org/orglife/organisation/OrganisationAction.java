package org.orglife.organisation;

import org.orglife.audit.AuditAction;

/** What the trail tells of the organisation. */
public enum OrganisationAction implements AuditAction {
    /** A unit was set up. */
    UNIT_CREATED,
    /** A unit was renamed or described anew. */
    UNIT_CHANGED,
    /** A unit was ended. */
    UNIT_DISSOLVED,
    /** A member was enrolled. */
    MEMBER_ENROLLED,
    /** A member's record was changed. */
    MEMBER_CHANGED,
    /** A member moved to another branch. */
    MEMBER_TRANSFERRED,
    /** A member's enrolment ended. */
    MEMBER_LEFT,
    /** A member enrolled by mistake was deleted. */
    MEMBER_REMOVED,
    /** A member's phone number was shown. */
    PHONE_SHOWN,
    /** A seat was taken, or noted as vacant. */
    POSITION_TAKEN,
    /** The time in a seat ended. */
    POSITION_ENDED,
    /** The roster was saved as a workbook. */
    ROSTER_EXPORTED,
    /** A roster was imported. */
    ROSTER_IMPORTED,
    /** The import of a roster was undone. */
    ROSTER_IMPORT_UNDONE
}
