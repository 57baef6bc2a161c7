package org.orglife.sitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.orglife.campaign.BranchTask;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.meeting.Meetings;
import org.orglife.meeting.OrgLifeMeeting;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gates G2 and G3: what stands in the way of beginning and ending a meeting (domain 2.5). */
@Component
@Transactional(readOnly = true)
class MeetingGates {

    private final Meetings meetings;
    private final SittingLists lists;
    private final QuorumCheck quorum;
    private final AgendaItemRepository items;
    private final TurnRepository turns;
    private final SittingRepository sittings;
    private final AttendanceRepository attendances;
    private final BallotRounds ballots;
    private final MotionRepository motions;
    private final MeetingStatementRepository statements;

    MeetingGates(
            Meetings meetings,
            SittingLists lists,
            QuorumCheck quorum,
            AgendaItemRepository items,
            TurnRepository turns,
            SittingRepository sittings,
            AttendanceRepository attendances,
            BallotRounds ballots,
            MotionRepository motions,
            MeetingStatementRepository statements) {
        this.meetings = meetings;
        this.lists = lists;
        this.quorum = quorum;
        this.items = items;
        this.turns = turns;
        this.sittings = sittings;
        this.attendances = attendances;
        this.ballots = ballots;
        this.motions = motions;
        this.statements = statements;
    }

    /** What stands in the way of calling the meeting open (gate G2): hard lines refuse, the others ask for a reason. */
    List<GateLine> beforeBeginning(HeldMeeting held, BranchTask task) {
        OrgLifeMeeting meeting = meetings.find(task).orElseThrow(() -> new RuleViolationException("sitting.none"));
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
        List<Attendance> list = attendances.of(lists.open(held).getId());
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

    static boolean isThere(Long member, List<Attendance> list) {
        return list.stream().anyMatch(one -> member.equals(one.getMemberId()) && one.isPresent());
    }

    /** What stands in the way of ending the meeting (gate G3): hard lines refuse, the others ask for a reason. */
    List<GateLine> beforeEnding(HeldMeeting held) {
        return beforeEnding(course(held));
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

    /** The same, of what was read already. */
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
        if (course.ballots().stream().anyMatch(BallotRound::isAtWork)) {
            lines.add(GateLine.hard("sitting.gate.ballot-open"));
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

    /** A ballot or vote that was begun and not counted; one whose last round is void is held again. */
    private static Optional<GateLine> uncounted(AgendaItem item, Course course) {
        if (item.getType() == AgendaType.VOTE
                && course.motions().stream().noneMatch(motion -> motion.getId().equals(item.getId()))) {
            return Optional.of(GateLine.hard("sitting.gate.uncounted", item.getTitle()));
        }
        if (item.getType() != AgendaType.BALLOT) {
            return Optional.empty();
        }
        boolean counted = BallotRound.areCounted(course.ballots());
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
}
