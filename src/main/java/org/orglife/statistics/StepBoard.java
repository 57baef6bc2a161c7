package org.orglife.statistics;

import java.util.List;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.StepCode;

/**
 * 步骤进度: the branches of a campaign and their steps before the meeting.
 *
 * @param steps those that are asked for, in the order of the catalogue
 * @param rows in the order of the tree
 * @param all whether these are all branches of the scope: no more than {@link StepBoards#MOST_ROWS} are shown
 */
public record StepBoard(Campaign campaign, List<StepCode> steps, List<StepBoardRow> rows, boolean all) {

    public StepBoard {
        steps = List.copyOf(steps);
        rows = List.copyOf(rows);
    }

    /** How many of the branches have nothing more to do for a step. */
    public long settled(StepCode step) {
        return rows.stream().filter(row -> !row.lacks(step)).count();
    }

    /** The branches alone that have still to do a step. */
    public StepBoard lacking(StepCode step) {
        return new StepBoard(
                campaign, steps, rows.stream().filter(row -> row.lacks(step)).toList(), all);
    }
}
