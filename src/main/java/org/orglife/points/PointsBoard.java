package org.orglife.points;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads points, always in the order of the roster: there is no other. */
@Component
@Transactional(readOnly = true)
public class PointsBoard {

    private final PointsSchemes schemes;
    private final Roster roster;
    private final JdbcClient jdbc;
    private final Clock clock;

    PointsBoard(PointsSchemes schemes, Roster roster, JdbcClient jdbc, Clock clock) {
        this.schemes = schemes;
        this.roster = roster;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Points of a member.
     *
     * @param points of the asked time
     * @param total since the beginning of the year with the base, no more than the cap
     * @param exempt why nothing is counted; null if something is
     */
    public record Line(
            long memberId,
            String name,
            int points,
            int total,
            @Nullable ExemptReason exempt) {}

    /**
     * A line of a passbook.
     *
     * @param countered whether another line takes it back
     * @param counter whether it takes another one back
     */
    public record Entry(
            long id,
            String name,
            String item,
            int points,
            LocalDate onDay,
            @Nullable String note,
            String registrar,
            boolean countered,
            boolean counter) {}

    /** Whether the caller reads everybody's points: who enters them, and the secretary and his deputy. */
    public static boolean readsAll(PointsScheme scheme, BranchScope scope) {
        return scheme.isRegistrar(scope.memberId()) || scope.role().leadsBranch();
    }

    /**
     * Everybody's points from the first day of the running period on.
     *
     * @throws RuleViolationException {@code points.registrar-only}
     */
    public List<Line> board(PointsScheme scheme, BranchScope scope) {
        if (!readsAll(scheme, scope)) {
            throw new RuleViolationException("points.registrar-only");
        }
        LocalDate today = LocalDate.now(clock);
        return lines(scheme, scheme.getPeriod().from(today), today, scope);
    }

    /**
     * What may be published of a branch: those for whom points are counted.
     *
     * @throws RuleViolationException {@code points.not-running} where no scheme was announced for that year
     */
    public List<Line> published(long branchId, LocalDate from, LocalDate until, BranchScope scope) {
        PointsScheme scheme = schemes.of(branchId, scope)
                .filter(found -> found.getAnnouncedOn() != null && found.getYear() == from.getYear())
                .orElseThrow(() -> new RuleViolationException("points.not-running"));
        return lines(scheme, from, until, scope).stream()
                .filter(line -> line.exempt() == null)
                .toList();
    }

    private record Sum(long memberId, int points, int total) {}

    private List<Line> lines(PointsScheme scheme, LocalDate from, LocalDate until, BranchScope scope) {
        Map<Long, Sum> sums = new HashMap<>();
        jdbc.sql("""
                        select member_id, coalesce(sum(points) filter (where on_day >= :from), 0) points, sum(points) total
                        from points_entry where scheme_id = :scheme and on_day <= :until group by member_id
                        """)
                .param("scheme", scheme.getId())
                .param("from", from)
                .param("until", until)
                .query(Sum.class)
                .list()
                .forEach(sum -> sums.put(sum.memberId(), sum));
        return roster.membersOf(scheme.getBranchId(), LocalDate.now(clock), scope).stream()
                .map(person -> {
                    Sum sum = sums.getOrDefault(person.id(), new Sum(person.id(), 0, 0));
                    return new Line(
                            person.id(),
                            person.name(),
                            sum.points(),
                            capped(scheme, scheme.getBase() + sum.total()),
                            scheme.exemption(person.id()));
                })
                .toList();
    }

    private static int capped(PointsScheme scheme, int total) {
        return scheme.getCap() == null ? total : Math.min(scheme.getCap(), total);
    }

    private static final String ENTRIES = """
            select e.id, m.name, i.name item, e.points, e.on_day, e.note, e.registrar_name registrar,
              exists (select from points_entry c where c.counters_id = e.id) countered, e.counters_id is not null counter
            from points_entry e join points_item i on i.id = e.item_id join member m on m.id = e.member_id
            where e.scheme_id = :scheme
            """;

    /** 红色存折: the caller's own lines, the newest first. */
    public List<Entry> passbook(PointsScheme scheme, BranchScope scope) {
        return jdbc.sql(ENTRIES + " and e.member_id = :me order by e.on_day desc, e.id desc")
                .param("scheme", scheme.getId())
                .param("me", scope.memberId() == null ? -1L : scope.memberId())
                .query(Entry.class)
                .list();
    }

    /** What the caller has, with the base, no more than the cap. */
    public int own(PointsScheme scheme, BranchScope scope) {
        int sum = jdbc.sql(
                        "select coalesce(sum(points), 0) from points_entry where scheme_id = :scheme and member_id = :me")
                .param("scheme", scheme.getId())
                .param("me", scope.memberId() == null ? -1L : scope.memberId())
                .query(Integer.class)
                .single();
        return capped(scheme, scheme.getBase() + sum);
    }

    /**
     * What was entered last, the newest first.
     *
     * @throws RuleViolationException {@code points.registrar-only}
     */
    public List<Entry> entries(PointsScheme scheme, BranchScope scope, int limit, long offset) {
        if (!readsAll(scheme, scope)) {
            throw new RuleViolationException("points.registrar-only");
        }
        return jdbc.sql(ENTRIES + " order by e.id desc limit :limit offset :offset")
                .param("scheme", scheme.getId())
                .param("limit", limit)
                .param("offset", offset)
                .query(Entry.class)
                .list();
    }

    /** How many lines there are. */
    public long count(PointsScheme scheme) {
        return jdbc.sql("select count(*) from points_entry where scheme_id = :scheme")
                .param("scheme", scheme.getId())
                .query(Long.class)
                .single();
    }
}
