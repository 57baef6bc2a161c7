package org.orglife.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.account.SignedInUser;
import org.orglife.routine.DecisionDetails;
import org.orglife.routine.ExpectedMember;
import org.orglife.routine.Roll;
import org.orglife.routine.RoutineDetails;
import org.orglife.routine.RoutineItems;
import org.orglife.routine.RoutineKind;
import org.orglife.routine.RoutinePeople;
import org.orglife.routine.RoutineService;
import org.orglife.routine.ShowOfHands;
import org.orglife.sitting.AbsenceReason;
import org.springframework.stereotype.Component;

/** Ordinary meetings of the last months, as a branch writes them down: most of them, not all. */
@Component
@ConditionalOnDemonstration
class SampleRoutine {

    private static final LocalTime BEGIN = LocalTime.of(15, 0);
    private static final int MONTHS = 5;

    private static final List<String> THEMES =
            List.of("义诊进社区：慢阻肺筛查和用药指导", "重温入党誓词，学习支部工作条例", "参观市党史馆，谈一次体会", "病区环境整治志愿服务", "学习典型事迹，对照岗位找差距");

    private final RoutineService routine;
    private final RoutineItems items;
    private final RoutinePeople people;

    SampleRoutine(RoutineService routine, RoutineItems items, RoutinePeople people) {
        this.routine = routine;
        this.items = items;
        this.people = people;
    }

    /**
     * A theme day and a meeting of the committee each month but one, a general meeting with a lecture in the middle, and
     * the next theme day planned.
     *
     * @param secretary of the branch, acting
     */
    void record(SampleCalendar calendar, SignedInUser secretary) {
        Long branch = secretary.unitId();
        if (branch == null || secretary.memberId() == null) {
            throw new IllegalStateException("The sample branch has no secretary");
        }
        LocalDate today = calendar.today();
        for (int back = MONTHS; back >= 1; back--) {
            LocalDate month = today.minusMonths(back);
            LocalDate themeDay = month.with(TemporalAdjusters.firstDayOfMonth()).plusDays(14);
            write(
                    branch,
                    details(secretary, Set.of(RoutineKind.THEME_DAY), themeDay, "门诊楼三楼会议室", THEMES.get(back - 1), null),
                    back,
                    back % 2 == 0 ? "全体党员参加，书记讲了要求，三位同志发言。" : null,
                    secretary);
            if (back != 3) {
                write(
                        branch,
                        details(
                                secretary,
                                Set.of(RoutineKind.COMMITTEE),
                                themeDay.minusDays(7),
                                "支部书记办公室",
                                "研究本月党员学习和发展党员工作",
                                null),
                        0,
                        "逐项研究，意见一致。",
                        secretary);
            }
        }
        long general = write(
                branch,
                details(
                        secretary,
                        EnumSet.of(RoutineKind.GENERAL_MEETING, RoutineKind.LECTURE),
                        today.minusMonths(2)
                                .with(TemporalAdjusters.firstDayOfMonth())
                                .plusDays(20),
                        "门诊楼三楼会议室",
                        "通报上半年支部工作；书记讲党课：守初心、优服务",
                        "于光燕"),
                2,
                "支委会通报上半年工作，党员讨论后同意。书记以“守初心、优服务”为题讲党课，四位同志交流体会。",
                secretary);
        decide(general, branch, today.plusDays(20), secretary);
        LocalDate next = today.with(TemporalAdjusters.firstDayOfNextMonth()).plusDays(9);
        routine.plan(
                branch,
                details(secretary, Set.of(RoutineKind.THEME_DAY), next, "门诊楼三楼会议室", "年终走访慰问离退休党员", null),
                secretary.scope());
    }

    private static RoutineDetails details(
            SignedInUser secretary,
            Set<RoutineKind> kinds,
            LocalDate on,
            String place,
            String topics,
            @Nullable String lecturer) {
        return new RoutineDetails(
                kinds, null, on, BEGIN, BEGIN.plusMinutes(90), place, secretary.memberId(), null, lecturer, topics);
    }

    private long write(long branch, RoutineDetails details, int absent, @Nullable String text, SignedInUser secretary) {
        Set<Long> listed = new HashSet<>();
        people.expected(branch, details).stream().map(ExpectedMember::id).forEach(listed::add);
        Map<Long, AbsenceReason> reasons = new HashMap<>();
        // always others: nobody in the sample is away for long
        people.expected(branch, details).stream()
                .map(ExpectedMember::id)
                .filter(id -> !id.equals(secretary.memberId()))
                .skip(2L * absent)
                .limit(absent)
                .forEach(id -> reasons.put(id, AbsenceReason.DUTY));
        Set<Long> present = new HashSet<>(listed);
        present.removeAll(reasons.keySet());
        return routine.record(branch, details, new Roll(listed, present, reasons), text, secretary.scope());
    }

    private void decide(long meeting, long branch, LocalDate until, SignedInUser secretary) {
        Long owner = people.secretary(branch, until);
        int present = routine.get(meeting, secretary.scope()).presentVoters();
        items.decide(
                meeting,
                new DecisionDetails("每月固定一天到社区义诊，由支委轮流带队", owner, until, new ShowOfHands(present, 0, 0)),
                secretary.scope());
    }
}
