package org.orglife.campaign;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orglife.shared.BranchScope;

/** Tells how far certain steps have come. Implemented by the feature that keeps the records the step consists of. */
public interface StepCheck {

    /** The steps it can tell about. */
    Set<StepCode> steps();

    /** What each of its steps has come to in a task that lies within the scope. */
    Map<StepCode, StepProgress> progress(BranchTask task, BranchScope scope);

    /** Address of the page on which those who work in the branch take one of its steps; empty if there is none. */
    Optional<String> page(StepCode step, BranchTask task);
}
