package org.orglife.statistics;

import java.util.List;
import org.orglife.campaign.BranchTaskState;
import org.orglife.campaign.StepCode;

/**
 * A branch with all its steps.
 *
 * @param cells in the order of the catalogue, for the steps the campaign asks for
 */
public record StepBoardRow(long taskId, long unitId, String name, BranchTaskState state, List<StepCell> cells) {

    public StepBoardRow {
        cells = List.copyOf(cells);
    }

    /** Whether that step is still to be done; of null, any of them. */
    public boolean lacks(StepCode step) {
        return cells.stream()
                .anyMatch(cell -> cell.code() == step && !cell.state().isSettled());
    }
}
