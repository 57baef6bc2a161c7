package org.orglife.sitting;

import java.util.List;
import java.util.Map;
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
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 议程 before the meeting: proposed by the campaign, settled by the branch. */
@Service
@Transactional
public class AgendaPlanning {

    private static final String TYPE = "AgendaItem";

    private final BranchTaskService tasks;
    private final Meetings meetings;
    private final InvitationService invitations;
    private final AgendaItemRepository items;
    private final HeldMeetingRepository helds;
    private final Labels labels;
    private final AuditTrail audit;

    AgendaPlanning(
            BranchTaskService tasks,
            Meetings meetings,
            InvitationService invitations,
            AgendaItemRepository items,
            HeldMeetingRepository helds,
            Labels labels,
            AuditTrail audit) {
        this.tasks = tasks;
        this.meetings = meetings;
        this.invitations = invitations;
        this.items = items;
        this.helds = helds;
        this.labels = labels;
        this.audit = audit;
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
}
