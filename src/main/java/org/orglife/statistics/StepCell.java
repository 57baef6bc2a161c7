package org.orglife.statistics;

import java.util.Locale;
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

    /** Style of its colour: by state, and by being late. */
    public String look() {
        return "db-step-" + state.name().toLowerCase(Locale.ROOT) + (late ? " db-step-late" : "");
    }

    /** Which sign stands for it where no numbers do: its state, or that it is late and not even begun. */
    public String sign() {
        return late && state != StepState.IN_PROGRESS ? "LATE" : state.name();
    }

    /** Whether how far it has come is said in numbers. */
    public boolean isCounted() {
        return state == StepState.IN_PROGRESS && total > 0;
    }
}
