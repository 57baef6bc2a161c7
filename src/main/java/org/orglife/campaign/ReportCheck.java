package org.orglife.campaign;

import java.util.List;
import org.orglife.shared.BranchScope;

/** Tells what gate G4 asks for. Implemented by the feature that keeps the record of the meeting. */
public interface ReportCheck {

    /** What is missing in a task that lies within the scope, what it cannot do without first. */
    List<ReportLine> missing(BranchTask task, BranchScope scope);
}
