package org.orglife.lookback;

import org.orglife.shared.Labelled;

/** Where a round stands. */
public enum RoundState implements Labelled {
    /** 待检查: drawn, nobody has looked yet. */
    PLANNED,
    /** 检查中: the first result is there. */
    RUNNING,
    /** 已结束: each item has a result, or was being worked on again by itself. */
    FINISHED,
    /** 已取消: nobody looked. */
    CANCELLED;

    boolean canBecome(RoundState next) {
        return switch (this) {
            case PLANNED -> next == RUNNING || next == FINISHED || next == CANCELLED;
            case RUNNING -> next == FINISHED;
            case FINISHED, CANCELLED -> false;
        };
    }

    /** Whether results may be noted and corrected. */
    public boolean isOpen() {
        return this == PLANNED || this == RUNNING;
    }
}
