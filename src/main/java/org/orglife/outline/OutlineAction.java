package org.orglife.outline;

import org.orglife.audit.AuditAction;

/** What the trail tells of outlines: never a word of them. */
public enum OutlineAction implements AuditAction {
    /** A text was kept by its author. */
    OUTLINE_SAVED,
    /** A version was handed in. */
    OUTLINE_HANDED_IN,
    /** A version was given back with a remark. */
    OUTLINE_RETURNED,
    /** A version was found good. */
    OUTLINE_ACCEPTED,
    /** The author lets the branch's members read it. */
    OUTLINE_SHARED,
    /** The author does not let them read it any more. */
    OUTLINE_UNSHARED
}
