package org.orglife.sitting;

import org.orglife.audit.AuditAction;

/** What the trail tells of what happens at a meeting. Who criticised whom is never told. */
public enum SittingAction implements AuditAction {
    /** People began to come in. */
    CHECK_IN_OPENED,
    /** The check-in was called off. */
    CHECK_IN_CANCELLED,
    /** Somebody was signed in, excused or struck from those present. */
    ATTENDANCE_CHANGED,
    /** Somebody who is no member of the branch was added. */
    GUEST_ADMITTED,
    /** Too few came: they studied instead. */
    BECAME_STUDY,
    /** The agenda was settled. */
    AGENDA_SETTLED,
    /** An item of the agenda was begun, done, struck or taken up again. */
    ITEM_MOVED,
    /** The result of a vote was noted. */
    VOTE_COUNTED,
    /** A statement became a problem in the ledger. */
    STATEMENT_BECAME_PROBLEM,
    /** The true hours were noted. */
    TIMES_CORRECTED,
    /** Somebody else took over as chair or recorder. */
    DESK_HANDED
}
