package org.orglife.rectification;

import org.orglife.shared.Labelled;

/** The views of the same rows (三张清单, domain 1.7). */
public enum LedgerView implements Labelled {
    /** 问题清单: problem by problem with its measures. */
    PROBLEMS,
    /** 措施清单: measure by measure. */
    MEASURES,
    /** 责任清单: owner by owner. */
    RESPONSIBILITIES,
    /** 个人问题统计: counts per branch, for superiors. */
    PERSONAL
}
