package org.orglife.sitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.Meetings;
import org.orglife.meeting.OrgLifeMeeting;
import org.orglife.organisation.Member;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a meeting for its pages. */
@Component
@Transactional(readOnly = true)
public class ConsoleQuery {

    private final BranchTaskService tasks;
    private final Gists gists;
    private final Meetings meetings;
    private final HeldMeetingRepository helds;
    private final SittingRepository sittings;
    private final AttendanceRepository attendances;
    private final AgendaItemRepository items;
    private final MeetingStatementRepository statements;
    private final BallotRounds ballots;
    private final MotionRepository motions;
    private final QuorumCheck quorum;
    private final MeetingGates gates;

    ConsoleQuery(
            Gists gists,
            BranchTaskService tasks,
            Meetings meetings,
            HeldMeetingRepository helds,
            SittingRepository sittings,
            AttendanceRepository attendances,
            AgendaItemRepository items,
            MeetingStatementRepository statements,
            BallotRounds ballots,
            MotionRepository motions,
            QuorumCheck quorum,
            MeetingGates gates) {
        this.gists = gists;
        this.tasks = tasks;
        this.meetings = meetings;
        this.helds = helds;
        this.sittings = sittings;
        this.attendances = attendances;
        this.items = items;
        this.statements = statements;
        this.ballots = ballots;
        this.motions = motions;
        this.quorum = quorum;
        this.gates = gates;
    }

    /** The last meeting of a task that was found within the caller's scope; empty before its check-in has begun. */
    public Optional<HeldMeeting> held(BranchTask task) {
        return meetings.find(task).flatMap(meeting -> helds.findById(meeting.getId()));
    }

    /** All meetings of a task that was found within the caller's scope, the last one first. */
    public List<HeldMeeting> all(BranchTask task) {
        return helds.ofTask(task.getId());
    }

    /**
     * The meeting as those at its console see it.
     *
     * @return empty before the check-in has begun
     * @throws NotFoundException if there is no such task, or its branch lies outside the scope
     * @throws org.orglife.shared.RuleViolationException {@code sitting.desk-only} for others than those at the desk
     */
    public Optional<ConsoleView> console(long taskId, BranchScope scope) {
        BranchTask task = tasks.glance(taskId, scope);
        Optional<HeldMeeting> found = held(task);
        found.ifPresent(held -> Desk.requireDesk(idOf(held.getChair()), idOf(held.getRecorder()), scope));
        return found.map(held -> view(task, held, scope));
    }

    /**
     * One of the meetings of a task with every word that was written of it, for its minutes: whoever asks decides what he
     * shows to whom.
     */
    public ConsoleView whole(BranchTask task, HeldMeeting held, BranchScope scope) {
        return view(task, held, true, scope);
    }

    /**
     * One by its id, for those who keep what follows from it; never for a page.
     *
     * @throws NotFoundException if there is none
     */
    public HeldMeeting held(long meetingId) {
        return helds.findById(meetingId).orElseThrow(() -> new NotFoundException(HeldMeeting.class, meetingId));
    }

    /** Everybody who was expected or came, a line for each sitting, in their order. */
    public List<Attendance> attendance(HeldMeeting held) {
        return attendances.ofAll(
                sittings.of(held.getId()).stream().map(Sitting::getId).toList());
    }

    private static @Nullable Long idOf(@Nullable Member member) {
        return member == null ? null : member.getId();
    }

    private ConsoleView view(BranchTask task, HeldMeeting held, BranchScope scope) {
        boolean writes = scope.isOwn(idOf(held.getRecorder())) && held.getPhase() != MeetingPhase.RECORD_SIGNED;
        return view(task, held, writes, scope);
    }

    private ConsoleView view(BranchTask task, HeldMeeting held, boolean reads, BranchScope scope) {
        OrgLifeMeeting meeting =
                meetings.get(held.getId()).orElseThrow(() -> new NotFoundException(HeldMeeting.class, held.getId()));
        List<Sitting> all = sittings.of(held.getId());
        Sitting sitting =
                all.stream().filter(one -> one.getEndedAt() == null).findFirst().orElse(all.get(all.size() - 1));
        List<Attendance> everybody =
                attendances.ofAll(all.stream().map(Sitting::getId).toList());
        List<Attendance> list = everybody.stream()
                .filter(one -> one.getSittingId().equals(sitting.getId()))
                .sorted(Attendance.BY_PLACE)
                .toList();
        HeadCount count = HeadCount.of(list);
        List<AgendaItem> agenda = items.of(held.getId());
        List<TurnRow> turns = turns(agenda, reads, scope);
        List<MeetingStatement> said = statements.of(held.getId());
        List<BallotRound> counted = ballots.of(held.getId());
        List<Motion> voted = motions.of(held.getId());
        List<GateLine> gate = switch (held.getPhase()) {
            case CHECK_IN -> gates.beforeBeginning(held, task);
            case RUNNING ->
                MeetingGates.beforeEnding(new Course(agenda, everybody, spoken(turns), said, counted, voted));
            default -> List.of();
        };
        boolean recorder = scope.isOwn(idOf(held.getRecorder()));
        return new ConsoleView(
                task,
                meeting,
                held,
                all,
                sitting,
                list,
                count,
                quorum.ofMeeting(count, meeting, held, task),
                asked(agenda, count, task),
                agenda,
                turns,
                said,
                counted,
                voted,
                gate,
                !scope.role().isSuperior() && Desk.isAtDesk(idOf(held.getChair()), idOf(held.getRecorder()), scope),
                scope.isOwn(idOf(held.getChair())),
                recorder);
    }

    private List<Quorum> asked(List<AgendaItem> agenda, HeadCount count, BranchTask task) {
        return agenda.stream()
                .filter(item -> !item.getState().isSettled())
                .map(AgendaItem::getType)
                .distinct()
                .flatMap(type -> quorum.of(type, count, task).stream())
                .toList();
    }

    private List<TurnRow> turns(List<AgendaItem> agenda, boolean reads, BranchScope scope) {
        List<TurnRow> rows = new ArrayList<>();
        agenda.stream()
                .filter(item -> item.getType() == AgendaType.CRITICISM_ROUND)
                .forEach(item -> rows.addAll(gists.rows(item.getId(), reads, scope)));
        return rows;
    }

    private static Set<Long> spoken(List<TurnRow> turns) {
        return turns.stream()
                .filter(turn -> turn.stage().isOver())
                .map(TurnRow::memberId)
                .collect(Collectors.toSet());
    }
}
