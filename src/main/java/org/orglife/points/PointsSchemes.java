package org.orglife.points;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 积分办法: the secretary writes it, names who enters points, and tells the branch; before that there are none. */
@Service
@Transactional
public class PointsSchemes {

    private static final String TYPE = "PointsScheme";

    private final PointsSchemeRepository schemes;
    private final OrgUnitService units;
    private final Roster roster;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    PointsSchemes(
            PointsSchemeRepository schemes,
            OrgUnitService units,
            Roster roster,
            JdbcClient jdbc,
            AuditTrail audit,
            Clock clock) {
        this.schemes = schemes;
        this.units = units;
        this.roster = roster;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** The branch the caller belongs to; null for whoever belongs to none within his scope. */
    @Transactional(readOnly = true)
    public @Nullable OrgUnit branchOf(BranchScope scope) {
        return jdbc.sql("select branch_id from membership where member_id = :me and until_on is null")
                .param("me", scope.memberId() == null ? -1L : scope.memberId())
                .query(Long.class)
                .optional()
                .map(id -> units.get(id, scope))
                .orElse(null);
    }

    /** The scheme of the latest year of a branch within the scope; empty where points are off. */
    @Transactional(readOnly = true)
    public Optional<PointsScheme> of(long branchId, BranchScope scope) {
        units.get(branchId, scope);
        return schemes.latest(branchId).map(PointsScheme::loaded);
    }

    /** Whether points are on for a branch that was found within the caller's scope. */
    @Transactional(readOnly = true)
    public boolean isOn(long branchId) {
        return schemes.latest(branchId)
                .filter(scheme -> scheme.getAnnouncedOn() != null)
                .isPresent();
    }

    /**
     * A scheme.
     *
     * @throws NotFoundException if there is none, or its branch lies outside the scope
     */
    @Transactional(readOnly = true)
    public PointsScheme get(long id, BranchScope scope) {
        PointsScheme scheme = schemes.findById(id).orElseThrow(() -> new NotFoundException(PointsScheme.class, id));
        units.get(scheme.getBranchId(), scope);
        return scheme.loaded();
    }

    /**
     * Writes the scheme of a year, or writes it anew before the branch was told of it.
     *
     * @param version of what was read; null for a new one
     * @return its id
     * @throws RuleViolationException {@code points.secretary-only}, {@code points.scheme.announced}, {@code
     *     points.scheme.no-items}, {@code points.scheme.twice} for a second one of the same year
     * @throws StaleEditException if somebody saved it since the form was opened
     */
    public long write(long branchId, @Nullable Long version, WriteScheme words, BranchScope scope) {
        requireLeader(scope);
        OrgUnit branch = units.get(branchId, scope);
        PointsScheme known =
                schemes.findByBranchIdAndYear(branchId, words.year()).orElse(null);
        if (known != null && version == null) {
            throw new RuleViolationException("points.scheme.twice", String.valueOf(words.year()));
        }
        if (known != null && !Objects.equals(version, known.getVersion())) {
            throw new StaleEditException(known.getVersion(), List.of());
        }
        PointsScheme scheme = known == null ? new PointsScheme(branchId, words) : known;
        scheme.take(words);
        scheme.dropItems();
        schemes.save(scheme);
        schemes.flush();
        scheme.addItems(words.items());
        audit.record(PointsAction.SCHEME_WRITTEN, TYPE, scheme.getId(), branch.getName());
        return scheme.getId();
    }

    /**
     * Names who enters points, and whom nothing is counted for.
     *
     * @throws RuleViolationException {@code points.secretary-only}, {@code points.not-enrolled}, {@code points.scheme.ended},
     *     {@code points.scheme.no-registrar}
     */
    public void settle(long id, Set<Long> registrars, Map<Long, ExemptReason> exempt, BranchScope scope) {
        requireLeader(scope);
        PointsScheme scheme = get(id, scope);
        Set<Long> enrolled = roster.membersOf(scheme.getBranchId(), LocalDate.now(clock), scope).stream()
                .map(Roster.Person::id)
                .collect(Collectors.toSet());
        if (!enrolled.containsAll(registrars) || !enrolled.containsAll(exempt.keySet())) {
            throw new RuleViolationException("points.not-enrolled");
        }
        if (registrars.isEmpty()) {
            throw new RuleViolationException("points.scheme.no-registrar");
        }
        scheme.settle(registrars, exempt);
        audit.record(PointsAction.PEOPLE_SETTLED, TYPE, id, null);
    }

    /** Tells the branch; refused as {@link PointsScheme#announce}, and {@code points.secretary-only}. */
    public void announce(long id, LocalDate on, BranchScope scope) {
        requireLeader(scope);
        get(id, scope).announce(on, LocalDate.now(clock));
        audit.record(PointsAction.SCHEME_ANNOUNCED, TYPE, id, null);
    }

    /** Ends it: nothing more is entered, and passbooks stay. */
    public void end(long id, BranchScope scope) {
        requireLeader(scope);
        get(id, scope).end(LocalDate.now(clock));
        audit.record(PointsAction.SCHEME_ENDED, TYPE, id, null);
    }

    private static void requireLeader(BranchScope scope) {
        if (!scope.role().leadsBranch()) {
            throw new RuleViolationException("points.secretary-only");
        }
    }
}
