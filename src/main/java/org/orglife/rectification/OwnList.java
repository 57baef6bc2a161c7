package org.orglife.rectification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.problem.ProblemDraft;

/**
 * A member's own list, for its page.
 *
 * @param own whether it is the caller's; otherwise he takes it down for somebody
 * @param drafts what is written and not handed in, as far as it is open to the caller
 * @param handedIn what is handed in; to a helper only how much there is
 * @param mayTakeBack whether something of it can still be taken back
 */
public record OwnList(
        long memberId,
        String name,
        boolean own,
        List<ProblemDraft> drafts,
        List<HandedIn> handedIn,
        int handedInCount,
        boolean mayTakeBack) {

    public OwnList {
        drafts = List.copyOf(drafts);
        handedIn = List.copyOf(handedIn);
    }

    /**
     * A problem that was handed in.
     *
     * @param measures how many are planned
     * @param recorderName who took it down; null if the member wrote it himself
     */
    public record HandedIn(
            long id,
            int number,
            String aspect,
            String text,
            ItemState state,
            int measures,
            @Nullable String recorderName) {}
}
