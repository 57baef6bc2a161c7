package org.orglife.rectification;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.CloseBranchItemsBy;
import org.orglife.organisation.PositionKind;
import org.orglife.problem.SubjectKind;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;

/**
 * Who reviews and closes an item: never one of its owners, never the one whose problem it is (domain 2.10, design 7.2).
 *
 * @param subject whose problem it is
 * @param subjectMember null for one of the branch
 * @param owners members who answer for its measures
 * @param committee who sits on the branch's committee today, and in which seat
 * @param branchItems who closes the branch's own items in this campaign
 */
public record ClosingRule(
        SubjectKind subject,
        @Nullable Long subjectMember,
        Set<Long> owners,
        Map<Long, PositionKind> committee,
        CloseBranchItemsBy branchItems) {

    /** Whether the caller, in the role he acts in, may send the item back or strike it off. */
    public boolean allows(BranchScope scope) {
        if (scope.memberId() != null && isInvolved(scope.memberId())) {
            return false;
        }
        if (!subject.isPersonal()) {
            return (branchItems == CloseBranchItemsBy.SUPERIOR || free().isEmpty())
                    ? scope.role() == Role.PARTY_OFFICE
                    : scope.role().sitsOnCommittee();
        }
        List<Long> inBranch = closersInBranch();
        if (inBranch.isEmpty()) {
            return scope.role() == Role.PARTY_OFFICE;
        }
        return scope.role().sitsOnCommittee() && scope.memberId() != null && inBranch.contains(scope.memberId());
    }

    /** Whether nobody in the branch may close it, so that it falls to the superior's office. */
    public boolean fallsToOffice() {
        return free().isEmpty() && (subject.isPersonal() || branchItems == CloseBranchItemsBy.COMMITTEE);
    }

    /** The secretary closes personal items; where he cannot, any other committee member does. */
    private List<Long> closersInBranch() {
        List<Long> free = free();
        List<Long> secretary = free.stream()
                .filter(member -> committee.get(member) == PositionKind.SECRETARY)
                .toList();
        return secretary.isEmpty() ? free : secretary;
    }

    private List<Long> free() {
        return committee.keySet().stream().filter(member -> !isInvolved(member)).toList();
    }

    private boolean isInvolved(long member) {
        return owners.contains(member) || (subjectMember != null && subjectMember == member);
    }
}
