package org.orglife.routine;

import org.orglife.shared.Labelled;

/** How far a meeting has come (domain 2.15). */
public enum RoutineState implements Labelled {
    /** 已计划: day and topics are set. */
    PLANNED,
    /** 已通知: those expected have been told. */
    NOTIFIED,
    /** 已召开: it is written down who was there. */
    HELD,
    /** 已记录: with the text of its record. */
    RECORDED,
    /** 已取消: called off, or entered by mistake; it stays in the list and counts for nothing. */
    CANCELLED;

    boolean canBecome(RoutineState next) {
        return switch (this) {
            case PLANNED -> next == NOTIFIED || next == HELD || next == CANCELLED;
            // whatever was told no longer holds once the day is moved
            case NOTIFIED -> next == PLANNED || next == HELD || next == CANCELLED;
            case HELD -> next == RECORDED || next == CANCELLED;
            case RECORDED -> next == CANCELLED;
            case CANCELLED -> false;
        };
    }

    /** Whether it is still to come. */
    public boolean isAhead() {
        return this == PLANNED || this == NOTIFIED;
    }

    /** Whether it took place: what counts wherever meetings are counted. */
    public boolean isHeld() {
        return this == HELD || this == RECORDED;
    }

    /** The same as a condition on the column {@code state} of a table. */
    static String held(String table) {
        return table + ".state in ('HELD', 'RECORDED')";
    }
}
