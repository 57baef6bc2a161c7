package org.orglife.minutes;

import org.orglife.audit.AuditAction;

/** What the trail tells of minutes. What was said at the meeting is never told. */
public enum MinutesAction implements AuditAction {
    /** Words were added that belong to no other record. */
    WRITTEN,
    /** The chair or the recorder signed. */
    SIGNED,
    /** A signed version was opened again to be corrected. */
    CORRECTED,
    /** Somebody has made up for a meeting. */
    MADE_UP,
    /** Nothing is asked of somebody, or is after all. */
    MAKE_UP_CHANGED,
    /** The minutes were taken out as a document. */
    TAKEN_OUT
}
