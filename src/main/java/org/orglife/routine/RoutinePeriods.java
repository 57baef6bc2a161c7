package org.orglife.routine;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.OrgUnit;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * In which months and quarters a branch has recorded what (domain 3.7). What is not there is 未记录 and nothing worse: no
 * colour, no order, no judgement.
 */
@Service
@Transactional(readOnly = true)
public class RoutinePeriods {

    private final RoutineQuery query;
    private final RoutineProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    RoutinePeriods(RoutineQuery query, RoutineProperties properties, JdbcClient jdbc, Clock clock) {
        this.query = query;
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A group, with the days between which there was one. */
    private record GroupSpan(
            long id,
            String name,
            @Nullable LocalDate foundedOn,
            @Nullable LocalDate dissolvedOn) {}

    /**
     * The rows of a branch that the caller has got by its scope: what all members do, the committee if there was one in
     * the year, each group.
     */
    public List<PeriodRow> rows(OrgUnit branch, int year, BranchScope scope) {
        List<RoutineReference> held = query.held(branch.getId(), year, scope);
        List<PeriodRow> rows = new ArrayList<>();
        Predicate<LocalDate> there = day -> isBetween(day, branch.getFoundedOn(), branch.getDissolvedOn());
        rows.add(row(RoutineKind.GENERAL_MEETING, null, year, held, there));
        List<LocalDate> committeeDays = committeeDays(branch.getId(), year);
        PeriodRow committee =
                row(RoutineKind.COMMITTEE, null, year, held, day -> there.test(day) && committeeDays.contains(day));
        if (committee.cells().stream().anyMatch(cell -> cell.state() != PeriodState.NONE)) {
            rows.add(committee);
        }
        for (GroupSpan group : groups(branch.getId(), year)) {
            rows.add(groupRow(group, year, held, there));
        }
        rows.add(row(RoutineKind.LECTURE, null, year, held, there));
        rows.add(row(RoutineKind.THEME_DAY, null, year, held, there));
        return rows;
    }

    private PeriodRow groupRow(
            GroupSpan group, int year, List<RoutineReference> held, Predicate<LocalDate> branchThere) {
        List<RoutineReference> own = held.stream()
                .filter(one -> one.groupId() != null && one.groupId() == group.id())
                .toList();
        return row(
                RoutineKind.GROUP,
                group.name(),
                year,
                own,
                day -> branchThere.test(day) && isBetween(day, group.foundedOn(), group.dissolvedOn()));
    }

    private PeriodRow row(
            RoutineKind kind,
            @Nullable String group,
            int year,
            List<RoutineReference> held,
            Predicate<LocalDate> there) {
        Every every = properties.every(kind);
        List<PeriodCell> cells = new ArrayList<>();
        for (int number = 1; number <= every.periods(); number++) {
            int period = number;
            List<RoutineReference> meetings = held.stream()
                    .filter(one -> one.kinds().contains(kind) && every.of(one.heldOn()) == period)
                    .toList();
            cells.add(new PeriodCell(number, state(every, year, number, meetings, there), meetings));
        }
        return new PeriodRow(kind, group, every, cells);
    }

    private PeriodState state(
            Every every, int year, int number, List<RoutineReference> meetings, Predicate<LocalDate> there) {
        if (!meetings.isEmpty()) {
            return PeriodState.RECORDED;
        }
        if (every.first(year, number).isAfter(LocalDate.now(clock))) {
            return PeriodState.AHEAD;
        }
        // what is there at its end, or today while it runs
        return there.test(lastKnown(every.last(year, number))) ? PeriodState.NOT_RECORDED : PeriodState.NONE;
    }

    private LocalDate lastKnown(LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        return day.isAfter(today) ? today : day;
    }

    private static boolean isBetween(LocalDate day, @Nullable LocalDate from, @Nullable LocalDate until) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    /** The last days of those months in which there was a committee. */
    private List<LocalDate> committeeDays(long branchId, int year) {
        List<String> days = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            days.add(lastKnown(Every.MONTH.last(year, month)).toString());
        }
        return jdbc.sql("select day from unnest(:days::date[]) day where "
                        + RoutinePeople.committeeOf(":branch", "day"))
                .param("days", days.toArray(String[]::new))
                .param("branch", branchId)
                .query(LocalDate.class)
                .list();
    }

    private List<GroupSpan> groups(long branchId, int year) {
        return jdbc.sql("""
                        select id, name, founded_on, dissolved_on from org_unit
                        where parent_id = :branch and kind = 'GROUP' and (dissolved_on is null or dissolved_on >= :from)
                          and (founded_on is null or founded_on <= :until)
                        order by id
                        """)
                .param("branch", branchId)
                .param("from", LocalDate.of(year, 1, 1))
                .param("until", LocalDate.of(year, 12, 31))
                .query(GroupSpan.class)
                .list();
    }

    /** The meetings of campaigns that are counted for a year, whenever they were held (组织生活会, by its label). */
    public List<YearlyMeeting> yearly(OrgUnit branch, int year) {
        return jdbc.sql("""
                        select distinct t.id task_id, c.title campaign, h.held_on, c.combines_member_review review
                        from held_meeting h join branch_task t on t.id = h.task_id join campaign c on c.id = t.campaign_id
                        where t.branch_id = :branch and c.year = :year
                          and h.phase in ('RECORD_OPEN', 'RECORD_SIGNED')
                        order by h.held_on, t.id
                        """)
                .param("branch", branch.getId())
                .param("year", year)
                .query(YearlyMeeting.class)
                .list();
    }
}
