package org.orglife.sitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AgendaType;
import org.orglife.organisation.PositionKind;
import org.orglife.sealing.Sealer;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 批评与自我批评: leads from one member to the next. The secretary comes first, then deputy and committee, leaders, and
 * everybody else (domain 2.6); within a turn self-criticism, criticism of the others, response.
 */
@Service
@Transactional
public class CriticismRound {

    private static final String SELF = "turn.self-criticism";
    private static final String RESPONSE = "turn.response";
    private static final String GIST = "criticism.gist";

    private final Desk desk;
    private final AgendaItemRepository items;
    private final TurnRepository turns;
    private final CriticismRepository criticisms;
    private final SittingRepository sittings;
    private final AttendanceRepository attendances;
    private final Sealer sealer;

    CriticismRound(
            Desk desk,
            AgendaItemRepository items,
            TurnRepository turns,
            CriticismRepository criticisms,
            SittingRepository sittings,
            AttendanceRepository attendances,
            Sealer sealer) {
        this.desk = desk;
        this.items = items;
        this.turns = turns;
        this.criticisms = criticisms;
        this.sittings = sittings;
        this.attendances = attendances;
        this.sealer = sealer;
    }

    /** Gives everybody who is there a turn, and the first his. */
    void begin(HeldMeeting held, AgendaItem item) {
        give(
                item,
                sittings.open(held.getId()).map(sitting -> attendances.of(sitting.getId())).orElse(List.of()).stream()
                        .sorted(Attendance.BY_PLACE)
                        .toList());
        beginNext(item);
    }

    private void give(AgendaItem item, List<Attendance> people) {
        List<Turn> all = new ArrayList<>(turns.of(item.getId()));
        for (Attendance one : people) {
            Long member = one.getMemberId();
            if (member != null
                    && one.isPresent()
                    && all.stream().noneMatch(turn -> turn.getMemberId().equals(member))) {
                all.add(turns.save(new Turn(item, all.size() + 1, member, one.getName(), one.getSeat())));
            }
        }
    }

    /** Whoever comes late is the last. */
    void joinedBy(HeldMeeting held, List<Attendance> people) {
        roundOf(held).filter(item -> item.getState() == AgendaState.RUNNING).ifPresent(item -> give(item, people));
    }

    /** Whoever goes before he has begun has no turn any more. */
    void leftBy(HeldMeeting held, Attendance one) {
        roundOf(held)
                .flatMap(item -> turns.of(item.getId()).stream()
                        .filter(turn ->
                                turn.getMemberId().equals(one.getMemberId()) && turn.getStage() == TurnStage.WAITING)
                        .findFirst())
                .ifPresent(turns::delete);
    }

    private Optional<AgendaItem> roundOf(HeldMeeting held) {
        return items.of(held.getId()).stream()
                .filter(item -> item.getType() == AgendaType.CRITICISM_ROUND)
                .findFirst();
    }

    private void beginNext(AgendaItem item) {
        turns.flush();
        List<Turn> all = turns.of(item.getId());
        if (all.stream().noneMatch(turn -> turn.getStage().isCurrent())) {
            all.stream()
                    .filter(turn -> turn.getStage() == TurnStage.WAITING)
                    .findFirst()
                    .ifPresent(turn -> turn.reach(TurnStage.SELF_CRITICISM));
        }
    }

    /**
     * Goes on within a turn, and after the response to the next member. A second click finds another stage and changes
     * nothing.
     *
     * @param from the stage that the page showed
     */
    public void next(long taskId, long turnId, TurnStage from, BranchScope scope) {
        Turn turn = running(turnId, desk.holdRunning(taskId, scope));
        if (turn.getStage() != from || !from.isCurrent()) {
            return;
        }
        turn.reach(from.next());
        if (turn.getStage() == TurnStage.DONE) {
            beginNext(item(turn));
        }
    }

    /** Goes one stage back; from the first stage of a turn to the last of the one before. */
    public void back(long taskId, long turnId, TurnStage from, BranchScope scope) {
        Turn turn = running(turnId, desk.holdRunning(taskId, scope));
        if (turn.getStage() != from || !from.isCurrent()) {
            return;
        }
        if (from != TurnStage.SELF_CRITICISM) {
            turn.reach(from.before());
            return;
        }
        List<Turn> all = turns.of(turn.getItemId());
        List<Turn> over = all.subList(0, all.indexOf(turn)).stream()
                .filter(one -> one.getStage() == TurnStage.DONE)
                .toList();
        if (!over.isEmpty()) {
            turn.reach(TurnStage.WAITING);
            turns.flush();
            over.get(over.size() - 1).reach(TurnStage.RESPONSE);
        }
    }

    /**
     * A member does not speak, and the next one does.
     *
     * @param reason 1 to 300 characters
     */
    public void skip(long taskId, long turnId, String reason, BranchScope scope) {
        Turn turn = running(turnId, desk.holdRunning(taskId, scope));
        if (turn.getStage() == TurnStage.DONE) {
            throw new RuleViolationException("sitting.turn.done", turn.getName());
        }
        turn.skip(reason);
        beginNext(item(turn));
    }

    /** It is this member's turn now: he comes first, or was skipped or done and speaks once more. */
    public void call(long taskId, long turnId, BranchScope scope) {
        Turn turn = running(turnId, desk.holdRunning(taskId, scope));
        if (turn.getStage().isCurrent()) {
            return;
        }
        turns.of(turn.getItemId()).stream()
                .filter(one -> one.getStage().isCurrent())
                .forEach(one ->
                        one.reach(one.getStage() == TurnStage.SELF_CRITICISM ? TurnStage.WAITING : TurnStage.DONE));
        turns.flush();
        turn.reach(TurnStage.SELF_CRITICISM);
    }

    /** Moves a member one place up or down among those still to speak. */
    public void move(long taskId, long turnId, boolean up, BranchScope scope) {
        Turn turn = running(turnId, desk.holdRunning(taskId, scope));
        List<Turn> all = new ArrayList<>(turns.of(turn.getItemId()));
        int at = all.indexOf(turn);
        int to = up ? at - 1 : at + 1;
        if (turn.getStage() == TurnStage.WAITING
                && to >= 0
                && to < all.size()
                && all.get(to).getStage() == TurnStage.WAITING) {
            all.remove(at);
            all.add(to, turn);
            for (int place = 0; place < all.size(); place++) {
                all.get(place).place(place + 1);
            }
        }
    }

    /**
     * Notes that somebody has criticised the speaker, or takes the note back.
     *
     * @throws RuleViolationException {@code sitting.critic.self} for the speaker himself: that is self-criticism, {@code
     *     sitting.critic.foreign} for somebody who is no member here
     */
    public void criticised(long taskId, long turnId, long criticId, boolean has, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        Turn turn = find(turnId, held);
        Optional<Criticism> known = criticisms.find(turnId, criticId);
        if (!has) {
            known.ifPresent(criticisms::delete);
            return;
        }
        if (known.isEmpty()) {
            requireCritic(held, turn, criticId);
            criticisms.save(new Criticism(turn, criticId));
        }
    }

    private void requireCritic(HeldMeeting held, Turn turn, long criticId) {
        if (turn.getMemberId() == criticId) {
            throw new RuleViolationException("sitting.critic.self", turn.getName());
        }
        boolean there = sittings.of(held.getId()).stream()
                .flatMap(sitting -> attendances.ofMember(sitting.getId(), criticId).stream())
                .anyMatch(Attendance::isPresent);
        if (!there) {
            throw new RuleViolationException("sitting.critic.foreign");
        }
    }

    /**
     * Writes the gist of a criticism, sealed; who said it is noted with it.
     *
     * @param gist null for none
     */
    public void writeGist(long taskId, long turnId, long criticId, @Nullable String gist, BranchScope scope) {
        criticised(taskId, turnId, criticId, true, scope);
        criticisms.find(turnId, criticId).ifPresent(criticism -> criticism.write(seal(gist, GIST)));
    }

    /** Writes the gist of a self-criticism, sealed. */
    public void writeSelfCriticism(long taskId, long turnId, @Nullable String gist, BranchScope scope) {
        find(turnId, desk.hold(taskId, scope)).writeSelfCriticism(seal(gist, SELF));
    }

    /** Writes the gist of a response, sealed. */
    public void writeResponse(long taskId, long turnId, @Nullable String gist, BranchScope scope) {
        find(turnId, desk.hold(taskId, scope)).writeResponse(seal(gist, RESPONSE));
    }

    @SuppressWarnings("NullAway") // ErrorProne's NullAway does not read @Nullable on array types
    private byte @Nullable [] seal(@Nullable String gist, String field) {
        return gist == null ? null : sealer.seal(gist, field);
    }

    /**
     * A turn with its wording, for those who may read it (domain 7.2): the committee, and of a member's own turn himself.
     *
     * @param critics in the order in which they were noted
     */
    public record TurnRow(
            long id,
            long memberId,
            String name,
            @Nullable PositionKind seat,
            TurnStage stage,
            @Nullable String skipReason,
            @Nullable String selfCriticism,
            @Nullable String response,
            List<Critic> critics) {

        public TurnRow {
            critics = List.copyOf(critics);
        }

        /** Whether he is noted as one of the critics. */
        public boolean isCriticisedBy(@Nullable Long member) {
            return critics.stream()
                    .anyMatch(critic -> Long.valueOf(critic.memberId()).equals(member));
        }

        /** What was noted of his criticism; null for nothing. */
        public @Nullable String gistOf(long member) {
            return critics.stream()
                    .filter(critic -> critic.memberId() == member)
                    .findFirst()
                    .map(Critic::gist)
                    .orElse(null);
        }
    }

    /**
     * Somebody who has criticised.
     *
     * @param gist null where none was written, and for whoever may not read it
     */
    public record Critic(long memberId, @Nullable String gist) {}

    /**
     * The turns of a round in their order, read for a caller whose scope holds the meeting.
     *
     * @param writes whether the caller keeps the record and it is still open: he reads what he has written
     */
    List<TurnRow> rows(long itemId, boolean writes, BranchScope scope) {
        List<Criticism> all = criticisms.ofItem(itemId);
        return turns.of(itemId).stream()
                .map(turn -> row(turn, all, writes || mayRead(turn, scope)))
                .toList();
    }

    private TurnRow row(Turn turn, List<Criticism> all, boolean reads) {
        return new TurnRow(
                turn.getId(),
                turn.getMemberId(),
                turn.getName(),
                turn.getSeat(),
                turn.getStage(),
                turn.getSkipReason(),
                reads ? open(turn.getSelfCriticismSealed(), SELF) : null,
                reads ? open(turn.getResponseSealed(), RESPONSE) : null,
                all.stream()
                        .filter(one -> one.getTurnId().equals(turn.getId()))
                        .map(one -> new Critic(one.getCriticId(), reads ? open(one.getGistSealed(), GIST) : null))
                        .toList());
    }

    private static boolean mayRead(Turn turn, BranchScope scope) {
        return scope.role().sitsOnCommittee() || scope.isOwn(turn.getMemberId());
    }

    @SuppressWarnings("NullAway") // as above
    private @Nullable String open(byte @Nullable [] sealed, String field) {
        return sealed == null ? null : sealer.open(sealed, field);
    }

    /** A turn of the round that is held now. */
    private Turn running(long turnId, HeldMeeting held) {
        Turn turn = find(turnId, held);
        AgendaItem item = item(turn);
        if (item.getState() != AgendaState.RUNNING) {
            throw new RuleViolationException("sitting.item.not-running", item.getTitle());
        }
        return turn;
    }

    private AgendaItem item(Turn turn) {
        return items.findById(turn.getItemId())
                .orElseThrow(() -> new NotFoundException(AgendaItem.class, turn.getItemId()));
    }

    private Turn find(long turnId, HeldMeeting held) {
        return turns.find(turnId, held.getId()).orElseThrow(() -> new NotFoundException(Turn.class, turnId));
    }
}
