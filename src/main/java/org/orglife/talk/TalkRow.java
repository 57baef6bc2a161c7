package org.orglife.talk;

import java.time.LocalDate;
import org.orglife.shared.LateEntry;

/**
 * A talk in a list.
 *
 * @param partners names of those talked with, in their order
 * @param confirmed how many of those who took part have confirmed it
 * @param people how many took part
 * @param imported came with a workbook: nobody is asked to confirm it
 * @param mine whether the one the list is for took part and has not confirmed it yet, though he is asked
 */
public record TalkRow(
        long id,
        long taskId,
        String branch,
        String campaign,
        LocalDate heldOn,
        TalkMedium medium,
        PairKind pairKind,
        String convener,
        String partners,
        LocalDate recordedOn,
        int confirmed,
        int people,
        boolean imported,
        boolean mine) {

    /** Entered more than 7 days after it took place (补录). */
    public boolean isLate() {
        return LateEntry.isLate(heldOn, recordedOn);
    }
}
