package org.orglife.rectification;

import java.util.Arrays;
import java.util.List;
import org.orglife.shared.Labelled;

/** What the filter 状态 offers. */
public enum LedgerStatus implements Labelled {
    /** 未销号: everything that is neither closed nor void. */
    OPEN,
    /** 已认领. */
    CLAIMED,
    /** 已定措施. */
    PLANNED,
    /** 整改中. */
    IN_PROGRESS,
    /** 已交账, waits for a second person. */
    SUBMITTED,
    /** 已退回. */
    RETURNED,
    /** 已销号. */
    CLOSED,
    /** 已撤销、已合并、已移交. */
    VOID,
    /** 反复出现: was there in an earlier cycle already, whatever has become of it. */
    RECURRING,
    /** 复号过: was struck off once and registered again, whatever has become of it. */
    REOPENED,
    /** 结转: still open from campaigns before the one chosen. */
    CARRIED;

    boolean shows(ItemState state) {
        return switch (this) {
            case OPEN, CARRIED -> !state.isFinal();
            case RECURRING, REOPENED -> !ItemState.VOID.contains(state);
            default -> this == of(state);
        };
    }

    List<String> states() {
        return Arrays.stream(ItemState.values())
                .filter(this::shows)
                .map(Enum::name)
                .toList();
    }

    /** The filter that shows items of a state and no others. */
    public static LedgerStatus of(ItemState state) {
        return switch (state) {
            case CLAIMED -> CLAIMED;
            case PLANNED -> PLANNED;
            case IN_PROGRESS, REOPENED -> IN_PROGRESS;
            case SUBMITTED, VERIFIED -> SUBMITTED;
            case RETURNED -> RETURNED;
            case CLOSED -> CLOSED;
            case WITHDRAWN, MERGED, TRANSFERRED -> VOID;
        };
    }
}
