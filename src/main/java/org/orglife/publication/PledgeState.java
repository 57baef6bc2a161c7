package org.orglife.publication;

import org.orglife.shared.Labelled;

/** Where a pledge stands: 审诺 → 亮诺 → 践诺 → 评诺 (domain 1.8). */
public enum PledgeState implements Labelled {
    /** 待审诺: written. */
    WRITTEN,
    /** 已审诺: fit to be shown. */
    REVIEWED,
    /** 已亮诺: shown. */
    PUBLISHED,
    /** 践诺中: he has told how he keeps it. */
    IN_FULFILMENT,
    /** 已评诺: it was said in words how it was kept. */
    EVALUATED;

    /** Whether it was shown, and counts (M22). */
    public boolean isShown() {
        return this == PUBLISHED || this == IN_FULFILMENT || this == EVALUATED;
    }
}
