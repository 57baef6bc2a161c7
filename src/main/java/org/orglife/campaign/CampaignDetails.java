package org.orglife.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the office writes into a campaign before it is issued.
 *
 * @param year a label, not a date: the meeting of a year may be held in January of the next
 * @param basis upstream documents the campaign goes back to, one a line
 * @param branchAspects set for the branch, in order
 * @param memberAspects set for the members, in order
 * @param targets units whose branches get a task; empty means the issuer's whole subtree
 */
public record CampaignDetails(
        CampaignKind kind,
        boolean combinesMemberReview,
        String title,
        int year,
        @Nullable String docNumber,
        @Nullable String basis,
        @Nullable String theme,
        @Nullable String requirementPhrase,
        @Nullable LocalDate meetingFrom,
        @Nullable LocalDate meetingUntil,
        @Nullable LocalDate reportDueOn,
        @Nullable LocalDate rectificationDueOn,
        List<NamedAspect> branchAspects,
        List<NamedAspect> memberAspects,
        List<StudyItem> studyItems,
        List<PlannedStep> steps,
        Policy policy,
        Set<Long> targets) {

    public CampaignDetails {
        branchAspects = List.copyOf(branchAspects);
        memberAspects = List.copyOf(memberAspects);
        studyItems = List.copyOf(studyItems);
        steps = List.copyOf(steps);
        targets = Set.copyOf(targets);
    }

    List<NamedAspect> aspects(AspectSubject subject) {
        return subject == AspectSubject.BRANCH ? branchAspects : memberAspects;
    }
}
