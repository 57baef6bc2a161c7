package org.orglife.records;

import org.orglife.audit.AuditAction;

/** What the trail tells of requests to correct a record; never what they say. */
public enum CorrectionAction implements AuditAction {
    /** A member asked. */
    ASKED,
    /** He took it back before it was answered. */
    TAKEN_BACK,
    /** It was put right. */
    CORRECTED,
    /** It was left as it is. */
    REFUSED
}
