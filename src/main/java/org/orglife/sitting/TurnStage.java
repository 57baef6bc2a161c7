package org.orglife.sitting;

import org.orglife.shared.Labelled;

/** How far the turn of one member has come: he criticises himself, the others criticise him, he responds (domain 2.6). */
public enum TurnStage implements Labelled {
    /** 等候. */
    WAITING,
    /** 自我批评. */
    SELF_CRITICISM,
    /** 批评. */
    CRITICISM,
    /** 表态. */
    RESPONSE,
    /** 已完成. */
    DONE,
    /** 跳过, for a reason. */
    SKIPPED;

    /** Whether it is this member's turn. */
    public boolean isCurrent() {
        return this == SELF_CRITICISM || this == CRITICISM || this == RESPONSE;
    }

    /** Whether this member has had his turn, or does not take it. */
    public boolean isOver() {
        return this == DONE || this == SKIPPED;
    }

    /** The stage after this one. */
    TurnStage next() {
        return switch (this) {
            case WAITING -> SELF_CRITICISM;
            case SELF_CRITICISM -> CRITICISM;
            case CRITICISM -> RESPONSE;
            case RESPONSE, DONE, SKIPPED -> DONE;
        };
    }

    /** The stage before this one. */
    TurnStage before() {
        return switch (this) {
            case WAITING, SELF_CRITICISM, SKIPPED -> WAITING;
            case CRITICISM -> SELF_CRITICISM;
            case RESPONSE -> CRITICISM;
            case DONE -> RESPONSE;
        };
    }
}
