package org.orglife.meeting;

import org.orglife.shared.Labelled;

/** What an item of the agenda is about (domain 2.6). */
public enum AgendaType implements Labelled {
    /** 通报准备情况和上次整改情况. */
    BRIEFING,
    /** “第一议题”学习. */
    STUDY,
    /** 支委会述职. */
    DUTY_REPORT,
    /** 评议支委会工作. */
    COMMITTEE_REVIEW,
    /** 批评与自我批评: without it the meeting is no 组织生活会. */
    CRITICISM_ROUND,
    /** 服务对象代表发言. */
    OUTSIDE_STATEMENTS,
    /** 民主测评: needs its quorum (BR-09). */
    BALLOT,
    /** 表决: needs its quorum (BR-01). */
    VOTE,
    /** 点评. */
    COMMENT,
    /** 总结讲话. */
    CLOSING,
    /** Anything of the branch's own. */
    OTHER;

    /** Whether it may be left out of a meeting only for a reason. */
    public boolean isMust() {
        return switch (this) {
            case STUDY, DUTY_REPORT, COMMITTEE_REVIEW, CRITICISM_ROUND, BALLOT, CLOSING -> true;
            default -> false;
        };
    }

    /** Whether everybody has a turn in it. */
    public boolean isRound() {
        return this == CRITICISM_ROUND;
    }

    /** Whether guests speak in it, one after the other. */
    public boolean isForStatements() {
        return this == OUTSIDE_STATEMENTS || this == COMMENT;
    }
}
