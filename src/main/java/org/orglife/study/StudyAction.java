package org.orglife.study;

import org.orglife.audit.AuditAction;

/** What the trail tells of studying. */
public enum StudyAction implements AuditAction {
    /** A session was recorded. */
    SESSION_RECORDED,
    /** A session was corrected. */
    SESSION_CORRECTED,
    /** A session was deleted. */
    SESSION_DELETED,
    /** Somebody made up for a session. */
    MADE_UP,
    /** Somebody need not make up for a session, or has to after all. */
    MAKE_UP_CHANGED,
    /** Sessions came with a workbook. */
    SESSIONS_IMPORTED,
    /** An import of sessions was taken back. */
    SESSION_IMPORT_UNDONE
}
