package org.orglife.meeting;

import java.util.Arrays;
import java.util.List;
import org.orglife.shared.Labelled;

/** In what capacity somebody is at a meeting (domain 1.4). */
public enum AttendanceCapacity implements Labelled {
    /** 出席: a member of the branch; votes if he has a vote. */
    MEMBER,
    /** 以普通党员身份参加: a leader in his own branch. */
    LEADER_AS_ORDINARY_MEMBER,
    /** 列席: never counted in the quorum. */
    OBSERVER,
    /** 督导组. */
    SUPERVISOR,
    /** 联系点领导. */
    CONTACT_LEADER,
    /** 服务对象代表: may speak. */
    OUTSIDE_REP,
    /** 工作人员、记录. */
    STAFF;

    /** Whether somebody has to be invited in it; members come of themselves. */
    public boolean isInvited() {
        return this != MEMBER && this != LEADER_AS_ORDINARY_MEMBER;
    }

    /** Those in which somebody is invited. */
    public static List<AttendanceCapacity> invited() {
        return Arrays.stream(values()).filter(AttendanceCapacity::isInvited).toList();
    }
}
