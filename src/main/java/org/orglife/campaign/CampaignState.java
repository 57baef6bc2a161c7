package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** Where a campaign stands (domain 2.2). */
public enum CampaignState implements Labelled {
    /** Being written; only its office sees it. */
    DRAFT,
    /** The draft goes round for opinions. */
    CONSULTING,
    /** Issued: every target branch has its task; the plan is frozen, changes come as supplements. */
    ISSUED,
    /** Branches are at work. */
    IN_PROGRESS,
    /** The window of the meetings is over; branches report and rectify. */
    REPORTING,
    /** Finished. */
    CLOSED,
    /** Put into the archive. */
    ARCHIVED,
    /** Called off, with a reason. */
    CANCELLED;

    boolean canBecome(CampaignState next) {
        return switch (this) {
            case DRAFT -> next == CONSULTING || next == ISSUED || next == CANCELLED;
            case CONSULTING -> next == DRAFT || next == ISSUED || next == CANCELLED;
            case ISSUED -> next == IN_PROGRESS || next == REPORTING || next == CANCELLED;
            case IN_PROGRESS -> next == REPORTING || next == CANCELLED;
            case REPORTING -> next == CLOSED;
            case CLOSED -> next == ARCHIVED;
            case ARCHIVED, CANCELLED -> false;
        };
    }

    /** Whether the plan may still be changed. */
    public boolean isDraft() {
        return this == DRAFT || this == CONSULTING;
    }

    /** Whether branches have it on their desks. */
    public boolean isRunning() {
        return this == ISSUED || this == IN_PROGRESS || this == REPORTING;
    }
}
