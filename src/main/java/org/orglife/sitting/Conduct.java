package org.orglife.sitting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Holding;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.meeting.Meetings;
import org.orglife.meeting.OrgLifeMeeting;
import org.orglife.organisation.MemberService;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.study.StudyDetails;
import org.orglife.study.StudyMode;
import org.orglife.study.StudyService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins a meeting (gate G2), interrupts it, goes on, ends it (gate G3). */
@Service
@Transactional
public class Conduct {

    private static final String TYPE = "HeldMeeting";

    /** Past midnight a meeting goes on for so long at most; an earlier end is a slip of the pen. */
    private static final int LONGEST_NIGHT_HOURS = 6;

    private final Desk desk;
    private final BranchTaskService tasks;
    private final Holding holding;
    private final Meetings meetings;
    private final CheckInService checkIn;
    private final QuorumCheck quorum;
    private final AgendaItemRepository items;
    private final TurnRepository turns;
    private final SittingRepository sittings;
    private final AttendanceRepository attendances;
    private final PaperBallotRepository ballots;
    private final MotionRepository motions;
    private final MeetingStatementRepository statements;
    private final StudyService studies;
    private final MemberService members;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conduct(
            Desk desk,
            BranchTaskService tasks,
            Holding holding,
            Meetings meetings,
            CheckInService checkIn,
            QuorumCheck quorum,
            AgendaItemRepository items,
            TurnRepository turns,
            SittingRepository sittings,
            AttendanceRepository attendances,
            PaperBallotRepository ballots,
            MotionRepository motions,
            MeetingStatementRepository statements,
            StudyService studies,
            MemberService members,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.holding = holding;
        this.meetings = meetings;
        this.checkIn = checkIn;
        this.quorum = quorum;
        this.items = items;
        this.turns = turns;
        this.sittings = sittings;
        this.attendances = attendances;
        this.ballots = ballots;
        this.motions = motions;
        this.statements = statements;
        this.studies = studies;
        this.members = members;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Calls the meeting open (gate G2); its first item begins. Calling it open again changes nothing.
     *
     * @param reason why it begins although a warning stands; null for none given
     * @throws RuleViolationException the code of the first line of {@link #beforeBeginning} that is hard, {@code
     *     sitting.begin.reason} if there are warnings and no reason
     */
    public void begin(long taskId, @Nullable String reason, Actor actor, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        if (held.getPhase() == MeetingPhase.RUNNING) {
            return;
        }
        BranchTask task = tasks.get(taskId, scope);
        pass(beforeBeginning(held, task), reason, "sitting.begin.reason");
        held.begin(clock.instant());
        holding.begin(taskId, reason, actor, scope);
        items.of(held.getId()).stream()
                .filter(item -> item.getState() == AgendaState.OPEN)
                .findFirst()
                .filter(item -> item.getType() != AgendaType.CRITICISM_ROUND
                        && item.getType() != AgendaType.VOTE
                        && item.getType() != AgendaType.BALLOT)
                .ifPresent(item -> item.begin(clock.instant()));
    }

    private static void pass(List<GateLine> lines, @Nullable String reason, String missing) {
        for (GateLine line : lines) {
            if (line.hard()) {
                throw new RuleViolationException(line.code(), line.arguments().toArray());
            }
        }
        if (!lines.isEmpty() && reason == null) {
            throw new RuleViolationException(missing);
        }
    }

    /** What stands in the way of calling the meeting open (gate G2): hard lines refuse, the others ask for a reason. */
    List<GateLine> beforeBeginning(HeldMeeting held, BranchTask task) {
        OrgLifeMeeting meeting = meeting(task);
        HeadCount count = quorum.count(held);
        List<GateLine> lines = new ArrayList<>();
        List<AgendaItem> agenda = items.of(held.getId());
        for (AgendaItem item : agenda) {
            if (item.getState() == AgendaState.OPEN) {
                quorum.of(item.getType(), count, task)
                        .filter(asked -> !asked.isMet())
                        .ifPresent(asked -> lines.add(line(asked, asked.state() == QuorumState.NOT_MET)));
            }
        }
        Quorum enough = quorum.ofMeeting(count, meeting, held, task);
        if (!enough.isMet()) {
            lines.add(line(enough, enough.rule() == Quorum.Rule.COMMITTEE));
        }
        boolean round = agenda.stream()
                .anyMatch(
                        item -> item.getType() == AgendaType.CRITICISM_ROUND && item.getState() != AgendaState.STRUCK);
        if (!round) {
            lines.add(GateLine.soft("sitting.gate.no-round"));
        }
        if (count.committee() == 0 && held.getCommitteeSize() > 0) {
            lines.add(GateLine.soft("sitting.gate.no-committee"));
        }
        List<Attendance> list = attendances.of(checkIn.openSitting(held).getId());
        if (!isThere(held.getChair().getId(), list)) {
            lines.add(GateLine.soft("sitting.gate.chair", held.getChair().getName()));
        }
        if (held.getRecorder() != null && !isThere(held.getRecorder().getId(), list)) {
            lines.add(GateLine.soft("sitting.gate.recorder", held.getRecorder().getName()));
        }
        return lines;
    }

    private static GateLine line(Quorum asked, boolean hard) {
        return new GateLine(hard, asked.code(), asked.arguments());
    }

    private static boolean isThere(Long member, List<Attendance> list) {
        return list.stream().anyMatch(one -> member.equals(one.getMemberId()) && one.isPresent());
    }

    private OrgLifeMeeting meeting(BranchTask task) {
        return meetings.find(task).orElseThrow(() -> new RuleViolationException("sitting.none"));
    }

    /** 暂时休会: whoever is still expected at this sitting did not come to it. */
    public void adjourn(long taskId, Actor actor, BranchScope scope) {
        HeldMeeting held = desk.holdRunning(taskId, scope);
        checkIn.close(held);
        held.adjourn();
        holding.adjourn(taskId, actor, scope);
    }

    /**
     * The meeting goes on, with a list of its own.
     *
     * @param groupId the group that meets now, where the branch meets in groups; null for the whole branch
     */
    public void resume(long taskId, @Nullable Long groupId, Actor actor, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        if (held.getPhase() == MeetingPhase.RUNNING) {
            return;
        }
        BranchTask task = tasks.get(taskId, scope);
        held.resume();
        checkIn.again(held, task, meeting(task), groupId);
        holding.begin(taskId, null, actor, scope);
    }

    /**
     * 散会 (gate G3). What need not have been on the agenda and was not reached is struck; whoever is still expected did
     * not come.
     *
     * @param reason why it ends although a warning stands; null for none given
     * @throws RuleViolationException the code of the first line of {@link #beforeEnding} that is hard, {@code
     *     sitting.end.reason} if there are warnings and no reason
     */
    public void end(long taskId, @Nullable String reason, Actor actor, BranchScope scope) {
        HeldMeeting held = desk.holdRunning(taskId, scope);
        pass(beforeEnding(course(held)), reason, "sitting.end.reason");
        Instant now = clock.instant();
        for (AgendaItem item : items.of(held.getId())) {
            if (item.getState() == AgendaState.RUNNING) {
                item.finish(now);
            } else if (item.getState() == AgendaState.OPEN) {
                item.strike(null);
            }
        }
        turns.flush();
        checkIn.close(held);
        held.end(now);
        holding.end(taskId, reason, actor, scope);
        events.publishEvent(new MeetingEnded(held.getId(), taskId));
    }

    private Course course(HeldMeeting held) {
        List<AgendaItem> agenda = items.of(held.getId());
        Set<Long> spoken = agenda.stream()
                .filter(item -> item.getType() == AgendaType.CRITICISM_ROUND)
                .flatMap(item -> turns.of(item.getId()).stream())
                .filter(turn -> turn.getStage().isOver())
                .map(Turn::getMemberId)
                .collect(Collectors.toSet());
        return new Course(
                agenda,
                attendances.ofAll(
                        sittings.of(held.getId()).stream().map(Sitting::getId).toList()),
                spoken,
                statements.of(held.getId()),
                ballots.of(held.getId()),
                motions.of(held.getId()));
    }

    /** What stands in the way of ending the meeting (gate G3): hard lines refuse, the others ask for a reason. */
    static List<GateLine> beforeEnding(Course course) {
        List<GateLine> lines = new ArrayList<>();
        for (AgendaItem item : course.agenda()) {
            if (item.getState() == AgendaState.OPEN) {
                lines.add(
                        item.isMust()
                                ? GateLine.hard("sitting.gate.item-open", item.getTitle())
                                : GateLine.soft("sitting.gate.item-left", item.getTitle()));
            }
            if (item.getState() == AgendaState.RUNNING || item.getState() == AgendaState.DONE) {
                uncounted(item, course).ifPresent(lines::add);
                if (item.getType() == AgendaType.CRITICISM_ROUND) {
                    lines.addAll(silent(course));
                }
            }
        }
        boolean supervised = !HeadCount.presentAs(course.everybody(), AttendanceCapacity.SUPERVISOR)
                .isEmpty();
        boolean commented =
                course.statements().stream().anyMatch(one -> one.getCapacity() == AttendanceCapacity.SUPERVISOR);
        if (supervised && !commented) {
            lines.add(GateLine.soft("sitting.gate.no-comment"));
        }
        return lines;
    }

    /** A ballot or vote that was opened and not counted; one whose last round is void is held again. */
    private static Optional<GateLine> uncounted(AgendaItem item, Course course) {
        if (item.getType() == AgendaType.VOTE
                && course.motions().stream().noneMatch(motion -> motion.getId().equals(item.getId()))) {
            return Optional.of(GateLine.hard("sitting.gate.uncounted", item.getTitle()));
        }
        if (item.getType() != AgendaType.BALLOT) {
            return Optional.empty();
        }
        List<PaperBallot> rounds = course.ballots().stream()
                .filter(ballot -> ballot.getItemId().equals(item.getId()))
                .toList();
        boolean counted = !rounds.isEmpty() && !rounds.get(rounds.size() - 1).isVoid();
        return counted ? Optional.empty() : Optional.of(GateLine.hard("sitting.gate.uncounted", item.getTitle()));
    }

    private static List<GateLine> silent(Course course) {
        List<String> names = course.everybody().stream()
                .filter(one ->
                        !one.isGuest() && one.isPresent() && !course.spoken().contains(one.getMemberId()))
                .map(Attendance::getName)
                .distinct()
                .toList();
        return names.isEmpty()
                ? List.of()
                : List.of(GateLine.soft("sitting.gate.silent", names.size(), String.join("、", names)));
    }

    /**
     * Too few have come: they study instead, those who are there are noted as having studied, and the meeting is to be
     * set for another day (domain 2.14).
     *
     * @param topics what was studied
     * @throws RuleViolationException {@code sitting.phase} once the meeting has begun
     */
    public void becomeStudy(long taskId, String topics, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        if (held.getPhase() != MeetingPhase.CHECK_IN) {
            throw new RuleViolationException("sitting.phase");
        }
        Set<Long> away = new HashSet<>();
        attendances.of(checkIn.openSitting(held).getId()).stream()
                .filter(one -> !one.isPresent())
                .map(Attendance::getMemberId)
                .filter(Objects::nonNull)
                .forEach(away::add);
        studies.record(
                taskId,
                new StudyDetails(StudyMode.COLLECTIVE, held.getHeldOn(), topics, held.getPlace(), null),
                away,
                scope);
        checkIn.discard(held);
        audit.record(SittingAction.BECAME_STUDY, TYPE, held.getId(), null);
    }

    /**
     * Notes the true day and hours of a meeting that was noted later than it was held. An end before the beginning is one
     * after midnight, if the meeting then lasts six hours at most.
     *
     * @throws RuleViolationException {@code sitting.times.future} for a day to come, {@code sitting.times.backwards}
     */
    public void correctTimes(long taskId, LocalDate on, LocalTime from, LocalTime until, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        Instant started = on.atTime(from).atZone(clock.getZone()).toInstant();
        Instant ended = endOf(on, from, until).atZone(clock.getZone()).toInstant();
        if (ended.isAfter(clock.instant())) {
            throw new RuleViolationException("sitting.times.future");
        }
        held.correctTimes(on, started, ended);
        audit.record(SittingAction.TIMES_CORRECTED, TYPE, held.getId(), null);
        events.publishEvent(new RecordChanged(held.getId(), taskId));
    }

    /** When a meeting ended that is written down with two hours only. */
    static LocalDateTime endOf(LocalDate on, LocalTime from, LocalTime until) {
        boolean overnight = until.isBefore(from)
                && Duration.between(on.atTime(from), on.plusDays(1).atTime(until))
                                .compareTo(Duration.ofHours(LONGEST_NIGHT_HOURS))
                        <= 0;
        return (overnight ? on.plusDays(1) : on).atTime(until);
    }

    /**
     * Somebody else chairs, or keeps the record, from now on; both are members of the branch who are there.
     *
     * @throws RuleViolationException {@code sitting.desk.absent} if one of them is not there, {@code sitting.desk.chair} if
     *     somebody else than one of the committee is to chair
     */
    public void hand(long taskId, long chairId, long recorderId, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        List<Attendance> list = attendances.ofAll(
                sittings.of(held.getId()).stream().map(Sitting::getId).toList());
        if (!isThere(chairId, list) || !isThere(recorderId, list)) {
            throw new RuleViolationException("sitting.desk.absent");
        }
        boolean seated =
                list.stream().anyMatch(one -> Long.valueOf(chairId).equals(one.getMemberId()) && one.getSeat() != null);
        if (held.getCommitteeSize() > 0 && !seated) {
            throw new RuleViolationException("sitting.desk.chair");
        }
        held.hand(
                members.get(chairId, scope).member(),
                members.get(recorderId, scope).member());
        audit.record(SittingAction.DESK_HANDED, TYPE, held.getId(), null);
    }
}
