package org.orglife.outline;

import org.orglife.campaign.PersonalText;
import org.orglife.campaign.Policy;
import org.orglife.campaign.ShareTexts;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;

/**
 * Who may read and write texts for the meeting (domain 7.2). The author always; the secretary once it was handed in for
 * review, the committee if the policy says so; members with the author's consent; nobody above the branch, ever.
 */
final class OutlineAccess {

    private OutlineAccess() {}

    /** Whether the campaign leaves room for texts at all. */
    static boolean isAllowed(Policy policy) {
        return policy.personalText() != PersonalText.NONE;
    }

    /** Whether it is the caller's to write: his own, or the branch's for those who work for it. */
    static boolean isAuthor(Outline outline, BranchScope scope) {
        return outline.getMember() == null
                ? scope.role().worksForBranch()
                : scope.isOwn(outline.getMember().getId());
    }

    /**
     * Whether the role reads before the meeting what others hand in.
     *
     * @param secretary whether the branch has a secretary; where it has none, the deputy reads in his place
     */
    static boolean reviews(Policy policy, Role role, boolean secretary) {
        return switch (policy.textReview()) {
            case OFF -> false;
            case BY_SECRETARY -> role == Role.SECRETARY || (role == Role.DEPUTY && !secretary);
            case BY_COMMITTEE -> role.sitsOnCommittee();
        };
    }

    /** Whether he reads this one: a person's, handed in, not his own. The branch's own text is nobody's to review. */
    static boolean mayReview(Outline outline, BranchScope scope, boolean secretary) {
        return outline.getMember() != null
                && outline.getHandedIn() > 0
                && !isAuthor(outline, scope)
                && reviews(outline.getTask().getCampaign().getPolicy(), scope.role(), secretary);
    }

    /** Whether what was handed in is open to the members of the branch. */
    static boolean isOpenToMembers(Outline outline, BranchScope scope) {
        return outline.getSharedOn() != null
                && opens(outline.getTask().getCampaign().getPolicy(), scope);
    }

    /** Whether the caller, somebody in the branch, may read what authors let the others read. */
    static boolean opens(Policy policy, BranchScope scope) {
        return policy.shareTexts() == ShareTexts.AUTHOR_CONSENT
                && !scope.role().isSuperior()
                && !scope.role().isOfficer();
    }

    /** Whether what was handed in may be read at all. */
    static boolean mayRead(Outline outline, BranchScope scope, boolean secretary) {
        return isAuthor(outline, scope)
                || mayReview(outline, scope, secretary)
                || (outline.getHandedIn() > 0 && isOpenToMembers(outline, scope));
    }

    /** Whether the caller decides about who else reads it: the author; for the branch's text whoever leads the branch. */
    static boolean mayShare(Outline outline, BranchScope scope) {
        return outline.getTask().getCampaign().getPolicy().shareTexts() == ShareTexts.AUTHOR_CONSENT
                && isAuthor(outline, scope)
                && (outline.getMember() != null || scope.role().leadsBranch());
    }
}
