package org.orglife.lookback;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.lookback.LookBackRound.Drawer;
import org.orglife.lookback.Pool.Candidate;
import org.orglife.organisation.Roster;
import org.orglife.rectification.RectificationItem;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 回头看: draws rounds, calls them off and ends them. */
@Service
@Transactional
public class LookBackRounds {

    private static final String TYPE = "LookBackRound";

    /** A round is planned, or entered afterwards, within so many days of today. */
    private static final int DAYS = 366;

    private final LookBackRoundRepository rounds;
    private final LookBackResultRepository results;
    private final LookBackQuery query;
    private final BranchTaskService tasks;
    private final Roster roster;
    private final EntityManager entities;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom lots = new SecureRandom();

    LookBackRounds(
            LookBackRoundRepository rounds,
            LookBackResultRepository results,
            LookBackQuery query,
            BranchTaskService tasks,
            Roster roster,
            EntityManager entities,
            AuditTrail audit,
            Clock clock) {
        this.rounds = rounds;
        this.results = results;
        this.query = query;
        this.tasks = tasks;
        this.roster = roster;
        this.entities = entities;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Draws a round. An office's holds the branch's items alone: what is a person's own it only counts.
     *
     * @return its id
     * @throws RuleViolationException {@code lookback.drawers-only}, {@code lookback.open-round} while another one of the
     *     same side is open, {@code lookback.nothing} if no item is struck off that it could be about, {@code
     *     lookback.percent}, {@code lookback.planned-on}, {@code lookback.no-inspector}, {@code lookback.not-enrolled},
     *     {@code lookback.inspector-owns} if everybody who is named answers for an item that was drawn
     */
    public long draw(long taskId, DrawRound how, Actor actor, BranchScope scope) {
        if (!LookBackAccess.draws(scope)) {
            throw new RuleViolationException("lookback.drawers-only");
        }
        BranchTask task = tasks.workOn(taskId, scope);
        boolean office = !scope.role().leadsBranch();
        if (rounds.existsByTaskIdAndByOfficeAndStateIn(
                taskId, office, EnumSet.of(RoundState.PLANNED, RoundState.RUNNING))) {
            throw new RuleViolationException("lookback.open-round");
        }
        check(how);
        Pool pool = query.pool(taskId, office).only(how.extent());
        if (pool.size() == 0) {
            throw new RuleViolationException("lookback.nothing");
        }
        Long seed = how.extent() == Extent.SAMPLE ? (long) lots.nextInt(Drawing.SEEDS_FROM, Drawing.SEEDS_UNTIL) : null;
        List<Candidate> chosen = chosen(pool, how, seed);
        requireInspectors(chosen, how);
        LookBackRound round = rounds.save(new LookBackRound(
                task,
                rounds.lastNumber(taskId) + 1,
                how,
                pool,
                seed,
                inspectors(how, task, office, scope),
                new Drawer(
                        actor.accountId(),
                        actor.displayName(),
                        Objects.requireNonNullElse(
                                actor.unitId(), task.getBranch().getId()),
                        office,
                        LocalDate.now(clock))));
        chosen.forEach(item ->
                results.save(new LookBackResult(round, entities.getReference(RectificationItem.class, item.id()))));
        audit.record(LookBackAction.DRAWN, TYPE, round.getId(), task.getBranch().getName());
        return round.getId();
    }

    private void check(DrawRound how) {
        Integer percent = how.percent();
        if (how.extent() == Extent.SAMPLE && (percent == null || percent < 1 || percent > 100)) {
            throw new RuleViolationException("lookback.percent");
        }
        LocalDate today = LocalDate.now(clock);
        if (how.plannedOn().isBefore(today.minusDays(DAYS)) || how.plannedOn().isAfter(today.plusDays(DAYS))) {
            throw new RuleViolationException("lookback.planned-on");
        }
    }

    /** Nobody looks at what he answers for: without somebody else the round could never be ended. */
    private void requireInspectors(List<Candidate> chosen, DrawRound how) {
        if (how.others().isEmpty() && !how.members().isEmpty()) {
            query.withoutInspector(chosen.stream().map(Candidate::id).toList(), how.members())
                    .ifPresent(number -> {
                        throw new RuleViolationException("lookback.inspector-owns", String.valueOf(number));
                    });
        }
    }

    private static List<Candidate> chosen(Pool pool, DrawRound how, @Nullable Long seed) {
        return seed == null || how.percent() == null ? pool.items() : pool.drawn(how.percent(), seed);
    }

    /** Members in the order of the roster, then the others; an office names none of the branch. */
    private List<Inspector> inspectors(DrawRound how, BranchTask task, boolean office, BranchScope scope) {
        long branch = task.getBranch().getId();
        List<Inspector> all = new ArrayList<>();
        roster.membersOf(branch, LocalDate.now(clock), scope).stream()
                .filter(person -> how.members().contains(person.id()))
                .forEach(person -> all.add(new Inspector(branch, person.id(), person.name())));
        if (all.size() < how.members().size() || (office && !all.isEmpty())) {
            throw new RuleViolationException("lookback.not-enrolled");
        }
        how.others().forEach(name -> all.add(new Inspector(branch, null, name)));
        return all;
    }

    /**
     * Calls a round off before anybody has looked.
     *
     * @throws NotFoundException if there is none within the scope
     * @throws RuleViolationException {@code lookback.not-keeper}, {@code lookback.begun}, {@code lookback.over}
     */
    public void cancel(long id, BranchScope scope) {
        LookBackRound round = kept(id, scope);
        round.cancel();
        audit.record(LookBackAction.CANCELLED, TYPE, id, null);
    }

    /**
     * Ends a round; an item without a result that is being worked on again by itself is noted as such.
     *
     * @throws NotFoundException if there is none within the scope
     * @throws RuleViolationException {@code lookback.not-keeper}, {@code lookback.results-missing} while an item waits,
     *     {@code lookback.over}
     */
    public void finish(long id, Actor actor, BranchScope scope) {
        LookBackRound round = kept(id, scope);
        round.requireOpen();
        List<LookBackResult> all = results.ofRound(id);
        long missing = all.stream().filter(LookBackResult::isMissing).count();
        if (missing > 0) {
            throw new RuleViolationException("lookback.results-missing", String.valueOf(missing));
        }
        all.forEach(LookBackResult::close);
        round.finish(actor.displayName(), LocalDate.now(clock));
        audit.record(LookBackAction.FINISHED, TYPE, id, null);
    }

    private LookBackRound kept(long id, BranchScope scope) {
        LookBackRound round = query.round(id, scope);
        if (!LookBackAccess.keeps(round, scope)) {
            throw new RuleViolationException("lookback.not-keeper");
        }
        tasks.workOn(round.getTaskId(), scope);
        return round;
    }
}
