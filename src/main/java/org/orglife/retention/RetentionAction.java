package org.orglife.retention;

import org.orglife.audit.AuditAction;

/** What the trail tells of retention: how much of what went, never a word of it. */
public enum RetentionAction implements AuditAction {
    /** The office had what is due of a material deleted. */
    DELETION_ASKED,
    /** Material of a branch was deleted because its time was over. */
    MATERIAL_DELETED
}
