package org.orglife.review;

import org.orglife.shared.Labelled;

/** What looking again has shown. */
public enum RecheckOutcome implements Labelled {
    /** 已改进. */
    IMPROVED,
    /** 改进不明显. */
    NOT_IMPROVED
}
