package org.orglife.problem;

import org.orglife.audit.AuditAction;

/** What the trail tells of problems. */
public enum ProblemAction implements AuditAction {
    /** A problem was raised. */
    PROBLEM_RAISED,
    /** A problem was written anew. */
    PROBLEM_CHANGED
}
