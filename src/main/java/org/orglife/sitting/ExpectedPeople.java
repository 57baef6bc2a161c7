package org.orglife.sitting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.meeting.MeetingForm;
import org.orglife.meeting.OrgLifeMeeting;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.Roster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is expected at a meeting on a day: as the list says that the branch has confirmed, and in which circle it meets. */
@Component
class ExpectedPeople {

    /** Seats in their order, then leaders, then the others, by pinyin. */
    private static final Comparator<ExpectedPerson> BY_SEAT =
            Comparator.comparing(ExpectedPerson::seat, Comparator.nullsLast(Comparator.naturalOrder()));

    private final JdbcClient jdbc;
    private final Roster roster;

    ExpectedPeople(JdbcClient jdbc, Roster roster) {
        this.jdbc = jdbc;
        this.roster = roster;
    }

    private record Row(
            long memberId,
            String name,
            MemberKind kind,
            boolean votes,
            boolean care,
            boolean leader,
            @Nullable Long groupId,
            @Nullable String leave) {}

    /** Filled seats of the branch's committee on a day; 0 where there is none but a secretary and a deputy (BR-13). */
    int committeeSize(BranchTask task, LocalDate on) {
        Collection<PositionKind> seats =
                roster.committeeOf(task.getBranch().getId(), on).values();
        boolean led =
                Set.of(PositionKind.SECRETARY, PositionKind.DEPUTY_SECRETARY).containsAll(seats);
        return led ? 0 : seats.size();
    }

    /**
     * Those expected, those with a seat first, then leaders, then by pinyin.
     *
     * @param groupId the group that meets; null for everybody of the circle
     */
    List<ExpectedPerson> of(BranchTask task, OrgLifeMeeting meeting, @Nullable Long groupId, LocalDate on) {
        Map<Long, PositionKind> seats = roster.committeeOf(task.getBranch().getId(), on);
        return jdbc
                .sql("""
                        select e.member_id, m.name, m.kind, e.votes, m.care or m.retired or m.abroad care, m.leader, ms.group_id,
                          l.reason leave
                        from task_expected e
                        join member m on m.id = e.member_id
                        left join membership ms on ms.member_id = m.id and ms.branch_id = e.branch_id and ms.until_on is null
                        left join leave_request l on l.meeting_id = :meeting and l.member_id = m.id and l.state = 'ACCEPTED'
                        where e.task_id = :task
                        order by m.leader desc, m.name collate zh_pinyin, m.id
                        """)
                .param("task", task.getId())
                .param("meeting", meeting.getId())
                .query(Row.class)
                .list()
                .stream()
                .map(row -> new ExpectedPerson(
                        row.memberId(),
                        row.name(),
                        row.kind(),
                        row.votes(),
                        seats.get(row.memberId()),
                        row.care(),
                        row.leader(),
                        row.groupId(),
                        row.leave() == null ? null : AbsenceReason.valueOf(row.leave())))
                .filter(person -> meeting.getForm() != MeetingForm.COMMITTEE || person.seat() != null)
                .filter(person -> groupId == null || groupId.equals(person.groupId()))
                .sorted(BY_SEAT)
                .toList();
    }
}
