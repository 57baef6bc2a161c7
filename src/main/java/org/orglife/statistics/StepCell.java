package org.orglife.statistics;

import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepState;

/**
 * One step of one branch on the board.
 *
 * @param done how much of it is there
 * @param total how much is asked for; 0 where there is nothing to count against
 * @param late whether it is past its date and not settled
 */
public record StepCell(StepCode code, StepState state, int done, int total, boolean late) {

    /** Whether how far it has come is said in numbers. */
    public boolean isCounted() {
        return state == StepState.IN_PROGRESS && total > 0;
    }
}
