package org.orglife.problem;

import org.orglife.campaign.BranchTaskState;
import org.orglife.shared.BranchScope;

/** Who may read and write problems (domain 7.2), for single records; lists say the same in SQL. */
public final class ProblemAccess {

    private ProblemAccess() {}

    /**
     * Whether the text may be read. Superiors read the branch's problems and count the personal ones; the secretary
     * reads what was submitted; other committee members read it once the meeting has been held.
     */
    public static boolean mayRead(Problem problem, BranchScope scope) {
        if (!problem.getSubjectKind().isPersonal() || isOwn(problem, scope)) {
            return true;
        }
        BranchTaskState state = problem.getTask().getState();
        return switch (scope.role()) {
            case SECRETARY -> true;
            case DEPUTY, COMMITTEE -> state.isAfterMeeting();
            default -> false;
        };
    }

    /** Whether the text may be changed: the branch's by its committee and helpers, a personal one by its owner alone. */
    public static boolean mayWrite(Problem problem, BranchScope scope) {
        return problem.getSubjectKind().isPersonal() ? isOwn(problem, scope) : mayWriteForBranch(scope);
    }

    /** Whether problems of the branch may be put down. */
    public static boolean mayWriteForBranch(BranchScope scope) {
        return scope.role().worksForBranch();
    }

    private static boolean isOwn(Problem problem, BranchScope scope) {
        return problem.getSubjectMember() != null
                && scope.isOwn(problem.getSubjectMember().getId());
    }
}
