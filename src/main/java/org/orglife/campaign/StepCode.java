package org.orglife.campaign;

import java.time.LocalDate;
import org.orglife.shared.Labelled;

/** The catalogue of steps (domain 2.4 and 2.8) with the level each has if a campaign says nothing. */
public enum StepCode implements Labelled {
    /** 制定方案. */
    PLAN(StepPhase.BEFORE, StepLevel.MUST),
    /** 部署. */
    KICKOFF(StepPhase.BEFORE, StepLevel.MAY),
    /** 会前学习. */
    STUDY(StepPhase.BEFORE, StepLevel.MUST),
    /** 学习全覆盖. */
    STUDY_COVER(StepPhase.BEFORE, StepLevel.SHOULD),
    /** 谈心谈话. */
    TALK(StepPhase.BEFORE, StepLevel.MUST),
    /** 征求意见. */
    OPINION(StepPhase.BEFORE, StepLevel.SHOULD),
    /** 梳理汇总. */
    OPINION_DIGEST(StepPhase.BEFORE, StepLevel.SHOULD),
    /** 研判. */
    PRE_ASSESS(StepPhase.BEFORE, StepLevel.OFF),
    /** 支委会查摆问题. */
    PROB_BRANCH(StepPhase.BEFORE, StepLevel.MUST),
    /** 书记查摆问题. */
    PROB_SECRETARY(StepPhase.BEFORE, StepLevel.SHOULD),
    /** 党员查摆问题. */
    PROB_MEMBER(StepPhase.BEFORE, StepLevel.SHOULD),
    /** 发言提纲. */
    TEXT(StepPhase.BEFORE, StepLevel.MAY),
    /** 审核把关. */
    TEXT_REVIEW(StepPhase.BEFORE, StepLevel.OFF),
    /** 上次整改情况. */
    LAST_CYCLE(StepPhase.BEFORE, StepLevel.MAY),
    /** 支委会先行召开. */
    COMM_MEETING(StepPhase.BEFORE, StepLevel.SHOULD),
    /** 应到名单确认. */
    EXPECTED_LIST(StepPhase.BEFORE, StepLevel.MUST),
    /** 通知. */
    NOTICE(StepPhase.BEFORE, StepLevel.MUST),
    /** 请示批复. */
    APPROVAL(StepPhase.BEFORE, StepLevel.OFF),
    /** 邀请列席. */
    INVITE(StepPhase.BEFORE, StepLevel.MAY),
    /** 亮诺. */
    PLEDGE(StepPhase.BEFORE, StepLevel.MAY),
    /** 会议记录. */
    RECORD(StepPhase.AFTER, StepLevel.MUST),
    /** 补学补课. */
    MAKE_UP(StepPhase.AFTER, StepLevel.MUST),
    /** 评定. */
    ASSESSMENT(StepPhase.AFTER, StepLevel.MUST),
    /** 反馈. */
    FEEDBACK(StepPhase.AFTER, StepLevel.MUST),
    /** 支部整改清单. */
    BRANCH_LIST(StepPhase.AFTER, StepLevel.MUST),
    /** 个人整改清单. */
    PERSONAL_LISTS(StepPhase.AFTER, StepLevel.SHOULD),
    /** 公示. */
    PUBLICATION(StepPhase.AFTER, StepLevel.SHOULD),
    /** 上报. */
    REPORT(StepPhase.AFTER, StepLevel.MUST),
    /** 整改销号. */
    CLOSING(StepPhase.AFTER, StepLevel.MUST);

    private final StepPhase phase;
    private final StepLevel level;

    StepCode(StepPhase phase, StepLevel level) {
        this.phase = phase;
        this.level = level;
    }

    public StepPhase phase() {
        return phase;
    }

    public StepLevel defaultLevel() {
        return level;
    }

    /** Whether gate G1 asks for it; notice and approval come after it (domain 2.5). */
    boolean isBeforeReady() {
        return phase == StepPhase.BEFORE && this != NOTICE && this != APPROVAL;
    }

    /**
     * 倒排工期: the day by which the step ends if the meeting is on that day.
     *
     * @param noticeDays days before the meeting by which the notice goes out
     */
    LocalDate endBefore(LocalDate meetingOn, int noticeDays) {
        return phase == StepPhase.BEFORE
                ? meetingOn.minusDays(this == NOTICE ? Math.max(1, noticeDays) : 1)
                : meetingOn.plusDays(daysAfterMeeting());
    }

    /** Days after the last possible meeting day by which a step after the meeting is due (domain 2.8). */
    int daysAfterMeeting() {
        return switch (this) {
            case RECORD -> 3;
            case ASSESSMENT, BRANCH_LIST, PERSONAL_LISTS -> 7;
            case PUBLICATION -> 10;
            case MAKE_UP, FEEDBACK, REPORT -> 15;
            case CLOSING -> 90;
            default -> 0;
        };
    }
}
