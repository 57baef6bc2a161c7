package org.orglife.imports;

import org.orglife.audit.AuditAction;

/** What the trail tells of imports. */
public enum ImportAction implements AuditAction {
    /** A workbook was uploaded and checked. */
    WORKBOOK_UPLOADED,
    /** A workbook was imported. */
    WORKBOOK_IMPORTED,
    /** An upload was put aside. */
    IMPORT_CANCELLED,
    /** An import was taken back. */
    IMPORT_UNDONE
}
