package org.orglife.minutes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.meeting.AgendaType;
import org.orglife.organisation.MemberKind;
import org.orglife.shared.BranchScope;
import org.orglife.sitting.AgendaItem;
import org.orglife.sitting.AgendaState;
import org.orglife.sitting.Attendance;
import org.orglife.sitting.AttendanceStatus;
import org.orglife.sitting.ConsoleQuery;
import org.orglife.sitting.ConsoleView;
import org.orglife.sitting.HeldMeeting;
import org.orglife.sitting.Motion;
import org.orglife.sitting.Sitting;
import org.orglife.sitting.TurnRow;
import org.orglife.sitting.TurnStage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Draws the minutes from the records of the sitting; nothing of them is typed twice. */
@Component
@Transactional(readOnly = true, propagation = Propagation.MANDATORY)
class MinutesReading {

    private final ConsoleQuery console;
    private final MeetingDecisionRepository decisions;

    MinutesReading(ConsoleQuery console, MeetingDecisionRepository decisions) {
        this.console = console;
        this.decisions = decisions;
    }

    /**
     * Minutes that are still written.
     *
     * @param notesVersions of each item, by which two recorders do not overwrite each other
     */
    record Draft(MinutesContent content, Map<Long, Long> notesVersions) {}

    /** The same with what a form needs to change it. */
    Draft draft(BranchTask task, HeldMeeting held, @Nullable String conclusion, BranchScope scope) {
        ConsoleView view = console.whole(task, held, scope);
        Map<Long, Long> versions = new LinkedHashMap<>();
        view.agenda().forEach(item -> versions.put(item.getId(), item.getNotesVersion()));
        return new Draft(content(view, task, held, conclusion), versions);
    }

    /** Everything as the records have it now, whoever reads it: filter it before showing it. */
    MinutesContent of(BranchTask task, HeldMeeting held, @Nullable String conclusion, BranchScope scope) {
        return content(console.whole(task, held, scope), task, held, conclusion);
    }

    private MinutesContent content(ConsoleView view, BranchTask task, HeldMeeting held, @Nullable String conclusion) {
        List<Attendance> attendance = console.attendance(held);
        List<Attendance> members = eachOnce(attendance);
        List<MinutesContent.Guest> guests = guests(attendance);
        Map<Long, String> names = names(attendance);
        return new MinutesContent(
                task.getBranch().getName(),
                task.getCampaign().getTitle(),
                view.meeting().getNumber(),
                view.meeting().getForm(),
                held.getHeldOn(),
                toMinute(held.getStartedAt()),
                toMinute(held.getEndedAt()),
                held.getPlace(),
                held.getChair().getName(),
                held.getRecorder() == null ? null : held.getRecorder().getName(),
                count(members, guests.size()),
                view.sittings().size() == 1 ? List.of() : comings(view.sittings(), attendance),
                members.stream()
                        .filter(one -> !one.isPresent())
                        .map(MinutesReading::absentee)
                        .toList(),
                guests,
                view.agenda().stream().map(item -> item(item, view, names)).toList(),
                conclusion,
                decisions.of(held.getId()).stream()
                        .map(one -> new MinutesContent.Decision(
                                one.getText(),
                                one.getOwner() == null ? null : one.getOwner().getName(),
                                one.getDueOn()))
                        .toList());
    }

    private static @Nullable Instant toMinute(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MINUTES);
    }

    /**
     * Each member once, as figures count him: his line at a sitting he was at, otherwise at one he was on leave from,
     * otherwise at the last one.
     *
     * @param attendance of all sittings, one after the other
     */
    static List<Attendance> eachOnce(List<Attendance> attendance) {
        Map<Long, Attendance> each = new LinkedHashMap<>();
        attendance.stream()
                .filter(one -> !one.isGuest())
                .forEach(one -> each.merge(
                        one.getMemberId() == null ? 0L : one.getMemberId(),
                        one,
                        (before, now) -> weight(now) >= weight(before) ? now : before));
        return List.copyOf(each.values());
    }

    private static int weight(Attendance one) {
        return switch (one.getStatus()) {
            case PRESENT -> 2;
            case EXCUSED -> 1;
            case ABSENT, EXPECTED -> 0;
        };
    }

    private static Map<Long, String> names(List<Attendance> attendance) {
        Map<Long, String> names = new LinkedHashMap<>();
        attendance.forEach(one -> {
            if (one.getMemberId() != null) {
                names.put(one.getMemberId(), one.getName());
            }
        });
        return names;
    }

    private static List<MinutesContent.Guest> guests(List<Attendance> attendance) {
        return attendance.stream()
                .filter(one -> one.isGuest() && one.isPresent())
                .sorted(Comparator.comparing(Attendance::getCapacity).thenComparing(Attendance::getId))
                .map(one -> new MinutesContent.Guest(one.getName(), one.getUnit(), one.getCapacity()))
                .distinct()
                .toList();
    }

    private static MinutesContent.Count count(List<Attendance> members, int guests) {
        int present = count(members, AttendanceStatus.PRESENT);
        int probationary = (int) members.stream()
                .filter(one -> one.isPresent() && one.getKind() == MemberKind.PROBATIONARY)
                .count();
        return new MinutesContent.Count(
                members.size(),
                present,
                present - probationary,
                probationary,
                count(members, AttendanceStatus.EXCUSED),
                count(members, AttendanceStatus.ABSENT),
                guests);
    }

    private static int count(List<Attendance> members, AttendanceStatus status) {
        return (int) members.stream().filter(one -> one.getStatus() == status).count();
    }

    private static List<MinutesContent.Coming> comings(List<Sitting> sittings, List<Attendance> attendance) {
        List<MinutesContent.Coming> all = new ArrayList<>();
        for (Sitting sitting : sittings) {
            List<Attendance> list = attendance.stream()
                    .filter(one -> !one.isGuest() && one.getSittingId().equals(sitting.getId()))
                    .toList();
            all.add(new MinutesContent.Coming(
                    sitting.getNumber(),
                    sitting.getHeldOn(),
                    sitting.getBegunAt().truncatedTo(ChronoUnit.MINUTES),
                    toMinute(sitting.getEndedAt()),
                    list.size(),
                    count(list, AttendanceStatus.PRESENT)));
        }
        return all;
    }

    private static MinutesContent.Absentee absentee(Attendance one) {
        return new MinutesContent.Absentee(
                one.getId(),
                one.getMemberId() == null ? 0 : one.getMemberId(),
                one.getName(),
                one.getStatus(),
                one.getReason());
    }

    private static MinutesContent.Item item(AgendaItem item, ConsoleView view, Map<Long, String> names) {
        Motion motion = view.motion(item);
        return new MinutesContent.Item(
                item.getId(),
                item.getType(),
                item.getTitle(),
                item.getPerson(),
                item.getState() == AgendaState.STRUCK,
                item.getStruckReason(),
                item.getNotes(),
                view.statements(item).stream()
                        .map(one -> new MinutesContent.Said(
                                one.getId(), one.getSpeaker(), one.getUnit(), one.getCapacity(), one.getText()))
                        .toList(),
                motion == null
                        ? null
                        : new MinutesContent.Vote(
                                motion.getExpectedVoters(),
                                motion.getPresentVoters(),
                                motion.getApprove(),
                                motion.getAgainst(),
                                motion.getAbstain(),
                                motion.isCarried()),
                view.ballots(item).stream()
                        .filter(one -> one.isCounted() || one.isVoid())
                        .map(one -> new MinutesContent.Ballot(
                                one.round(),
                                one.scrutineer(),
                                one.teller(),
                                one.issued(),
                                one.cast(),
                                one.valid(),
                                one.invalid(),
                                one.isVoid()))
                        .toList(),
                item.getType() == AgendaType.CRITICISM_ROUND
                        ? view.turns().stream().map(turn -> speech(turn, names)).toList()
                        : List.of());
    }

    private static MinutesContent.Speech speech(TurnRow turn, Map<Long, String> names) {
        return new MinutesContent.Speech(
                turn.id(),
                turn.memberId(),
                turn.name(),
                turn.stage() != TurnStage.WAITING && turn.stage() != TurnStage.SKIPPED,
                turn.skipReason(),
                turn.selfCriticism(),
                turn.response(),
                turn.critics().stream()
                        .map(critic -> new MinutesContent.Critic(
                                critic.memberId(), names.getOrDefault(critic.memberId(), "—"), critic.gist()))
                        .toList());
    }
}
