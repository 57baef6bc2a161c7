package org.orglife.sitting;

import java.util.List;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.MeetingForm;
import org.orglife.meeting.Meetings;
import org.orglife.organisation.MemberKind;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes hold of a meeting for its ballot. Casting a vote never comes here: it must leave no trace at the meeting. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BallotDesk {

    private final Desk desk;
    private final BranchTaskService tasks;
    private final Meetings meetings;
    private final AgendaItemRepository items;
    private final SittingLists lists;
    private final AttendanceRepository attendances;
    private final QuorumCheck quorum;

    BallotDesk(
            Desk desk,
            BranchTaskService tasks,
            Meetings meetings,
            AgendaItemRepository items,
            SittingLists lists,
            AttendanceRepository attendances,
            QuorumCheck quorum) {
        this.desk = desk;
        this.tasks = tasks;
        this.meetings = meetings;
        this.items = items;
        this.lists = lists;
        this.attendances = attendances;
        this.quorum = quorum;
    }

    /**
     * The meeting as its ballot knows it.
     *
     * @param part 1, or the number of the sitting where the branch meets in groups
     * @param inGroups whether other groups vote on the same
     * @param eligible persons who may vote (BR-38): those expected at this sitting
     * @param present of them, those who are there
     * @param votesOnMembers whether members are graded at it
     * @param votesOnCommittee whether its committee's work is evaluated at it (BR-42)
     */
    public record Place(
            BranchTask task,
            long meetingId,
            int part,
            boolean inGroups,
            int eligible,
            int present,
            boolean votesOnMembers,
            boolean votesOnCommittee) {}

    /**
     * The running meeting for those at its desk; its open pages are told that it has changed.
     *
     * @throws RuleViolationException {@code sitting.desk-only} for others, {@code sitting.not-running} before and after
     */
    public Place hold(long taskId, BranchScope scope) {
        return place(desk.holdRunning(taskId, scope), taskId, scope);
    }

    /**
     * The same once people may vote.
     *
     * @throws RuleViolationException as {@link #hold}, {@code sitting.ballot.not-reached} before the item was begun, {@code
     *     sitting.quorum.BALLOT.NOT_MET} (BR-09)
     */
    public Place holdForVoting(long taskId, BranchScope scope) {
        HeldMeeting held = desk.holdRunning(taskId, scope);
        Place place = place(held, taskId, scope);
        AgendaItem item = items.of(held.getId()).stream()
                .filter(one ->
                        one.getType() == (place.votesOnMembers() ? AgendaType.BALLOT : AgendaType.COMMITTEE_REVIEW))
                .filter(one -> one.getState() == AgendaState.RUNNING || one.getState() == AgendaState.DONE)
                .findFirst()
                .orElseThrow(() -> new RuleViolationException("sitting.ballot.not-reached"));
        quorum.require(item, held, place.task());
        return place;
    }

    /** The running meeting for somebody of the branch who has an office at its ballot; whoever calls asks which. */
    public Place holdForOfficer(long taskId, BranchScope scope) {
        BranchTask task = tasks.glance(taskId, scope);
        long meeting = meetings.find(task)
                .orElseThrow(() -> new RuleViolationException("sitting.none"))
                .getId();
        HeldMeeting held = desk.take(meeting);
        if (!held.getPhase().isRunning()) {
            throw new RuleViolationException("sitting.not-running");
        }
        return place(held, taskId, scope);
    }

    private Place place(HeldMeeting held, long taskId, BranchScope scope) {
        BranchTask task = tasks.glance(taskId, scope);
        List<AgendaItem> agenda = items.of(held.getId());
        boolean members = isOnAgenda(agenda, AgendaType.BALLOT);
        boolean committee = isOnAgenda(agenda, AgendaType.COMMITTEE_REVIEW) && held.getCommitteeSize() > 0;
        Sitting sitting = lists.open(held);
        boolean inGroups = meetings.find(task)
                .filter(meeting -> meeting.getForm() == MeetingForm.GROUP)
                .isPresent();
        boolean all = task.getCampaign().getPolicy().probationaryBallot();
        List<Attendance> voters = attendances.of(sitting.getId()).stream()
                .filter(one -> !one.isGuest() && (all || one.getKind() == MemberKind.FULL))
                .toList();
        return new Place(
                task,
                held.getId(),
                inGroups ? sitting.getNumber() : 1,
                inGroups,
                voters.size(),
                (int) voters.stream().filter(Attendance::isPresent).count(),
                members,
                committee);
    }

    private static boolean isOnAgenda(List<AgendaItem> agenda, AgendaType type) {
        return agenda.stream().anyMatch(item -> item.getType() == type && item.getState() != AgendaState.STRUCK);
    }
}
