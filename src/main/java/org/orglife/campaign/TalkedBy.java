package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** Who is to have talked with every member before the meeting (BR-62 b). */
public enum TalkedBy implements Labelled {
    /** Anybody of the committee. */
    COMMITTEE,
    /** The secretary himself. */
    SECRETARY;

    @Override
    public String labelKey() {
        return "campaign.talkedBy." + name();
    }
}
