package org.orglife.points;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.organisation.Roster;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 专人登记: only a named registrar enters points, never his own; a mistake is taken back by a counter-entry. */
@Service
@Transactional
public class PointsBook {

    private final PointsSchemes schemes;
    private final PointsEntryRepository entries;
    private final Roster roster;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    PointsBook(
            PointsSchemes schemes,
            PointsEntryRepository entries,
            Roster roster,
            JdbcClient jdbc,
            AuditTrail audit,
            Clock clock) {
        this.schemes = schemes;
        this.entries = entries;
        this.roster = roster;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who enters something. */
    record By(long member, String name, Instant at) {}

    /**
     * Enters points.
     *
     * @param note what for, in a few words; null for none
     * @throws RuleViolationException {@code points.registrar-only}, {@code points.own}, {@code points.not-running}, {@code
     *     points.future}, {@code points.other-year}, {@code points.not-enrolled}, {@code points.exempt}, {@code points.most}
     *     beyond what the item allows in a period
     */
    public void enter(
            long schemeId,
            long memberId,
            long itemId,
            LocalDate onDay,
            @Nullable String note,
            Actor actor,
            BranchScope scope) {
        PointsScheme scheme = running(schemeId, scope);
        PointsItem item = scheme.getItems().stream()
                .filter(one -> one.getId() == itemId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(PointsItem.class, itemId));
        By by = by(memberId, actor, scope);
        if (onDay.isAfter(LocalDate.now(clock))) {
            throw new RuleViolationException("points.future");
        }
        if (onDay.getYear() != scheme.getYear()) {
            throw new RuleViolationException("points.other-year", String.valueOf(scheme.getYear()));
        }
        String name = roster.membersOf(scheme.getBranchId(), onDay, scope).stream()
                .filter(person -> person.id() == memberId)
                .findFirst()
                .orElseThrow(() -> new RuleViolationException("points.not-enrolled"))
                .name();
        if (scheme.exemption(memberId) != null) {
            throw new RuleViolationException("points.exempt", name);
        }
        requireRoom(scheme, item, memberId, onDay, name);
        entries.save(new PointsEntry(item, memberId, onDay, note, by));
        audit.record(PointsAction.ENTERED, "PointsScheme", schemeId, name);
    }

    /**
     * Refuses whoever may enter nothing.
     *
     * @throws RuleViolationException {@code points.registrar-only}, {@code points.not-running}
     * @throws NotFoundException if there is no such scheme, or its branch lies outside the scope
     */
    @Transactional(readOnly = true)
    public void requireRegistrar(long schemeId, BranchScope scope) {
        running(schemeId, scope);
    }

    private PointsScheme running(long schemeId, BranchScope scope) {
        PointsScheme scheme = schemes.get(schemeId, scope);
        if (!scheme.isRegistrar(scope.memberId())) {
            throw new RuleViolationException("points.registrar-only");
        }
        if (!scheme.isRunning()) {
            throw new RuleViolationException("points.not-running");
        }
        return scheme;
    }

    private By by(long memberId, Actor actor, BranchScope scope) {
        if (scope.isOwn(memberId)) {
            throw new RuleViolationException("points.own");
        }
        return new By(Objects.requireNonNull(scope.memberId()), actor.displayName(), clock.instant());
    }

    /** Two who enter at once wait for each other: both would find room. */
    private void requireRoom(PointsScheme scheme, PointsItem item, long memberId, LocalDate onDay, String name) {
        jdbc.sql("select id from points_scheme where id = :id for update")
                .param("id", scheme.getId())
                .query(Long.class)
                .single();
        Integer most = item.getMost();
        if (most == null) {
            return;
        }
        int there = jdbc.sql("""
                        select coalesce(sum(abs(points) * case when counters_id is null then 1 else -1 end), 0) from points_entry
                        where scheme_id = :scheme and item_id = :item and member_id = :member and on_day between :from and :until
                        """)
                .param("scheme", scheme.getId())
                .param("item", item.getId())
                .param("member", memberId)
                .param("from", scheme.getPeriod().from(onDay))
                .param("until", scheme.getPeriod().until(onDay))
                .query(Integer.class)
                .single();
        if (there + Math.abs(item.getPoints()) > most) {
            throw new RuleViolationException(
                    "points.most", name, item.getName(), String.valueOf(most), String.valueOf(there));
        }
    }

    /**
     * Takes an entry back; both stay in the passbook.
     *
     * @throws RuleViolationException {@code points.registrar-only}, {@code points.own}, {@code points.not-running}, {@code
     *     points.countered} for one that was taken back already or takes one back itself
     * @throws NotFoundException if there is no such entry in the scheme
     */
    public void counter(long schemeId, long entryId, String reason, Actor actor, BranchScope scope) {
        running(schemeId, scope);
        PointsEntry entry = entries.findById(entryId)
                .filter(found -> found.getSchemeId() == schemeId)
                .orElseThrow(() -> new NotFoundException(PointsEntry.class, entryId));
        By by = by(entry.getMemberId(), actor, scope);
        if (entry.isCounter() || entries.existsByCountersId(entryId)) {
            throw new RuleViolationException("points.countered");
        }
        entries.save(entry.counter(reason, by));
        audit.record(PointsAction.COUNTERED, "PointsScheme", schemeId, null);
    }
}
