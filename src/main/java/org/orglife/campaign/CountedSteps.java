package org.orglife.campaign;

import java.util.Map;

/**
 * What was counted of the steps of a task when something in it was last changed. Implemented by whoever keeps the figures;
 * pages that show all steps at once read it, gates ask the records themselves.
 */
public interface CountedSteps {

    /** By step; empty if nothing was done in the task yet. The caller has found the task within his scope. */
    Map<StepCode, StepProgress> of(long taskId);
}
