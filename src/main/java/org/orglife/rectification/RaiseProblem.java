package org.orglife.rectification;

import java.util.List;
import org.orglife.problem.ProblemText;

/**
 * A problem is put down, with what is to be done about it if that is known already.
 *
 * @param forBranch a problem of the branch; otherwise one's own
 * @param measures may be empty: then the item waits for its measures
 */
public record RaiseProblem(long taskId, boolean forBranch, ProblemText text, List<MeasurePlan> measures) {

    public RaiseProblem {
        measures = List.copyOf(measures);
    }
}
