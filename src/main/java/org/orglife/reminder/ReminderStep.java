package org.orglife.reminder;

import org.orglife.shared.Labelled;

/** How far it has come with a measure that is not done (domain 2.11), the mildest first. */
public enum ReminderStep implements Labelled {
    /** 临期: the owner is told. */
    NEAR,
    /** 超期: the owner and the secretary are told. */
    OVERDUE,
    /** It is on the committee's list; the secretary talks with the owner, or the date is put off. */
    COMMITTEE,
    /** It is on the superior's list. */
    SUPERIOR,
    /** The superior may have 约谈 and the like noted. */
    ACTION;

    @Override
    public String labelKey() {
        return "reminder.step." + name();
    }
}
