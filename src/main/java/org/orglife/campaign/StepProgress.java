package org.orglife.campaign;

import java.util.List;

/**
 * How far a step has come in one branch.
 *
 * @param done how much of it is there
 * @param total how much is asked for; 0 where there is nothing to count against
 * @param code message that says it in words, such as "4 个，5/6 方面"
 * @param arguments what the message names
 * @param must whether what is known of the branch makes a step that a campaign only offers one that must be done
 */
public record StepProgress(StepState state, int done, int total, String code, List<Object> arguments, boolean must) {

    public StepProgress {
        arguments = List.copyOf(arguments);
    }

    public StepProgress(StepState state, int done, int total, String code, List<Object> arguments) {
        this(state, done, total, code, arguments, false);
    }

    public int percent() {
        return total == 0 ? 0 : Math.min(100, done * 100 / total);
    }
}
