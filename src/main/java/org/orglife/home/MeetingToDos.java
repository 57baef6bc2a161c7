package org.orglife.home;

import java.util.List;
import java.util.stream.Collectors;
import org.orglife.ballot.BallotQuery;
import org.orglife.meeting.MeetingQuery;
import org.orglife.meeting.WaitingMeeting;
import org.orglife.minutes.MakeUpQuery;
import org.orglife.minutes.MinutesQuery;
import org.orglife.routine.RoutineQuery;
import org.orglife.routine.WaitingRoutine;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.study.MakeUpState;
import org.springframework.stereotype.Component;

/** Meetings: calling one, its ballot, its record, and making up for it and for study; ordinary ones too. */
@Component
class MeetingToDos implements ToDoSource {

    /** Days after a meeting by which its record is signed (domain 2.8). */
    private static final int DAYS_TO_SIGN = 3;

    private final MeetingQuery meetings;
    private final BallotQuery ballots;
    private final MinutesQuery minutes;
    private final MakeUpQuery makeUps;
    private final RoutineQuery routine;
    private final Labels labels;

    MeetingToDos(
            MeetingQuery meetings,
            BallotQuery ballots,
            MinutesQuery minutes,
            MakeUpQuery makeUps,
            RoutineQuery routine,
            Labels labels) {
        this.meetings = meetings;
        this.ballots = ballots;
        this.minutes = minutes;
        this.makeUps = makeUps;
        this.routine = routine;
        this.labels = labels;
    }

    @Override
    public void add(List<ToDo> all, Actor actor, BranchScope scope) {
        meetings.waiting(scope).forEach(waiting -> all.add(meeting(waiting)));
        ballots.offices(scope).forEach(office -> all.add(ballot(office)));
        minutes.unsigned(scope)
                .forEach(unsigned -> all.add(new ToDo(
                        ToDoKind.SIGN_MINUTES,
                        unsigned.heldOn().plusDays(DAYS_TO_SIGN),
                        List.of(unsigned.campaign()),
                        "/tasks/" + unsigned.taskId() + "/minutes")));
        makeUps.own(scope).forEach(need -> all.add(makeUp(need)));
        routine.waiting(actor.unitId(), scope).forEach(waiting -> all.add(record(waiting)));
    }

    private static ToDo meeting(WaitingMeeting waiting) {
        ToDoKind kind = switch (waiting.need()) {
            case READ -> ToDoKind.READ_MEETING_NOTICE;
            case ASK -> ToDoKind.ASK_TO_MEET;
            case TELL -> ToDoKind.SEND_NOTICE;
            case MEND -> ToDoKind.MEND_MEETING;
            case LIST -> ToDoKind.CONFIRM_LIST;
            case LEAVES -> ToDoKind.ANSWER_LEAVE;
            case COME -> ToDoKind.COME_AFTER_ALL;
            case APPROVE -> ToDoKind.APPROVE_MEETING;
            case CONSENT -> ToDoKind.CONSENT_MEETING;
        };
        String page = switch (kind) {
            case CONFIRM_LIST -> "/expected";
            case ANSWER_LEAVE, COME_AFTER_ALL -> "/leave";
            default -> "/meeting";
        };
        return new ToDo(
                kind,
                waiting.dueOn(),
                List.of(waiting.branch(), waiting.campaign(), String.valueOf(waiting.number())),
                "/tasks/" + waiting.taskId() + page);
    }

    private static ToDo ballot(BallotQuery.Office office) {
        return new ToDo(
                office.scrutineer() ? ToDoKind.SCRUTINISE_BALLOT : ToDoKind.COUNT_BALLOT,
                null,
                List.of(office.campaign()),
                "/tasks/" + office.taskId() + "/meeting/ballot");
    }

    private static ToDo makeUp(MakeUpQuery.Need need) {
        boolean open = need.state() == MakeUpState.OPEN;
        if (need.sessionId() != null) {
            ToDoKind kind = open ? ToDoKind.MAKE_UP : ToDoKind.CONFIRM_MAKE_UP;
            return new ToDo(kind, null, List.of(ToDo.quote(need.title())), "/study/" + need.sessionId());
        }
        return new ToDo(
                open ? ToDoKind.MAKE_UP_MEETING : ToDoKind.CONFIRM_MEETING,
                open ? need.dueOn() : null,
                List.of(need.title()),
                "/tasks/" + need.taskId() + "/make-ups");
    }

    private ToDo record(WaitingRoutine waiting) {
        String kinds = waiting.kinds().stream().map(labels::of).collect(Collectors.joining("、"));
        return new ToDo(
                ToDoKind.RECORD_ROUTINE, waiting.heldOn(), List.of(kinds), "/routine/" + waiting.id() + "/held");
    }
}
