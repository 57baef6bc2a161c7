package org.orglife.sitting;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.meeting.AgendaTemplate;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.Invitation;
import org.orglife.meeting.InvitationService;
import org.orglife.meeting.Meetings;
import org.orglife.meeting.OrgLifeMeeting;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 议程: settles it before the meeting and leads through it at the meeting. */
@Service
@Transactional
public class AgendaService {

    private static final String TYPE = "AgendaItem";

    private final Desk desk;
    private final BranchTaskService tasks;
    private final Meetings meetings;
    private final InvitationService invitations;
    private final AgendaItemRepository items;
    private final HeldMeetingRepository helds;
    private final CriticismRound round;
    private final QuorumCheck quorum;
    private final Labels labels;
    private final AuditTrail audit;
    private final Clock clock;

    AgendaService(
            Desk desk,
            BranchTaskService tasks,
            Meetings meetings,
            InvitationService invitations,
            AgendaItemRepository items,
            HeldMeetingRepository helds,
            CriticismRound round,
            QuorumCheck quorum,
            Labels labels,
            AuditTrail audit,
            Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.meetings = meetings;
        this.invitations = invitations;
        this.items = items;
        this.helds = helds;
        this.round = round;
        this.quorum = quorum;
        this.labels = labels;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A line of the agenda as a form has it.
     *
     * @param id null for an item that is not kept yet
     * @param struckReason why it is not dealt with; null for nothing said
     * @param struck whether it is not dealt with
     */
    public record Line(
            @Nullable Long id,
            AgendaType type,
            AgendaDetails details,
            boolean struck,
            @Nullable String struckReason) {}

    /** The agenda of a task that was found within the caller's scope: as it was settled, otherwise as it is proposed. */
    @Transactional(readOnly = true)
    public List<Line> lines(BranchTask task) {
        List<AgendaItem> kept =
                meetings.find(task).map(meeting -> items.of(meeting.getId())).orElse(List.of());
        return kept.isEmpty()
                ? proposed(task)
                : kept.stream()
                        .map(item -> new Line(
                                item.getId(),
                                item.getType(),
                                new AgendaDetails(item.getTitle(), item.getPerson(), item.getPlannedMinutes()),
                                item.getState() == AgendaState.STRUCK,
                                item.getStruckReason()))
                        .toList();
    }

    private List<Line> proposed(BranchTask task) {
        return AgendaTemplate.of(
                        task,
                        invitations.of(task).stream()
                                .map(Invitation::getCapacity)
                                .toList())
                .stream()
                .map(type -> new Line(null, type, new AgendaDetails(labels.of(type), null, null), false, null))
                .toList();
    }

    /** Stands for an agenda: another number says that somebody has settled another one since. */
    public static long mark(List<Line> lines) {
        return lines.stream()
                .map(line -> List.of(
                        line.type().name(),
                        line.details(),
                        line.struck(),
                        line.struckReason() == null ? "" : line.struckReason()))
                .toList()
                .hashCode();
    }

    /** Whether the meeting of a task has begun, so that its agenda is led through at the console. */
    @Transactional(readOnly = true)
    public boolean isBegun(BranchTask task) {
        return meetings.find(task)
                .flatMap(meeting -> helds.findById(meeting.getId()))
                .filter(held -> held.getPhase() != MeetingPhase.CHECK_IN)
                .isPresent();
    }

    /** Keeps the proposed agenda where the branch has settled none. */
    void adopt(BranchTask task, OrgLifeMeeting meeting) {
        if (items.of(meeting.getId()).isEmpty()) {
            List<Line> proposed = proposed(task);
            for (int at = 0; at < proposed.size(); at++) {
                Line line = proposed.get(at);
                items.save(
                        new AgendaItem(meeting, at + 1, line.type(), line.type().isMust(), line.details()));
            }
        }
    }

    /**
     * Settles the agenda before the meeting begins: what stands in the list, in its order.
     *
     * @throws RuleViolationException {@code sitting.agenda.begun} once the meeting has begun, {@code sitting.item.reason}
     *     if an item that must be dealt with is struck without a reason, {@code sitting.agenda.empty} for nothing at all
     */
    public void settle(long taskId, List<Line> lines, BranchScope scope) {
        settle(taskId, lines, null, scope);
    }

    /**
     * The same of a list that somebody had before him for a while.
     *
     * @param read what {@link #mark} said of the agenda that he was shown; null for whatever stands there
     * @throws StaleEditException if somebody else has settled another one since
     */
    public void settle(long taskId, List<Line> lines, @Nullable Long read, BranchScope scope) {
        if (!scope.role().worksForBranch()) {
            throw new RuleViolationException("campaign.committee-only");
        }
        BranchTask task = tasks.workOn(taskId, scope);
        OrgLifeMeeting meeting = meetings.begin(task);
        boolean begun = helds.findById(meeting.getId())
                .filter(held -> held.getPhase() != MeetingPhase.CHECK_IN)
                .isPresent();
        if (begun) {
            throw new RuleViolationException("sitting.agenda.begun");
        }
        if (lines.isEmpty()) {
            throw new RuleViolationException("sitting.agenda.empty");
        }
        List<Line> before = lines(task);
        if (read != null && read != mark(before)) {
            throw new StaleEditException(mark(before), List.of());
        }
        adopt(task, meeting);
        Map<Long, AgendaItem> known =
                items.of(meeting.getId()).stream().collect(Collectors.toMap(AgendaItem::getId, Function.identity()));
        Map<AgendaType, AgendaItem> mustBeThere = known.values().stream()
                .filter(AgendaItem::isMust)
                .collect(Collectors.toMap(AgendaItem::getType, Function.identity(), (one, other) -> one));
        int position = 0;
        for (Line line : lines) {
            position++;
            AgendaItem item = line.id() == null ? null : known.remove(line.id());
            if (item == null && line.id() == null) {
                item = known.remove(idOf(mustBeThere.get(line.type())));
            }
            keep(meeting, item, position, line);
        }
        for (AgendaItem left : known.values()) {
            if (left.isMust()) {
                throw new RuleViolationException("sitting.item.reason", left.getTitle());
            }
            items.delete(left);
        }
        audit.record(
                SittingAction.AGENDA_SETTLED,
                TYPE,
                meeting.getId(),
                task.getBranch().getName());
    }

    private static @Nullable Long idOf(@Nullable AgendaItem item) {
        return item == null ? null : item.getId();
    }

    private void keep(OrgLifeMeeting meeting, @Nullable AgendaItem known, int position, Line line) {
        AgendaItem item = known == null
                ? items.save(new AgendaItem(
                        meeting, position, line.type(), line.type().isMust(), line.details()))
                : known;
        item.place(position);
        item.change(line.details());
        if (line.struck()) {
            item.strike(line.struckReason());
        } else {
            item.restore();
        }
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
