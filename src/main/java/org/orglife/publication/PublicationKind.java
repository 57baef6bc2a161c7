package org.orglife.publication;

import org.orglife.shared.Labelled;

/** What is shown (domain F19). */
public enum PublicationKind implements Labelled {
    /** 整改措施公示: problem, measures, date, who answers for it. */
    MEASURES,
    /** 整改进展公示: the same with how far each measure has come. */
    PROGRESS,
    /** 亮诺公示: name, post, promises with dates. */
    PLEDGES,
    /** 积分公示: name, points of the period, points in all. */
    POINTS,
    /** 会议召开情况: when, in what form, how many. */
    MEETING;

    /** Whether its rows come from the ledger. */
    public boolean isFromLedger() {
        return this == MEASURES || this == PROGRESS;
    }
}
