package org.orglife.talk;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchPlan;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Preparation;
import org.orglife.organisation.Member;
import org.orglife.sealing.Sealer;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.orglife.talk.Talk.Participant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records talks, corrects and withdraws them, and lets those who took part confirm them. */
@Service
@Transactional
public class TalkService {

    /** Sealed texts of talks open in this field only. */
    static final String TEXT = "talk.text";

    private static final String TYPE = "Talk";

    private final TalkRepository talks;
    private final TalkPeople people;
    private final BranchTaskService tasks;
    private final Preparation preparation;
    private final Sealer sealer;
    private final Labels labels;
    private final AuditTrail audit;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final Clock clock;

    TalkService(
            TalkRepository talks,
            TalkPeople people,
            BranchTaskService tasks,
            Preparation preparation,
            Sealer sealer,
            Labels labels,
            AuditTrail audit,
            EntityManager entities,
            JdbcClient jdbc,
            Clock clock) {
        this.talks = talks;
        this.people = people;
        this.tasks = tasks;
        this.preparation = preparation;
        this.sealer = sealer;
        this.labels = labels;
        this.audit = audit;
        this.entities = entities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What became of a record.
     *
     * @param known whether this talk had been recorded before, perhaps by the other side
     */
    public record Recorded(long id, boolean known) {}

    /**
     * Records a talk. The same persons talk once a day: a second record of it, by whomever, is the first one, and counts
     * as a confirmation of whoever took part in it.
     *
     * @throws NotFoundException if the task lies outside the scope
     * @throws RuleViolationException {@code talk.own-only} if the role records its own talks only, {@code
     *     talk.no-partner}, {@code talk.with-oneself}, {@code talk.in-future}, {@code talk.of-another-branch} if somebody
     *     was not enrolled in the branch on that day and is no leader, {@code talk.text-of-others} if a text is to be
     *     kept on a talk of others
     */
    public Recorded record(RecordTalk command, BranchScope scope) {
        BranchTask task = tasks.workOn(command.taskId(), scope);
        List<Long> ids = ids(command);
        boolean party = scope.memberId() != null && ids.contains(scope.memberId());
        if (!party && !TalkAccess.seesAll(scope)) {
            throw new RuleViolationException("talk.own-only");
        }
        if (command.text() != null && !party) {
            throw new RuleViolationException("talk.text-of-others");
        }
        if (ids.size() < 2) {
            throw new RuleViolationException(command.partners().isEmpty() ? "talk.no-partner" : "talk.with-oneself");
        }
        LocalDate today = LocalDate.now(clock);
        if (command.facts().heldOn().isAfter(today)) {
            throw new RuleViolationException("talk.in-future");
        }
        Optional<Long> before = sameTalk(task.getId(), command.facts().heldOn(), ids);
        if (before.isPresent()) {
            return again(before.get(), command.text(), scope);
        }
        Talk talk = new Talk(
                task,
                command.facts(),
                participants(task, ids, command.facts().heldOn()),
                today,
                scope.accountId(),
                null);
        if (party) {
            talk.confirm(Objects.requireNonNull(scope.memberId()), today);
        }
        if (command.text() != null) {
            talk.write(sealer.seal(command.text(), TEXT));
        }
        talks.save(talk);
        audit.record(
                TalkAction.TALK_RECORDED, TYPE, talk.getId(), task.getBranch().getName());
        return new Recorded(talk.getId(), false);
    }

    private static List<Long> ids(RecordTalk command) {
        LinkedHashSet<Long> ids = new LinkedHashSet<>();
        ids.add(command.convener());
        if (command.partners().contains(command.convener())) {
            throw new RuleViolationException("talk.with-oneself");
        }
        ids.addAll(command.partners());
        return List.copyOf(ids);
    }

    /** The talk these persons had on that day, if it is known. The task is held: nobody records it meanwhile. */
    private Optional<Long> sameTalk(long task, LocalDate on, Collection<Long> ids) {
        return jdbc.sql("""
                        select t.id from talk t
                        where t.task_id = :task and t.held_on = :on and t.withdrawn_at is null
                          and (select array_agg(p.member_id order by p.member_id) from talk_participant p
                            where p.talk_id = t.id) = :ids
                        order by t.id limit 1
                        """)
                .param("task", task)
                .param("on", on)
                .param("ids", ids.stream().sorted().toArray(Long[]::new))
                .query(Long.class)
                .optional();
    }

    private Recorded again(long id, @Nullable String text, BranchScope scope) {
        Talk talk = get(id, scope);
        LocalDate today = LocalDate.now(clock);
        if (scope.memberId() != null && TalkAccess.isParty(talk, scope)) {
            talk.confirm(scope.memberId(), today);
            if (text != null && talk.getTextSealed() == null) {
                talk.write(sealer.seal(text, TEXT));
            }
            audit.record(
                    TalkAction.TALK_CONFIRMED,
                    TYPE,
                    id,
                    talk.getTask().getBranch().getName());
        }
        return new Recorded(id, true);
    }

    private List<Participant> participants(BranchTask task, List<Long> ids, LocalDate on) {
        Map<Long, Capacity> capacities = capacities(task, ids, on);
        List<Participant> found = new ArrayList<>();
        for (Long id : ids) {
            Capacity capacity = capacities.get(id);
            if (capacity == null) {
                throw new RuleViolationException("talk.of-another-branch");
            }
            found.add(new Participant(id, entities.getReference(Member.class, id), capacity));
        }
        return found;
    }

    private Map<Long, Capacity> capacities(BranchTask task, Collection<Long> ids, LocalDate on) {
        Map<Long, Capacity> capacities = new HashMap<>();
        long branch = task.getBranch().getId();
        people.capacities(ids.stream()
                        .map(id -> new TalkPeople.Asked(branch, id, on))
                        .toList())
                .forEach((asked, capacity) -> capacities.put(asked.memberId(), capacity));
        return capacities;
    }

    /**
     * A talk the caller may know of.
     *
     * @throws NotFoundException if there is none, it was withdrawn, or it is not his to know
     */
    @Transactional(readOnly = true)
    public Talk get(long id, BranchScope scope) {
        return talks.findById(id)
                .filter(talk -> !talk.isWithdrawn())
                .filter(talk -> TalkAccess.maySee(talk, scope))
                .orElseThrow(() -> new NotFoundException(Talk.class, id));
    }

    /** The day of the meeting that the branch has planned, otherwise the last one allowed; a talk after it is marked 会后. */
    @Transactional(readOnly = true)
    public @Nullable LocalDate meetingDay(BranchTask task, BranchScope scope) {
        if (!task.getBranch().isWithin(scope)) {
            return task.getMeetingUntil();
        }
        return preparation
                .plan(task.getId(), scope)
                .map(BranchPlan::getMeetingOn)
                .orElse(task.getMeetingUntil());
    }

    /**
     * A talk with what the caller may do about it.
     *
     * @param text what was written about it; null if there is nothing, or the caller did not take part
     * @param party whether he took part
     * @param change whether he may correct and withdraw it
     * @param confirm whether he is still to confirm it
     */
    public record Detail(Talk talk, @Nullable String text, boolean party, boolean change, boolean confirm) {}

    /** A talk as the caller may see it. */
    @Transactional(readOnly = true)
    public Detail detail(long id, BranchScope scope) {
        Talk talk = get(id, scope);
        boolean party = TalkAccess.isParty(talk, scope);
        boolean confirm = talk.of(scope.memberId())
                .filter(one -> one.getConfirmedOn() == null)
                .isPresent();
        return new Detail(talk, party ? text(talk) : null, party, TalkAccess.mayChange(talk, scope), confirm);
    }

    private @Nullable String text(Talk talk) {
        byte[] sealed = talk.getTextSealed();
        return sealed == null ? null : sealer.open(sealed, TEXT);
    }

    /**
     * Corrects a record.
     *
     * @param facts null leaves when and how it was held, for somebody who only writes down a few words
     * @param text as it is to be kept, null for nothing; left alone if the caller did not take part
     * @throws StaleEditException if somebody saved it since the form was opened
     * @throws RuleViolationException {@code talk.not-yours} if the caller may not correct it, {@code talk.in-future},
     *     {@code talk.of-another-branch} as for a new one
     */
    public void change(long id, long version, Talk.@Nullable Facts facts, @Nullable String text, BranchScope scope) {
        Talk talk = get(id, scope);
        boolean party = TalkAccess.isParty(talk, scope);
        if (talk.getVersion() != version) {
            throw new StaleEditException(talk.getVersion(), current(talk, party));
        }
        List<String> changed = new ArrayList<>();
        if (facts != null) {
            correct(talk, facts, changed, scope);
        }
        if (party && !Objects.equals(text, text(talk))) {
            talk.write(text == null ? null : sealer.seal(text, TEXT));
            changed.add("text");
        }
        if (!changed.isEmpty()) {
            audit.record(
                    TalkAction.TALK_CHANGED,
                    TYPE,
                    id,
                    talk.getTask().getBranch().getName(),
                    changed);
        }
    }

    private void correct(Talk talk, Talk.Facts facts, List<String> changed, BranchScope scope) {
        if (facts.heldOn().equals(talk.getHeldOn())
                && facts.medium() == talk.getMedium()
                && (facts.pairKind() == null || facts.pairKind() == talk.getPairKind())) {
            return;
        }
        if (!TalkAccess.mayChange(talk, scope)) {
            throw new RuleViolationException("talk.not-yours");
        }
        BranchTask task = tasks.workOn(talk.getTask().getId(), scope);
        List<Long> ids = talk.getParticipants().stream()
                .map(one -> one.getMember().getId())
                .toList();
        Map<Long, Capacity> capacities = capacities(task, ids, facts.heldOn());
        if (!capacities.keySet().containsAll(ids)) {
            throw new RuleViolationException("talk.of-another-branch");
        }
        if (!facts.heldOn().equals(talk.getHeldOn())) {
            changed.add("heldOn");
        }
        if (facts.medium() != talk.getMedium()) {
            changed.add("medium");
        }
        PairKind before = talk.getPairKind();
        talk.correct(facts, capacities, scope.memberId(), LocalDate.now(clock));
        if (talk.getPairKind() != before) {
            changed.add("pairKind");
        }
    }

    private List<CurrentText> current(Talk talk, boolean party) {
        List<CurrentText> texts = new ArrayList<>(List.of(
                new CurrentText("heldOn", "talk.heldOn", talk.getHeldOn().toString()),
                new CurrentText("medium", "talk.medium", labels.of(talk.getMedium()))));
        if (party) {
            texts.add(new CurrentText("text", "talk.text", Objects.requireNonNullElse(text(talk), "")));
        }
        return texts;
    }

    /**
     * Withdraws a record that was made by mistake; nothing is left of its words.
     *
     * @throws RuleViolationException {@code talk.not-yours} if the caller may not
     */
    public Talk withdraw(long id, BranchScope scope) {
        Talk talk = get(id, scope);
        if (!TalkAccess.mayChange(talk, scope)) {
            throw new RuleViolationException("talk.not-yours");
        }
        tasks.workOn(talk.getTask().getId(), scope);
        talk.withdraw(clock.instant());
        audit.record(
                TalkAction.TALK_WITHDRAWN, TYPE, id, talk.getTask().getBranch().getName());
        return talk;
    }

    /**
     * Confirms talks the caller took part in; those confirmed before stay as they are.
     *
     * @throws NotFoundException if he took no part in one of them
     */
    public int confirm(Collection<Long> ids, BranchScope scope) {
        int confirmed = 0;
        for (long id : ids) {
            Talk talk = get(id, scope);
            TalkParticipant mine = talk.of(scope.memberId()).orElseThrow(() -> new NotFoundException(Talk.class, id));
            if (mine.getConfirmedOn() == null) {
                talk.confirm(mine.getMember().getId(), LocalDate.now(clock));
                audit.record(
                        TalkAction.TALK_CONFIRMED,
                        TYPE,
                        id,
                        talk.getTask().getBranch().getName());
                confirmed++;
            }
        }
        return confirmed;
    }
}
