package org.orglife.lookback;

import org.orglife.audit.AuditAction;

/** What the trail tells of looking back. */
public enum LookBackAction implements AuditAction {
    /** A round was drawn. */
    DRAWN,
    /** A round was cancelled before anybody had looked. */
    CANCELLED,
    /** A result was noted or corrected. */
    RECORDED,
    /** A round was finished. */
    FINISHED,
    /** A record was taken out. */
    EXPORTED
}
