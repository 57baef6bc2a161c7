package org.orglife.routine;

import org.orglife.audit.AuditAction;

/** What the trail tells of ordinary meetings. */
public enum RoutineAction implements AuditAction {
    /** A meeting was planned. */
    MEETING_PLANNED,
    /** A plan was changed. */
    PLAN_CHANGED,
    /** Those expected have been told. */
    MEETING_TOLD,
    /** It was written down who was at a meeting. */
    MEETING_HELD,
    /** The text of a record was written. */
    RECORD_WRITTEN,
    /** What was written of a meeting was put right. */
    MEETING_CORRECTED,
    /** A meeting was called off, or had been entered by mistake. */
    MEETING_CANCELLED,
    /** A decision or a guest was written down or taken out. */
    RECORD_COMPLETED,
    /** A meeting was made a session of study too. */
    STUDY_LINKED,
    /** Who was at how many meetings was saved as a workbook. */
    MATRIX_EXPORTED
}
