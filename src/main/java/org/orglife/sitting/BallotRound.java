package org.orglife.sitting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One round of 测评 as a meeting knows of it: how far it is, and how its slips and sheets were accounted for.
 *
 * @param round 1 for the first
 * @param part 1, or the number of the group that votes
 * @param issued slips and sheets given out
 * @param cast ballots that are in; while it goes on, those from phones only
 * @param valid ballots that count; 0 before the count
 * @param invalid paper sheets that do not; 0 before the count
 * @param voidReason code of the reason why it is void; null unless it is
 */
public record BallotRound(
        int round,
        int part,
        Stage stage,
        int issued,
        int cast,
        int valid,
        int invalid,
        String scrutineer,
        String teller,
        @Nullable String voidReason) {

    /** How far a round is. */
    public enum Stage {
        /** Being prepared: nobody can vote yet. */
        PREPARED,
        /** Votes are being cast. */
        VOTING,
        /** Nobody can vote any more, and nothing is counted yet. */
        CLOSED,
        COUNTED,
        /** Nothing of it counts; it is held again. */
        VOID
    }

    public boolean isCounted() {
        return stage == Stage.COUNTED;
    }

    /** Whether it was begun and is neither counted nor void. */
    public boolean isAtWork() {
        return stage != Stage.COUNTED && stage != Stage.VOID;
    }

    public boolean isVoid() {
        return stage == Stage.VOID;
    }

    /** Whether the last round of every part is counted, and there is one at all. */
    public static boolean areCounted(List<BallotRound> rounds) {
        Map<Integer, BallotRound> last = new HashMap<>();
        rounds.forEach(
                one -> last.merge(one.part(), one, (before, after) -> after.round() > before.round() ? after : before));
        return !last.isEmpty() && last.values().stream().allMatch(BallotRound::isCounted);
    }
}
