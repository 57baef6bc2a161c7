package org.orglife.review;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;

/**
 * The review of a branch as its committee sees it.
 *
 * @param lines in the order of the roster
 * @param votes by member; empty for those who may not read them, and before the count
 * @param meetings those that decided, the last one first
 * @param present who was at the last one
 * @param tellers names of those who told somebody, by member
 */
public record ReviewView(
        BranchTask task,
        ReviewStage stage,
        List<ReviewLine> lines,
        ExcellentCap cap,
        ExcellentCaps.@Nullable Permission permission,
        List<ReviewMeeting> meetings,
        List<String> present,
        Map<Long, Votes> votes,
        Map<Long, String> tellers) {

    public ReviewView {
        lines = List.copyOf(lines);
        meetings = List.copyOf(meetings);
        present = List.copyOf(present);
        votes = Map.copyOf(votes);
        tellers = Map.copyOf(tellers);
    }

    /** The meeting that decided on somebody; null while none has. */
    public @Nullable ReviewMeeting meetingOf(ReviewLine line) {
        Long decidedBy = line.row() == null ? null : line.row().getMeetingId();
        return meetings.stream()
                .filter(one -> one.getId().equals(decidedBy))
                .findFirst()
                .orElse(null);
    }

    /** The last meeting that was noted; null before the first. */
    public @Nullable ReviewMeeting meeting() {
        return meetings.isEmpty() ? null : meetings.get(0);
    }

    public List<ReviewLine> graded() {
        return lines.stream().filter(ReviewLine::isGraded).toList();
    }

    public long decided() {
        return lines.stream().filter(ReviewLine::isDecided).count();
    }

    public long fedBack() {
        return lines.stream().filter(ReviewLine::isFedBack).count();
    }

    /** The line of a member; null if he is not on the list. */
    public @Nullable ReviewLine line(long memberId) {
        return lines.stream()
                .filter(one -> one.memberId() == memberId)
                .findFirst()
                .orElse(null);
    }

    /**
     * What was voted on somebody, once both texts about him are there: they are written without an eye on the votes
     * (BR-50). Null before, where too few have voted, and for whoever may not read it.
     */
    public @Nullable Votes shownVotes(ReviewLine line) {
        return line.isDescribed() ? votes.get(line.memberId()) : null;
    }

    /** Who comes after somebody among those who get a grade; null after the last one. */
    public @Nullable ReviewLine next(long memberId) {
        List<ReviewLine> all = graded();
        for (int at = 0; at + 1 < all.size(); at++) {
            if (all.get(at).memberId() == memberId) {
                return all.get(at + 1);
            }
        }
        return null;
    }
}
