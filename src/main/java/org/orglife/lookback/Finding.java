package org.orglife.lookback;

import org.orglife.shared.Labelled;

/** What a look back found at an item (domain 2.12). */
public enum Finding implements Labelled {
    /** 巩固: the result holds. */
    HOLDING,
    /** 不够彻底: something is left; it stays struck off. */
    PARTIAL,
    /** 反弹: the problem has come back. */
    REBOUND,
    /** 未落实: what was said to be done was not. */
    NOT_DONE;

    /** Whether the item is registered again (复号). */
    public boolean reopens() {
        return this == REBOUND || this == NOT_DONE;
    }

    /** Whether it has to be said in words what is wrong. */
    public boolean needsRemark() {
        return this != HOLDING;
    }
}
