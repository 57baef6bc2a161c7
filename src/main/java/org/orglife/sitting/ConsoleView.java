package org.orglife.sitting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.meeting.OrgLifeMeeting;

/**
 * Everything that the pages of a meeting show of it, read in one go.
 *
 * @param sitting the one that goes on, otherwise the last one
 * @param list of that sitting: members by seat and pinyin, then guests
 * @param enough whether enough are there for the meeting as such
 * @param asked whether enough are there for a ballot or vote that is still on the agenda
 * @param turns of the round of criticism; empty before it has begun
 * @param gate what stands in the way of beginning or ending, whichever comes next
 * @param desk whether the caller works the console
 * @param chair whether the caller chairs
 * @param recorder whether the caller keeps the record
 */
public record ConsoleView(
        BranchTask task,
        OrgLifeMeeting meeting,
        HeldMeeting held,
        List<Sitting> sittings,
        Sitting sitting,
        List<Attendance> list,
        HeadCount count,
        Quorum enough,
        List<Quorum> asked,
        List<AgendaItem> agenda,
        List<TurnRow> turns,
        List<MeetingStatement> statements,
        List<BallotRound> ballots,
        List<Motion> motions,
        List<GateLine> gate,
        boolean desk,
        boolean chair,
        boolean recorder) {

    public ConsoleView {
        sittings = List.copyOf(sittings);
        list = List.copyOf(list);
        asked = List.copyOf(asked);
        agenda = List.copyOf(agenda);
        turns = List.copyOf(turns);
        statements = List.copyOf(statements);
        ballots = List.copyOf(ballots);
        motions = List.copyOf(motions);
        gate = List.copyOf(gate);
    }

    /** The item that is dealt with; null for none. */
    public @Nullable AgendaItem current() {
        return agenda.stream()
                .filter(item -> item.getState() == AgendaState.RUNNING)
                .findFirst()
                .orElse(null);
    }

    /** The item that comes after it; null for none. */
    public @Nullable AgendaItem following() {
        AgendaItem now = current();
        return agenda.stream()
                .filter(item -> item.getState() == AgendaState.OPEN)
                .filter(item -> now == null || item.getPosition() > now.getPosition())
                .findFirst()
                .or(() -> agenda.stream()
                        .filter(item -> item.getState() == AgendaState.OPEN)
                        .findFirst())
                .orElse(null);
    }

    /** Items that are not struck, in their order. */
    public List<AgendaItem> items() {
        return agenda.stream()
                .filter(item -> item.getState() != AgendaState.STRUCK)
                .toList();
    }

    /** Whose turn it is; null for nobody's. */
    public @Nullable TurnRow turn() {
        return turns.stream()
                .filter(turn -> turn.stage().isCurrent())
                .findFirst()
                .orElse(null);
    }

    /** Who comes after him; null for nobody. */
    public @Nullable TurnRow nextTurn() {
        return turns.stream()
                .filter(turn -> turn.stage() == TurnStage.WAITING)
                .findFirst()
                .orElse(null);
    }

    /** Place of the current turn among all, 1 for the first; 0 for none. */
    public int turnNumber() {
        return turns.indexOf(turn()) + 1;
    }

    /** Turns that are over. */
    public long turnsDone() {
        return turns.stream().filter(turn -> turn.stage() == TurnStage.DONE).count();
    }

    public List<Attendance> members() {
        return list.stream().filter(one -> !one.isGuest()).toList();
    }

    public List<Attendance> guests() {
        return list.stream().filter(Attendance::isGuest).toList();
    }

    /** Members with that status. */
    public List<Attendance> members(AttendanceStatus status) {
        return members().stream().filter(one -> one.getStatus() == status).toList();
    }

    /** Those on leave, by name; not why. */
    public String excusedNames() {
        return members(AttendanceStatus.EXCUSED).stream()
                .map(Attendance::getName)
                .collect(Collectors.joining("、"));
    }

    /** Whoever may criticise the one whose turn it is: the members there but himself. */
    public List<Attendance> critics() {
        TurnRow now = turn();
        return members(AttendanceStatus.PRESENT).stream()
                .filter(one -> now == null || !Long.valueOf(now.memberId()).equals(one.getMemberId()))
                .toList();
    }

    /** Whoever may speak in an item for guests: representatives in theirs, everybody else who came from above in 点评. */
    public List<Attendance> speakers(AgendaItem item) {
        return list.stream()
                .filter(Attendance::isPresent)
                .filter(one -> switch (item.getType()) {
                    case OUTSIDE_STATEMENTS -> one.getCapacity() == AttendanceCapacity.OUTSIDE_REP;
                    case COMMENT ->
                        one.getCapacity() == AttendanceCapacity.SUPERVISOR
                                || one.getCapacity() == AttendanceCapacity.CONTACT_LEADER
                                || one.getCapacity() == AttendanceCapacity.OBSERVER
                                || one.getCapacity() == AttendanceCapacity.LEADER_AS_ORDINARY_MEMBER;
                    default -> false;
                })
                .toList();
    }

    /** What was said in an item. */
    public List<MeetingStatement> statements(AgendaItem item) {
        return statements.stream()
                .filter(one -> one.getItemId().equals(item.getId()))
                .toList();
    }

    /** What somebody said in an item; null where nothing was noted. */
    public @Nullable MeetingStatement statementOf(AgendaItem item, Attendance speaker) {
        return statements(item).stream()
                .filter(one -> one.getSpeaker().equals(speaker.getName()) && one.getCapacity() == speaker.getCapacity())
                .findFirst()
                .orElse(null);
    }

    /**
     * The rounds of the ballot in the item it belongs to: 测评, or the review of the committee where members are not graded;
     * empty for every other item.
     */
    public List<BallotRound> ballots(AgendaItem item) {
        return hasBallot(item) ? ballots : List.of();
    }

    /** Whether the ballot of the meeting is held in an item. */
    public boolean hasBallot(AgendaItem item) {
        AgendaType type = items().stream().anyMatch(one -> one.getType() == AgendaType.BALLOT)
                ? AgendaType.BALLOT
                : AgendaType.COMMITTEE_REVIEW;
        return item.getType() == type && (type == AgendaType.BALLOT || held.getCommitteeSize() > 0);
    }

    /** The round that is at work, or the last one; null while none was prepared, and for an item without a ballot. */
    public @Nullable BallotRound ballot(AgendaItem item) {
        List<BallotRound> rounds = ballots(item);
        return rounds.isEmpty() ? null : rounds.get(rounds.size() - 1);
    }

    /** Whether the ballot keeps the meeting from ending. */
    public boolean needsBallot() {
        boolean begun = items().stream()
                .anyMatch(item -> hasBallot(item)
                        && (item.getState() == AgendaState.RUNNING || item.getState() == AgendaState.DONE));
        return ballots.stream().anyMatch(BallotRound::isAtWork) || (begun && !BallotRound.areCounted(ballots));
    }

    /** What came of a vote; null while it was not counted. */
    public @Nullable Motion motion(AgendaItem item) {
        Optional<Motion> found =
                motions.stream().filter(one -> one.getId().equals(item.getId())).findFirst();
        return found.orElse(null);
    }

    /** Whether something refuses what comes next; otherwise a reason is enough. */
    public boolean isBlocked() {
        return gate.stream().anyMatch(GateLine::hard);
    }
}
