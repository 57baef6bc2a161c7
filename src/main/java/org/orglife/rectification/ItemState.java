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
    /** 复号: struck off once, but the result did not hold; counts as open again. */
    REOPENED,
    /** 已撤销: taken back with a decision of the committee. */
    WITHDRAWN,
    /** 已合并: carried on under another item. */
    MERGED,
    /** 已移交: carried on by another branch. */
    TRANSFERRED;

    /** States that count neither as open nor as closed. */
    public static final Set<ItemState> VOID = Set.copyOf(EnumSet.of(WITHDRAWN, MERGED, TRANSFERRED));

    boolean canBecome(ItemState next) {
        return switch (this) {
            case CLAIMED -> next == PLANNED || next == WITHDRAWN || next == MERGED || next == TRANSFERRED;
            case PLANNED ->
                next == CLAIMED || next == IN_PROGRESS || next == WITHDRAWN || next == MERGED || next == TRANSFERRED;
            case IN_PROGRESS -> next == SUBMITTED || next == MERGED || next == TRANSFERRED;
            case SUBMITTED -> next == VERIFIED || next == RETURNED || next == IN_PROGRESS;
            case RETURNED -> next == IN_PROGRESS || next == SUBMITTED || next == TRANSFERRED;
            case VERIFIED -> next == CLOSED || next == RETURNED;
            case CLOSED -> next == REOPENED;
            case REOPENED -> next == IN_PROGRESS || next == TRANSFERRED;
            case WITHDRAWN, MERGED, TRANSFERRED -> false;
        };
    }

    /** Whether nothing more is to be done. */
    public boolean isFinal() {
        return this == CLOSED || VOID.contains(this);
    }

    /** Whether measures may still be planned and changed. */
    public boolean isPlannable() {
        return this == CLAIMED || isWorkable();
    }

    /** Whether owners report on their measures. */
    public boolean isWorkable() {
        return this == PLANNED || isBegun();
    }

    /** Whether work has begun and is not handed in: dates that were promised move by an extension only. */
    public boolean isBegun() {
        return this == IN_PROGRESS || this == RETURNED || this == REOPENED;
    }
}
