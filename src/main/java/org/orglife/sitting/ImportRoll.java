package org.orglife.sitting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.MemberKind;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who belonged to some branches on the days of their meetings, and who sat on their committees then. */
final class ImportRoll {

    private static final Set<Standing> COUNTED = EnumSet.of(Standing.NORMAL, Standing.ON_PROBATION_PENALTY);

    private final Map<Long, List<Enrolled>> enrolled;
    private final Map<Long, List<Held>> seats;
    private final Map<Long, Set<Long>> excluded;

    private ImportRoll(Map<Long, List<Enrolled>> enrolled, Map<Long, List<Held>> seats, Map<Long, Set<Long>> excluded) {
        this.enrolled = enrolled;
        this.seats = seats;
        this.excluded = excluded;
    }

    private record Enrolled(
            long branchId,
            long memberId,
            String name,
            MemberKind kind,
            @Nullable LocalDate fullOn,
            Standing standing,
            boolean care,
            boolean leader,
            @Nullable Long groupId,
            LocalDate fromOn,
            @Nullable LocalDate untilOn) {

        boolean isOn(LocalDate day) {
            return within(fromOn, untilOn, day);
        }

        /** Whoever became a full member later was on probation then. */
        MemberKind kindOn(LocalDate day) {
            return fullOn != null && fullOn.isAfter(day) ? MemberKind.PROBATIONARY : kind;
        }
    }

    private record Held(
            long unitId,
            long memberId,
            PositionKind kind,
            LocalDate fromOn,
            @Nullable LocalDate untilOn) {}

    private static boolean within(LocalDate from, @Nullable LocalDate until, LocalDate day) {
        return !from.isAfter(day) && (until == null || !until.isBefore(day));
    }

    /**
     * Reads it for branches that were found within the caller's scope.
     *
     * @param tasks of these branches, for those who are not counted among the expected (BR-05)
     */
    static ImportRoll of(JdbcClient jdbc, Collection<Long> branches, Collection<Long> tasks) {
        Map<Long, Set<Long>> excluded = new HashMap<>();
        if (branches.isEmpty()) {
            return new ImportRoll(Map.of(), Map.of(), excluded);
        }
        List<Enrolled> people =
                jdbc.sql("""
                        select ms.branch_id, m.id member_id, m.name, m.kind, m.full_on, m.standing,
                          m.care or m.retired or m.abroad care, m.leader, ms.group_id,
                          ms.from_on, ms.until_on
                        from membership ms join member m on m.id = ms.member_id
                        where ms.branch_id in (:branches) order by m.name collate zh_pinyin, m.id
                        """).param("branches", branches).query(Enrolled.class).list();
        List<Held> held =
                jdbc.sql("""
                        select unit_id, member_id, kind, from_on, until_on from position
                        where unit_id in (:branches) and member_id is not null and not assistant and kind <> 'GROUP_LEADER'
                        """).param("branches", branches).query(Held.class).list();
        if (!tasks.isEmpty()) {
            jdbc.sql("select branch_id, member_id from expected_exclusion where task_id in (:tasks)")
                    .param("tasks", tasks)
                    .query(row -> {
                        excluded.computeIfAbsent(row.getLong(1), branch -> new HashSet<>())
                                .add(row.getLong(2));
                    });
        }
        return new ImportRoll(
                people.stream().collect(Collectors.groupingBy(Enrolled::branchId)),
                held.stream().collect(Collectors.groupingBy(Held::unitId)),
                excluded);
    }

    /** A member of the branch on that day; empty for whoever was not in it then. */
    Optional<ExpectedPerson> person(long branch, long member, LocalDate day) {
        return of(branch)
                .filter(person -> person.memberId() == member && person.isOn(day))
                .findFirst()
                .map(person -> expected(person, day));
    }

    /** Whether somebody of that name was in the branch on that day. */
    boolean isMember(long branch, String name, LocalDate day) {
        return of(branch).anyMatch(person -> person.name().equals(name) && person.isOn(day));
    }

    /** All whom a meeting of the branch counts with on that day, by name. */
    List<ExpectedPerson> expected(long branch, LocalDate day) {
        Set<Long> leftOut = excluded.getOrDefault(branch, Set.of());
        return of(branch)
                .filter(person ->
                        person.isOn(day) && COUNTED.contains(person.standing()) && !leftOut.contains(person.memberId()))
                .map(person -> expected(person, day))
                .toList();
    }

    /** Filled seats of the committee on that day. */
    int committeeSize(long branch, LocalDate day) {
        return (int) seats.getOrDefault(branch, List.of()).stream()
                .filter(seat -> within(seat.fromOn(), seat.untilOn(), day))
                .map(Held::memberId)
                .distinct()
                .count();
    }

    private Stream<Enrolled> of(long branch) {
        return enrolled.getOrDefault(branch, List.of()).stream();
    }

    private ExpectedPerson expected(Enrolled person, LocalDate day) {
        MemberKind kind = person.kindOn(day);
        PositionKind seat = seats.getOrDefault(person.branchId(), List.of()).stream()
                .filter(held -> held.memberId() == person.memberId() && within(held.fromOn(), held.untilOn(), day))
                .map(Held::kind)
                .min(PositionKind::compareTo)
                .orElse(null);
        return new ExpectedPerson(
                person.memberId(),
                person.name(),
                kind,
                kind.votesIn(person.standing()),
                seat,
                person.care(),
                person.leader(),
                person.groupId(),
                null);
    }
}
