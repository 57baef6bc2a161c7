package org.orglife.survey;

import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;

/**
 * Who has what to do with surveys (domain 7.2, as the ledger): secretary and deputy prepare, open and close them; the committee
 * reads them; everybody within reach reads what a closed one about items of the branch came to. One with somebody's own item
 * in it is read by the committee alone.
 */
public final class SurveyAccess {

    private SurveyAccess() {}

    /** Whether surveys may be prepared, opened and closed. */
    public static boolean leads(BranchScope scope) {
        return scope.role().leadsBranch();
    }

    static void mustLead(BranchScope scope) {
        if (!leads(scope)) {
            throw new RuleViolationException("survey.secretary-only");
        }
    }

    static boolean mayRead(SatisfactionSurvey survey, BranchScope scope) {
        if (scope.role().sitsOnCommittee()) {
            return true;
        }
        return !survey.isPersonal()
                && !scope.role().isOfficer()
                && (survey.getState() == SurveyState.CLOSED || scope.role().worksForBranch());
    }
}
