package org.orglife.reminder;

import org.orglife.shared.Labelled;

/** What became of the last message. */
public enum ChannelOutcome implements Labelled {
    SENT,
    /** It was not taken; nothing is sent again before there is something new. */
    FAILED;

    @Override
    public String labelKey() {
        return "reminder.outcome." + name();
    }
}
