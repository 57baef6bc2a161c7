package org.orglife.sitting;

import java.util.Optional;
import org.orglife.campaign.BranchTask;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.MeetingForm;
import org.orglife.meeting.MeetingProperties;
import org.orglife.meeting.OrgLifeMeeting;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;

/** Asks whether enough people are there for what is to come. */
@Component
class QuorumCheck {

    private final SittingRepository sittings;
    private final AttendanceRepository attendances;
    private final MeetingProperties properties;

    QuorumCheck(SittingRepository sittings, AttendanceRepository attendances, MeetingProperties properties) {
        this.sittings = sittings;
        this.attendances = attendances;
        this.properties = properties;
    }

    /** Whether an item of that type needs people to be there, and whether they are; empty where it needs none. */
    Optional<Quorum> of(AgendaType type, HeadCount count, BranchTask task) {
        return switch (type) {
            case VOTE -> Optional.of(Quorum.forVote(count, properties.exactlyHalf()));
            case BALLOT ->
                task.getCampaign().getPolicy().ballotNeedsQuorum()
                        ? Optional.of(Quorum.forBallot(count))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether enough are there for the meeting as such: of the committee where it meets alone (BR-03), else BR-07. */
    Quorum ofMeeting(HeadCount count, OrgLifeMeeting meeting, HeldMeeting held, BranchTask task) {
        return meeting.getForm() == MeetingForm.COMMITTEE
                ? Quorum.forCommittee(count, held.getCommitteeSize())
                : Quorum.forMeeting(count, task.getCampaign().getPolicy().minAttendance());
    }

    HeadCount count(HeldMeeting held) {
        return sittings.open(held.getId())
                .map(sitting -> HeadCount.of(attendances.of(sitting.getId())))
                .orElseThrow(() -> new RuleViolationException("sitting.not-running"));
    }

    /**
     * Refuses an item for which not enough are there.
     *
     * @throws RuleViolationException {@code sitting.quorum.VOTE.NOT_MET} (BR-01), {@code sitting.quorum.BALLOT.NOT_MET}
     *     (BR-09)
     */
    void require(AgendaItem item, HeldMeeting held, BranchTask task) {
        of(item.getType(), count(held), task)
                .filter(asked -> asked.state() == QuorumState.NOT_MET)
                .ifPresent(asked -> {
                    throw new RuleViolationException(
                            asked.code(), asked.arguments().toArray());
                });
    }
}
