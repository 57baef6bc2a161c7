package org.orglife.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who is invited to a meeting, and what he answered. */
@Service
@Transactional
public class InvitationService {

    private static final String TYPE = "Invitation";

    private final BranchTaskService tasks;
    private final Meetings meetings;
    private final InvitationRepository invitations;
    private final AuditTrail audit;
    private final Clock clock;

    InvitationService(
            BranchTaskService tasks,
            Meetings meetings,
            InvitationRepository invitations,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.meetings = meetings;
        this.invitations = invitations;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who is invited to the meeting of a task that was found within the caller's scope. */
    @Transactional(readOnly = true)
    public List<Invitation> of(BranchTask task) {
        return meetings.find(task.getId())
                .map(meeting -> invitations.of(meeting.getId()))
                .orElse(List.of());
    }

    /**
     * Invites somebody.
     *
     * @throws RuleViolationException {@code meeting.invitation.twice} if he is invited in that capacity already, {@code
     *     campaign.committee-only}, {@code meeting.over}
     */
    public void invite(long taskId, InvitationDetails details, BranchScope scope) {
        BranchTask task = workOn(taskId, scope);
        OrgLifeMeeting meeting = meetings.begin(task);
        boolean known = invitations.of(meeting.getId()).stream()
                .anyMatch(each -> each.getCapacity() == details.capacity()
                        && each.getName().equals(details.name())
                        && String.valueOf(each.getUnit()).equals(String.valueOf(details.unit())));
        if (known) {
            throw new RuleViolationException("meeting.invitation.twice", details.name());
        }
        Invitation invitation = invitations.save(new Invitation(meeting, details));
        audit.record(
                MeetingAction.GUEST_INVITED,
                TYPE,
                invitation.getId(),
                task.getBranch().getName());
    }

    /** Whom the branch invited to its last meeting, as a start for this one; empty if it invited nobody. */
    @Transactional(readOnly = true)
    public List<Invitation> last(BranchTask task) {
        return invitations.last(task.getBranch().getId(), task.getId());
    }

    /**
     * Invites everybody who was invited the last time and is not yet this time.
     *
     * @throws RuleViolationException {@code campaign.committee-only}, {@code meeting.over}
     */
    public void inviteLikeLast(long taskId, BranchScope scope) {
        BranchTask task = workOn(taskId, scope);
        OrgLifeMeeting meeting = meetings.begin(task);
        Set<InvitationDetails> known = invitations.of(meeting.getId()).stream()
                .map(Invitation::details)
                .collect(Collectors.toSet());
        last(task).stream()
                .map(Invitation::details)
                .filter(details -> !known.contains(details))
                .distinct()
                .forEach(details -> invitations.save(new Invitation(meeting, details)));
        audit.record(
                MeetingAction.GUEST_INVITED,
                TYPE,
                meeting.getId(),
                task.getBranch().getName());
    }

    /** Notes what somebody answered, by telephone or in person. */
    public void answer(long taskId, long invitationId, InvitationAnswer answer, BranchScope scope) {
        BranchTask task = workOn(taskId, scope);
        find(taskId, invitationId).answer(answer, LocalDate.now(clock));
        audit.record(
                MeetingAction.GUEST_ANSWERED,
                TYPE,
                invitationId,
                task.getBranch().getName());
    }

    /** Takes an invitation off the list. */
    public void delete(long taskId, long invitationId, BranchScope scope) {
        BranchTask task = workOn(taskId, scope);
        invitations.delete(find(taskId, invitationId));
        audit.record(
                MeetingAction.GUEST_DROPPED,
                TYPE,
                invitationId,
                task.getBranch().getName());
    }

    private Invitation find(long taskId, long invitationId) {
        return meetings.find(taskId)
                .flatMap(meeting -> invitations.find(invitationId, meeting.getId()))
                .orElseThrow(() -> new NotFoundException(Invitation.class, invitationId));
    }

    private BranchTask workOn(long taskId, BranchScope scope) {
        if (!scope.role().worksForBranch()) {
            throw new RuleViolationException("campaign.committee-only");
        }
        BranchTask task = tasks.workOn(taskId, scope);
        if (task.getState().isAfterMeeting()) {
            throw new RuleViolationException("meeting.over", task.getBranch().getName());
        }
        return task;
    }
}
