package org.orglife.statistics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.minutes.MakeUpQuery;
import org.orglife.minutes.MakeUpRow;
import org.orglife.sitting.MeetingCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rows behind the figures of meetings. Its methods are handed a task that was found within the caller's scope. */
@Service
@Transactional(readOnly = true)
public class MeetingRows {

    private final JdbcClient jdbc;
    private final MakeUpQuery makeUps;

    MeetingRows(JdbcClient jdbc, MakeUpQuery makeUps) {
        this.jdbc = jdbc;
        this.makeUps = makeUps;
    }

    /** Somebody in a capacity at a meeting, whichever of its sittings he was at. */
    private record Seen(
            long meetingId,
            LocalDate heldOn,
            boolean latest,
            @Nullable Long memberId,
            String name,
            @Nullable String unit,
            AttendanceCapacity capacity,
            boolean present,
            boolean excused) {

        MeetingPerson person() {
            return new MeetingPerson(name, capacity, unit, heldOn);
        }

        boolean isIn(AttendanceCapacity... any) {
            return Set.of(any).contains(capacity);
        }
    }

    /** The meetings of a task that have been held, the first one first. */
    public List<MeetingLine> meetings(BranchTask task) {
        return jdbc.sql("""
                        select h.id, m.number, h.held_on, h.place, c.name chair,
                          coalesce(a.expected, 0) expected, coalesce(a.present, 0) present, coalesce(a.excused, 0) excused,
                          coalesce(a.expected - a.present - a.excused, 0) absent, g.guests, g.reps,
                          (select count(*) from agenda_item i join turn u on u.item_id = i.id
                            join criticism k on k.turn_id = u.id where i.meeting_id = h.id) criticisms
                        from held_meeting h
                        join org_life_meeting m on m.id = h.id
                        join member c on c.id = h.chair_id
                        left join lateral (
                          select count(*) expected, count(*) filter (where present) present,
                            count(*) filter (where excused and not present) excused
                          from (select bool_or(w.status = 'PRESENT') present, bool_or(w.status = 'EXCUSED') excused
                            from sitting s join attendance w on w.sitting_id = s.id
                            where s.meeting_id = h.id and w.member_id is not null group by w.member_id) each) a on true
                        left join lateral (
                          select count(distinct (w.name, w.unit)) guests,
                            count(distinct (w.name, w.unit)) filter (where w.capacity = 'OUTSIDE_REP') reps
                          from sitting s join attendance w on w.sitting_id = s.id
                          where s.meeting_id = h.id and w.member_id is null and w.status = 'PRESENT') g on true
                        where h.task_id = :task and h.%s order by m.number
                        """.formatted(MeetingCounts.HELD))
                .param("task", task.getId())
                .query(MeetingLine.class)
                .list();
    }

    /** The people whom a figure counts, as many as it says; none for a figure that counts no people. */
    public List<MeetingPerson> people(BranchTask task, Metric metric) {
        List<Seen> seen = seen(task);
        return switch (metric) {
            case M03 -> each(seen, one -> one.memberId() != null && one.present(), Seen::memberId);
            case M04a -> away(seen, true);
            case M04b -> away(seen, false);
            case M04c -> madeUp(task, seen);
            case M12 ->
                each(
                        seen,
                        one -> one.isIn(AttendanceCapacity.LEADER_AS_ORDINARY_MEMBER) && one.present(),
                        one -> one.meetingId() + "|" + one.memberId());
            case M14 -> guests(seen, AttendanceCapacity.CONTACT_LEADER, AttendanceCapacity.SUPERVISOR);
            case M14b -> guests(seen, AttendanceCapacity.SUPERVISOR);
            case M20a -> guests(seen, AttendanceCapacity.OUTSIDE_REP);
            default -> List.of();
        };
    }

    private List<Seen> seen(BranchTask task) {
        return jdbc.sql("""
                        select h.id meeting_id, h.held_on, m.number = max(m.number) over () latest, a.member_id, a.name, a.unit,
                          a.capacity, bool_or(a.status = 'PRESENT') present, bool_or(a.status = 'EXCUSED') excused
                        from held_meeting h
                        join org_life_meeting m on m.id = h.id
                        join sitting s on s.meeting_id = h.id
                        join attendance a on a.sitting_id = s.id
                        where h.task_id = :task and h.%s
                        group by h.id, h.held_on, m.number, a.member_id, a.name, a.unit, a.capacity
                        order by m.number, a.name collate zh_pinyin, a.member_id
                        """.formatted(MeetingCounts.HELD))
                .param("task", task.getId())
                .query(Seen.class)
                .list();
    }

    private static List<MeetingPerson> guests(List<Seen> seen, AttendanceCapacity... any) {
        return each(
                seen,
                one -> one.isIn(any) && one.present(),
                one -> one.meetingId() + "|" + one.name() + "|" + one.unit());
    }

    private static List<MeetingPerson> each(
            List<Seen> seen, Predicate<Seen> counts, Function<Seen, @Nullable Object> who) {
        Set<@Nullable Object> known = new HashSet<>();
        return seen.stream()
                .filter(counts)
                .filter(one -> known.add(who.apply(one)))
                .map(Seen::person)
                .toList();
    }

    private static List<MeetingPerson> away(List<Seen> seen, boolean excused) {
        Map<Long, List<Seen>> members = seen.stream()
                .filter(one -> one.latest() && one.memberId() != null)
                .collect(Collectors.groupingBy(
                        one -> one.memberId() == null ? 0 : one.memberId(), LinkedHashMap::new, Collectors.toList()));
        return members.values().stream()
                .filter(his -> his.stream().noneMatch(Seen::present))
                .filter(his -> his.stream().anyMatch(Seen::excused) == excused)
                .map(his -> his.get(0))
                .map(Seen::person)
                .toList();
    }

    private List<MeetingPerson> madeUp(BranchTask task, List<Seen> seen) {
        Set<Long> done = makeUps.rows(task).stream()
                .filter(row -> row.state().isDone())
                .map(MakeUpRow::memberId)
                .collect(Collectors.toSet());
        return each(seen, one -> one.latest() && done.contains(one.memberId()), Seen::memberId);
    }

    /** Whether a figure counts people, so that there is a list of them. */
    public static boolean countsPeople(Metric metric) {
        return switch (metric) {
            case M03, M04a, M04b, M04c, M12, M14, M14b, M20a -> true;
            default -> false;
        };
    }

    /** Whether superiors read the names behind it: of leaders who sit in and of supervisors (domain 7.2). */
    public static boolean isOpenToSuperiors(Metric metric) {
        return metric == Metric.M14 || metric == Metric.M14b;
    }

    /** Whether it counts meetings or who was there. */
    public static boolean isOfMeetings(Metric metric) {
        return countsPeople(metric) || metric == Metric.M01 || metric == Metric.M13 || metric == Metric.M20b;
    }

    /** Of these meetings those that a figure counts. */
    public static List<MeetingLine> counted(Collection<MeetingLine> meetings, Metric metric) {
        return meetings.stream()
                .filter(meeting -> metric != Metric.M20b || meeting.reps() > 0)
                .toList();
    }
}
