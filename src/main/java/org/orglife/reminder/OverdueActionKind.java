package org.orglife.reminder;

import java.util.Arrays;
import java.util.List;
import org.orglife.shared.Labelled;
import org.orglife.shared.Role;

/** What can be done about an item that is late (domain 2.11). Consequences for a person are decided elsewhere. */
public enum OverdueActionKind implements Labelled {
    /** 提醒谈话, by the secretary. */
    REMINDER_TALK(ReminderStep.COMMITTEE),
    /** 约谈, by the superior. */
    INTERVIEW(ReminderStep.ACTION),
    /** 批评纠正, by the superior. */
    CRITICISM(ReminderStep.ACTION),
    /** 通报, by the superior. */
    CIRCULAR(ReminderStep.ACTION),
    /** 提请上级研究, by the superior. */
    REFERRAL(ReminderStep.ACTION);

    private final ReminderStep from;

    OverdueActionKind(ReminderStep from) {
        this.from = from;
    }

    /** From which step on it is to be noted. */
    public ReminderStep from() {
        return from;
    }

    /** Those that somebody of this role may note. */
    public static List<OverdueActionKind> of(Role role) {
        return Arrays.stream(values()).filter(kind -> kind.isFor(role)).toList();
    }

    private boolean isFor(Role role) {
        return this == REMINDER_TALK ? role == Role.SECRETARY || role == Role.DEPUTY : role == Role.PARTY_OFFICE;
    }

    @Override
    public String labelKey() {
        return "reminder.action." + name();
    }
}
