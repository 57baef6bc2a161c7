package org.orglife.problem;

import org.orglife.audit.AuditAction;

/** What the trail tells of problems. */
public enum ProblemAction implements AuditAction {
    /** A problem was raised. */
    PROBLEM_RAISED,
    /** A problem was written anew. */
    PROBLEM_CHANGED,
    /** A problem was linked with the one of an earlier cycle. */
    PROBLEM_RECURS,
    /** It was found that a problem is not that of an earlier cycle. */
    PROBLEM_RECURS_NOT,
    /** A point of a member's list was taken down for him. */
    PROBLEM_TAKEN_DOWN,
    /** A member took a problem back before the meeting. */
    PROBLEM_TAKEN_BACK
}
