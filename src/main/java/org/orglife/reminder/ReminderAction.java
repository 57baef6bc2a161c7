package org.orglife.reminder;

import org.orglife.audit.AuditAction;

/** What the trail tells of reminders: that something was done, never its words or an address. */
public enum ReminderAction implements AuditAction {
    /** A talk, 约谈 or the like about a late item was noted. */
    OVERDUE_ACTED_ON,
    /** A unit wants to be told outside the system. */
    CHANNEL_ADDED,
    /** It does not want to any more. */
    CHANNEL_REMOVED
}
