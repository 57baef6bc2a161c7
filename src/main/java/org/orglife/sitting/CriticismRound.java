package org.orglife.sitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orglife.meeting.AgendaType;
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

    private final Desk desk;
    private final AgendaItemRepository items;
    private final TurnRepository turns;
    private final CriticismRepository criticisms;
    private final SittingRepository sittings;
    private final AttendanceRepository attendances;

    CriticismRound(
            Desk desk,
            AgendaItemRepository items,
            TurnRepository turns,
            CriticismRepository criticisms,
            SittingRepository sittings,
            AttendanceRepository attendances) {
        this.desk = desk;
        this.items = items;
        this.turns = turns;
        this.criticisms = criticisms;
        this.sittings = sittings;
        this.attendances = attendances;
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

    Turn find(long turnId, HeldMeeting held) {
        return turns.find(turnId, held.getId()).orElseThrow(() -> new NotFoundException(Turn.class, turnId));
    }
}
