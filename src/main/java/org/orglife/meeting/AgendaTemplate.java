package org.orglife.meeting;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.OutsideReps;

/** What a meeting of a campaign deals with if the branch changes nothing (domain 2.6). */
public final class AgendaTemplate {

    private AgendaTemplate() {}

    /**
     * The items in their order. Members are balloted on where the campaign combines the review; guests speak where they
     * are invited or the campaign asks for them.
     *
     * @param invited in which capacities somebody is invited
     */
    public static List<AgendaType> of(BranchTask task, Collection<AttendanceCapacity> invited) {
        boolean outside = invited.contains(AttendanceCapacity.OUTSIDE_REP)
                || task.getCampaign().getPolicy().outsideReps() == OutsideReps.REQUIRED;
        boolean comment =
                invited.contains(AttendanceCapacity.SUPERVISOR) || invited.contains(AttendanceCapacity.CONTACT_LEADER);
        return Stream.of(
                        AgendaType.BRIEFING,
                        AgendaType.STUDY,
                        AgendaType.DUTY_REPORT,
                        AgendaType.COMMITTEE_REVIEW,
                        AgendaType.CRITICISM_ROUND,
                        outside ? AgendaType.OUTSIDE_STATEMENTS : null,
                        task.getCampaign().isCombinesMemberReview() ? AgendaType.BALLOT : null,
                        comment ? AgendaType.COMMENT : null,
                        AgendaType.CLOSING)
                .filter(Objects::nonNull)
                .toList();
    }
}
