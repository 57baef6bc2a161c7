package org.orglife.lookback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;

/**
 * A round with all that the caller may read of it.
 *
 * @param lines items whose text he may read
 * @param branch counts of the branch's items
 * @param personal counts of personal items; null where he is not told of them
 * @param missing items at which nobody has looked yet, of all kinds; 0 for whoever does not keep the round
 * @param keeps whether he may end it or call it off now
 */
public record LookBackView(
        BranchTask task,
        LookBackRound round,
        List<LookBackLine> lines,
        FindingCounts branch,
        @Nullable FindingCounts personal,
        int missing,
        boolean keeps) {

    public LookBackView {
        lines = List.copyOf(lines);
    }

    /** Numbers of the branch's items in the round. */
    public List<Integer> branchNumbers() {
        return numbers(false);
    }

    private List<Integer> numbers(boolean personal) {
        return lines.stream()
                .filter(line -> line.result().isPersonal() == personal)
                .map(line -> line.problem().getNumber())
                .toList();
    }

    /** Whether there are personal items that he is told the number of and reads nothing of. */
    public boolean hidesPersonal() {
        return personal != null && personal.all() > numbers(true).size();
    }
}
