package org.orglife.minutes;

import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Member;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.sitting.HeldMeeting;
import org.orglife.sitting.MeetingPhase;

/**
 * How much somebody may read of minutes (domain 7.2). The committee reads everything, and so do chair and recorder until
 * they have signed; the branch does not read the wording of criticism, but for everybody's own, nor why somebody was
 * absent; a supervision group neither; other superiors read numbers, agenda and decisions.
 *
 * @param memberId whose own part is shown to him
 * @param wording of the round of criticism
 * @param reasons why somebody was not there
 * @param names who was not there, who came from elsewhere, who spoke in the round
 * @param notes what was said about the items
 */
public record MinutesReader(@Nullable Long memberId, boolean wording, boolean reasons, boolean names, boolean notes) {

    static MinutesReader of(HeldMeeting held, BranchScope scope) {
        Role role = scope.role();
        if (role.isSuperior()) {
            boolean near = role == Role.SUPERVISOR;
            return new MinutesReader(null, false, false, near, near);
        }
        boolean signs = held.getPhase() == MeetingPhase.RECORD_OPEN
                && (isOwn(held.getChair(), scope) || isOwn(held.getRecorder(), scope));
        boolean all = role.sitsOnCommittee() || signs;
        return new MinutesReader(scope.memberId(), all, all || role.worksForBranch(), true, true);
    }

    private static boolean isOwn(@Nullable Member member, BranchScope scope) {
        return member != null && scope.isOwn(member.getId());
    }

    boolean mayReadWordingOf(long member) {
        return wording || Long.valueOf(member).equals(memberId);
    }
}
