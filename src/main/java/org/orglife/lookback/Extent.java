package org.orglife.lookback;

import org.orglife.shared.Labelled;

/** Which of the items that are struck off a round looks at. */
public enum Extent implements Labelled {
    /** 全部. */
    ALL,
    /** 抽查: some, drawn by lot. */
    SAMPLE,
    /** 只看复号过的: those that were struck off, did not hold and were struck off again. */
    REOPENED_ONLY
}
