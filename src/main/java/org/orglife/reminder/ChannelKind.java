package org.orglife.reminder;

import org.orglife.shared.Labelled;

/** By which way a unit is told outside the system. */
public enum ChannelKind implements Labelled {
    /** A mailbox of the unit. */
    MAIL,
    /** The robot of a group in 企业微信 or 钉钉. */
    ROBOT;

    @Override
    public String labelKey() {
        return "reminder.channel." + name();
    }
}
