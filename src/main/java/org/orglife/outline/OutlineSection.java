package org.orglife.outline;

import org.orglife.shared.Labelled;

/** A part of a text, with the heading it has on paper (F11, F12). None has to be written. */
public enum OutlineSection implements Labelled {
    /** 学习收获和体会. */
    STUDY(OutlineKind.MEMBER, true),
    /** 查摆的问题. */
    PROBLEMS(OutlineKind.MEMBER, true),
    /** 原因剖析. */
    CAUSES(OutlineKind.MEMBER, true),
    /** 整改措施和努力方向. */
    MEASURES(OutlineKind.MEMBER, true),
    /** 依据与征求意见情况: stands above the first heading. */
    BRANCH_BASIS(OutlineKind.BRANCH, false),
    /** 上年度整改措施落实情况. */
    LAST_CYCLE(OutlineKind.BRANCH, true),
    /** 支部现状. */
    BRANCH_STATE(OutlineKind.BRANCH, true),
    /** 存在的主要问题和具体表现. */
    BRANCH_PROBLEMS(OutlineKind.BRANCH, true),
    /** 产生问题的原因. */
    BRANCH_CAUSES(OutlineKind.BRANCH, true),
    /** 努力方向和整改措施. */
    BRANCH_MEASURES(OutlineKind.BRANCH, true);

    private final OutlineKind kind;
    private final boolean numbered;

    OutlineSection(OutlineKind kind, boolean numbered) {
        this.kind = kind;
        this.numbered = numbered;
    }

    OutlineKind kind() {
        return kind;
    }

    /** Whether its heading stands on paper, with a number. */
    public boolean isNumbered() {
        return numbered;
    }
}
