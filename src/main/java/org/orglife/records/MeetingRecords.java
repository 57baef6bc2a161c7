package org.orglife.records;

import org.orglife.meeting.AttendanceCapacity;
import org.orglife.meeting.ExclusionReason;
import org.orglife.minutes.MakeUpWay;
import org.orglife.shared.BranchScope;
import org.orglife.sitting.AbsenceReason;
import org.orglife.sitting.AttendanceStatus;
import org.orglife.study.MakeUpState;
import org.springframework.stereotype.Component;

/** Organisational-life meetings: that he was told, was there or not, made up for it, or was left out. */
@Component
class MeetingRecords implements RecordSource {

    private static final String SQL = """
            select a.id, s.held_on on_day, g.title campaign, a.capacity, a.status, a.reason, k.state make_up, k.way, k.made_up_on,
              null exclusion, false notice
            from attendance a join sitting s on s.id = a.sitting_id join held_meeting h on h.id = s.meeting_id
            join branch_task t on t.id = h.task_id join campaign g on g.id = t.campaign_id
            left join meeting_make_up k on k.meeting_id = h.id and k.member_id = :me
            where a.member_id = :me
            union all
            select n.id, cast(r.read_at at time zone 'Asia/Shanghai' as date), g.title, null, null, null, null, null, null, null, true
            from notice_reading r join meeting_notice n on n.id = r.notice_id join org_life_meeting o on o.id = n.meeting_id
            join branch_task t on t.id = o.task_id join campaign g on g.id = t.campaign_id
            where r.member_id = :me
            union all
            select e.id, e.decided_on, g.title, null, null, null, null, null, null, e.reason, false
            from expected_exclusion e join branch_task t on t.id = e.task_id join campaign g on g.id = t.campaign_id
            where e.member_id = :me
            """;

    private final OwnRows own;

    MeetingRecords(OwnRows own) {
        this.own = own;
    }

    @Override
    public RecordList of(BranchScope scope) {
        return own.read(
                RecordSection.MEETINGS,
                SQL,
                scope,
                line -> line.said("note", "notice", "records.noticeRead")
                        .fact("capacity", "capacity", AttendanceCapacity.class)
                        .fact("there", "status", AttendanceStatus.class)
                        .fact("reason", "reason", AbsenceReason.class)
                        .fact("makeUp", "make_up", MakeUpState.class)
                        .fact("way", "way", MakeUpWay.class)
                        .day("madeUpOn", "made_up_on")
                        .fact("leftOut", "exclusion", ExclusionReason.class)
                        .under("campaign"));
    }
}
