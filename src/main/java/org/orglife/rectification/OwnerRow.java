package org.orglife.rectification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.PositionKind;

/**
 * A line of the list of responsibilities (F05): one owner with all he answers for.
 *
 * @param seat on the branch committee; null for an ordinary member
 */
public record OwnerRow(
        long memberId, String name, String branch, @Nullable PositionKind seat, List<LedgerLine> duties) {

    public OwnerRow {
        duties = List.copyOf(duties);
    }
}
