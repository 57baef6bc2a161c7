package org.orglife.sitting;

import org.orglife.audit.AuditAction;

/** What the trail tells of meetings that come with a workbook. */
public enum SittingImportAction implements AuditAction {
    /** The meetings of a workbook were taken over. */
    MEETINGS_IMPORTED,
    /** Who was at them was taken over. */
    ATTENDANCE_IMPORTED,
    /** An import of meetings was taken back. */
    MEETING_IMPORT_UNDONE,
    /** An import of who was there was taken back. */
    ATTENDANCE_IMPORT_UNDONE
}
