package org.orglife.rectification;

import java.util.EnumSet;
import java.util.Set;
import org.orglife.shared.Labelled;

/** The life of an item of rectification (domain 2.10), from the day the problem is owned up to. */
public enum ItemState implements Labelled {
    /** 已认领: owned up to, nothing planned yet. */
    CLAIMED,
    /** 已定措施: measures, owners and dates are set. */
    PLANNED,
    /** 整改中: somebody has reported progress. */
    IN_PROGRESS,
    /** 已交账: handed in, waits for a second person. */
    SUBMITTED,
    /** 已退回: sent back with a reason. */
    RETURNED,
    /** 验收通过: solved thoroughly, as the reviewer found. */
    VERIFIED,
    /** 已销号: struck off. */
    CLOSED,
    /** 已撤销: taken back with a decision of the committee. */
    WITHDRAWN,
    /** 已合并: carried on under another item. */
    MERGED;

    /** States that count neither as open nor as closed. */
    public static final Set<ItemState> VOID = Set.copyOf(EnumSet.of(WITHDRAWN, MERGED));

    boolean canBecome(ItemState next) {
        return switch (this) {
            case CLAIMED -> next == PLANNED || next == WITHDRAWN || next == MERGED;
            case PLANNED -> next == CLAIMED || next == IN_PROGRESS || next == WITHDRAWN || next == MERGED;
            case IN_PROGRESS -> next == SUBMITTED || next == MERGED;
            case SUBMITTED -> next == VERIFIED || next == RETURNED || next == IN_PROGRESS;
            case RETURNED -> next == IN_PROGRESS || next == SUBMITTED;
            case VERIFIED -> next == CLOSED || next == RETURNED;
            case CLOSED, WITHDRAWN, MERGED -> false;
        };
    }

    /** Whether nothing more is to be done. */
    public boolean isFinal() {
        return this == CLOSED || this == WITHDRAWN || this == MERGED;
    }

    /** Whether measures may still be planned and changed. */
    public boolean isPlannable() {
        return this == CLAIMED || this == PLANNED || this == IN_PROGRESS || this == RETURNED;
    }

    /** Whether owners report on their measures. */
    public boolean isWorkable() {
        return this == PLANNED || this == IN_PROGRESS || this == RETURNED;
    }
}
