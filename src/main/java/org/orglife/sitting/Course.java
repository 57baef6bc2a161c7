package org.orglife.sitting;

import java.util.List;
import java.util.Set;

/**
 * What has come of a meeting so far, as it was read: what asks whether the meeting may end goes by it.
 *
 * @param everybody on the lists of all its sittings
 * @param spoken members whose turn in the round of criticism is over
 */
record Course(
        List<AgendaItem> agenda,
        List<Attendance> everybody,
        Set<Long> spoken,
        List<MeetingStatement> statements,
        List<BallotRound> ballots,
        List<Motion> motions) {

    Course {
        agenda = List.copyOf(agenda);
        everybody = List.copyOf(everybody);
        spoken = Set.copyOf(spoken);
        statements = List.copyOf(statements);
        ballots = List.copyOf(ballots);
        motions = List.copyOf(motions);
    }
}
