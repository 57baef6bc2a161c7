package org.orglife.review;

import org.orglife.shared.Labelled;

/** Whether a member gets a grade in the review of his branch, and if not, why (domain 2.7). */
public enum Participation implements Labelled {
    /** 评定等次. */
    GRADED,
    /** 预备党员: takes part and gets none (BR-28). */
    NOT_GRADED_PROBATIONARY,
    /** Reviewed with the leading body he belongs to, where the campaign leaves him out here. */
    NOT_GRADED_LEADER,
    /** Let off with the superior's consent and by decision of the general meeting. */
    EXEMPT,
    /** 流动党员: reviewed where he works; the result was told. */
    REVIEWED_ELSEWHERE,
    /** 暂缓. */
    DEFERRED;

    /** Whether such a member takes part in the review here. */
    public boolean takesPart() {
        return this == GRADED || this == NOT_GRADED_PROBATIONARY;
    }

    /** Whether he is told apart on the ballot as one who gets no grade (BR-31). */
    boolean isListedOnly() {
        return this == NOT_GRADED_PROBATIONARY;
    }
}
