package org.orglife.rectification;

import org.orglife.shared.Labelled;

/** The four states in which a person sees his own items. */
public enum PersonalState implements Labelled {
    /** 已列. */
    LISTED,
    /** 整改中. */
    IN_PROGRESS,
    /** 已交账. */
    SUBMITTED,
    /** 已销号. */
    CLOSED,
    /** 已撤销. */
    VOID;

    /** What a person sees of a state. */
    public static PersonalState of(ItemState state) {
        return switch (state) {
            case CLAIMED, PLANNED -> LISTED;
            case IN_PROGRESS, RETURNED, REOPENED -> IN_PROGRESS;
            case SUBMITTED, VERIFIED -> SUBMITTED;
            case CLOSED -> CLOSED;
            case WITHDRAWN, MERGED, TRANSFERRED -> VOID;
        };
    }
}
