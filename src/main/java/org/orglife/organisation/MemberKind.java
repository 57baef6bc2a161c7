package org.orglife.organisation;

import org.orglife.shared.Labelled;

/** Full or probationary (domain 1.3). */
public enum MemberKind implements Labelled {
    /** 正式党员: votes and elects. */
    FULL,
    /** 预备党员: same duties, no vote; takes part in the review, is not graded. */
    PROBATIONARY;

    /** Whether such a member votes: a full one, neither under 留党察看 nor suspended (domain 1.3, 3.1). */
    public boolean votesIn(Standing standing) {
        return this == FULL && standing != Standing.ON_PROBATION_PENALTY && standing != Standing.SUSPENDED;
    }
}
