package org.orglife.sitting;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTaskService;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.Meetings;
import org.orglife.meeting.OrgLifeMeeting;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 议程 at the meeting: leads from one item to the next, and keeps what is said of them. */
@Service
@Transactional
public class AgendaService {

    private final Desk desk;
    private final BranchTaskService tasks;
    private final Meetings meetings;
    private final AgendaItemRepository items;
    private final CriticismRound round;
    private final QuorumCheck quorum;
    private final AuditTrail audit;
    private final Clock clock;

    AgendaService(
            Desk desk,
            BranchTaskService tasks,
            Meetings meetings,
            AgendaItemRepository items,
            CriticismRound round,
            QuorumCheck quorum,
            AuditTrail audit,
            Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.meetings = meetings;
        this.items = items;
        this.round = round;
        this.quorum = quorum;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Deals with an item now; the one before it is done. Beginning what runs already changes nothing.
     *
     * @throws RuleViolationException {@code sitting.quorum.VOTE.NOT_MET}, {@code sitting.quorum.BALLOT.NOT_MET} for a vote
     *     or ballot without enough people there, {@code sitting.item.struck}, {@code sitting.not-running}
     */
    public void begin(long taskId, long itemId, BranchScope scope) {
        HeldMeeting held = desk.holdRunning(taskId, scope);
        AgendaItem item = find(itemId, held);
        if (item.getState() == AgendaState.RUNNING) {
            return;
        }
        quorum.require(item, held, tasks.get(taskId, scope));
        running(held).ifPresent(before -> before.finish(clock.instant()));
        items.flush();
        item.begin(clock.instant());
        items.flush();
        if (item.getType() == AgendaType.CRITICISM_ROUND) {
            round.begin(held, item);
        }
        note(held, item);
    }

    private Optional<AgendaItem> running(HeldMeeting held) {
        return items.of(held.getId()).stream()
                .filter(item -> item.getState() == AgendaState.RUNNING)
                .findFirst();
    }

    /**
     * The running item is done, and the next one that is open begins. A second click finds another item running and
     * changes nothing.
     *
     * @param itemId the item that is done
     * @throws RuleViolationException as {@link #begin} for the next one
     */
    public void next(long taskId, long itemId, BranchScope scope) {
        HeldMeeting held = desk.holdRunning(taskId, scope);
        AgendaItem done = find(itemId, held);
        if (done.getState() != AgendaState.RUNNING) {
            return;
        }
        List<AgendaItem> all = items.of(held.getId());
        Optional<AgendaItem> following = all.stream()
                .filter(item -> item.getState() == AgendaState.OPEN && item.getPosition() > done.getPosition())
                .findFirst()
                .or(() -> all.stream()
                        .filter(item -> item.getState() == AgendaState.OPEN)
                        .findFirst());
        if (following.isPresent()) {
            begin(taskId, following.get().getId(), scope);
        } else {
            done.finish(clock.instant());
            note(held, done);
        }
    }

    /** Puts the running item back among those to come, because another one comes first. */
    public void putBack(long taskId, long itemId, BranchScope scope) {
        HeldMeeting held = desk.holdRunning(taskId, scope);
        find(itemId, held).putBack();
    }

    /**
     * An item is not dealt with.
     *
     * @param reason null only for what need not be on the agenda
     * @throws RuleViolationException {@code sitting.item.reason}, {@code sitting.item.done}
     */
    public void strike(long taskId, long itemId, @Nullable String reason, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        AgendaItem item = find(itemId, held);
        item.strike(reason);
        note(held, item);
    }

    /** An item that was struck is dealt with after all. */
    public void restore(long taskId, long itemId, BranchScope scope) {
        HeldMeeting held = desk.holdOpen(taskId, scope);
        AgendaItem item = find(itemId, held);
        item.restore();
        note(held, item);
    }

    /**
     * Adds an item during the meeting, after all others but the closing speech.
     *
     * @return its id
     */
    public long add(long taskId, AgendaType type, AgendaDetails details, BranchScope scope) {
        HeldMeeting held = desk.holdOpen(taskId, scope);
        OrgLifeMeeting meeting =
                meetings.find(tasks.get(taskId, scope)).orElseThrow(() -> new RuleViolationException("sitting.none"));
        List<AgendaItem> all = new ArrayList<>(items.of(held.getId()));
        AgendaItem added = items.save(new AgendaItem(meeting, all.size() + 1, type, false, details));
        int last = all.size() - 1;
        boolean beforeClosing = last >= 0
                && all.get(last).getType() == AgendaType.CLOSING
                && all.get(last).getState() == AgendaState.OPEN;
        all.add(beforeClosing ? last : all.size(), added);
        number(all);
        note(held, added);
        return added.getId();
    }

    /** Moves an item one place up or down among those to come. */
    public void move(long taskId, long itemId, boolean up, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        List<AgendaItem> all = new ArrayList<>(items.of(held.getId()));
        AgendaItem item = find(itemId, held);
        int at = all.indexOf(item);
        int to = up ? at - 1 : at + 1;
        if (item.getState() == AgendaState.OPEN && to >= 0 && to < all.size()) {
            all.remove(at);
            all.add(to, item);
            number(all);
        }
    }

    private static void number(List<AgendaItem> all) {
        for (int at = 0; at < all.size(); at++) {
            all.get(at).place(at + 1);
        }
    }

    /**
     * Changes the host's words for an item.
     *
     * @param words null for those made from the records
     */
    public void say(long taskId, long itemId, @Nullable String words, BranchScope scope) {
        find(itemId, desk.hold(taskId, scope)).say(words);
    }

    /**
     * Writes down what was said about an item.
     *
     * @param read the version of the notes that the writer had before him
     * @throws StaleEditException if somebody else has written since
     */
    public long write(long taskId, long itemId, @Nullable String notes, long read, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        AgendaItem item = find(itemId, held);
        if (Objects.equals(item.getNotes(), notes)) {
            return item.getNotesVersion();
        }
        if (item.getNotesVersion() != read) {
            throw new StaleEditException(
                    item.getNotesVersion(),
                    List.of(new CurrentText("notes", "sitting.notes", item.getNotes() == null ? "" : item.getNotes())));
        }
        item.note(notes);
        return item.getNotesVersion();
    }

    private AgendaItem find(long itemId, HeldMeeting held) {
        return items.find(itemId, held.getId()).orElseThrow(() -> new NotFoundException(AgendaItem.class, itemId));
    }

    private void note(HeldMeeting held, AgendaItem item) {
        audit.record(
                SittingAction.ITEM_MOVED,
                "HeldMeeting",
                held.getId(),
                null,
                List.of(item.getType().labelKey(), item.getState().labelKey()));
    }
}
