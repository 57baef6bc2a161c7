package org.orglife.publication;

import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;

/** Who reads and does what: those who work for the branch all of it, everybody else within reach what is shown. */
final class PublicationAccess {

    private PublicationAccess() {}

    static boolean mayRead(Publication publication, BranchScope scope) {
        return scope.role().worksForBranch() || publication.getState().isShown();
    }

    static void require(PublicationAct act, BranchScope scope) {
        if (!act.isFor(scope.role())) {
            throw new RuleViolationException(
                    act == PublicationAct.APPROVE
                            ? "publication.secretary-only"
                            : (act == PublicationAct.CHANGE
                                            || act == PublicationAct.DELETE
                                            || act == PublicationAct.REPORT
                                    ? "publication.workers-only"
                                    : "publication.committee-only"));
        }
    }
}
