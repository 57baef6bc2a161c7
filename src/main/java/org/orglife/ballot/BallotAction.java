package org.orglife.ballot;

import org.orglife.audit.AuditAction;

/** What the trail tells of a ballot: that it went on, never who took part or what it came to. */
public enum BallotAction implements AuditAction {
    /** A ballot was prepared: who is voted on, and who its officers are. */
    PREPARED,
    /** Slips or sheets were given out. */
    ISSUED,
    /** All slips were made anew. */
    REISSUED,
    /** The scrutineer took the opening code. */
    CODE_TAKEN,
    OPENED,
    /** A slip was exchanged for a sheet of paper. */
    EXCHANGED,
    /** Both officers let somebody vote who came late. */
    LATE_ADMITTED,
    CLOSED,
    /** Both officers opened the box. */
    COUNTED,
    VOIDED,
    /** The office had the installation attack its own ballot box. */
    SECRECY_CHECKED
}
