package org.orglife.lookback;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new round is to be.
 *
 * @param percent 1 to 100 for a sample, null otherwise
 * @param members of the branch who look
 * @param others names of those who look and are none of its members, 1 to 40 characters each
 */
public record DrawRound(
        Extent extent, @Nullable Integer percent, LocalDate plannedOn, Set<Long> members, List<String> others) {

    public DrawRound {
        members = Set.copyOf(members);
        others = List.copyOf(others);
    }
}
