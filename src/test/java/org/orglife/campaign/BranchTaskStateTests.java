package org.orglife.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.campaign.CampaignState.ARCHIVED;
import static org.orglife.campaign.CampaignState.CANCELLED;
import static org.orglife.campaign.CampaignState.CLOSED;
import static org.orglife.campaign.CampaignState.CONSULTING;
import static org.orglife.campaign.CampaignState.DRAFT;
import static org.orglife.campaign.CampaignState.IN_PROGRESS;
import static org.orglife.campaign.CampaignState.ISSUED;
import static org.orglife.campaign.CampaignState.REPORTING;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The states of campaigns and tasks, and what follows from them. */
class BranchTaskStateTests {

    @Test
    void campaignsMoveOnlyForward() {
        Map<CampaignState, Set<CampaignState>> table = Map.of(
                DRAFT, Set.of(CONSULTING, ISSUED, CANCELLED),
                CONSULTING, Set.of(DRAFT, ISSUED, CANCELLED),
                ISSUED, Set.of(IN_PROGRESS, REPORTING, CANCELLED),
                IN_PROGRESS, Set.of(REPORTING, CANCELLED),
                REPORTING, Set.of(CLOSED),
                CLOSED, Set.of(ARCHIVED),
                ARCHIVED, Set.of(),
                CANCELLED, Set.of());
        for (CampaignState from : CampaignState.values()) {
            assertThat(Arrays.stream(CampaignState.values())
                            .filter(from::canBecome)
                            .collect(Collectors.toSet()))
                    .as(from.name())
                    .isEqualTo(table.get(from));
        }
    }

    @Test
    void theCommitteeReadsPersonalProblemsOnceTheMeetingHasBeenHeld() {
        assertThat(Arrays.stream(BranchTaskState.values()).filter(BranchTaskState::isAfterMeeting))
                .containsExactly(
                        BranchTaskState.HELD,
                        BranchTaskState.REPORTED,
                        BranchTaskState.RECTIFYING,
                        BranchTaskState.DONE);
    }

    @Test
    void finishedAndExemptedTasksTakeNoMoreWork() {
        assertThat(Arrays.stream(BranchTaskState.values()).filter(state -> !state.isOpen()))
                .containsExactly(BranchTaskState.DONE, BranchTaskState.EXEMPTED);
    }
}
