package org.orglife.meeting;

import java.time.Clock;
import java.time.LocalDate;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.MemberService;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Settles who is expected at a branch's meeting, and who is left out (BR-05). */
@Service
@Transactional
public class ExpectedListService {

    private static final String TYPE = "ExpectedList";

    private final BranchTaskService tasks;
    private final ExpectedListRepository lists;
    private final ExpectedExclusionRepository exclusions;
    private final ExpectedQuery query;
    private final MemberService members;
    private final AuditTrail audit;
    private final Clock clock;

    ExpectedListService(
            BranchTaskService tasks,
            ExpectedListRepository lists,
            ExpectedExclusionRepository exclusions,
            ExpectedQuery query,
            MemberService members,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.lists = lists;
        this.exclusions = exclusions;
        this.query = query;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Confirms the list as it stands. Confirming what is confirmed already changes nothing.
     *
     * @param mark of the list that was read, see {@link ExpectedRoll#mark}
     * @throws RuleViolationException {@code meeting.expected.moved} if somebody came or left since it was read, {@code
     *     meeting.expected.nobody} if nobody is expected, {@code meeting.over} once the meeting has been held, {@code
     *     campaign.secretary-only}
     */
    public void confirm(long taskId, String mark, Actor actor, BranchScope scope) {
        BranchTask task = workOn(taskId, scope);
        ExpectedRoll roll = query.roll(task);
        if (!roll.mark().equals(mark)) {
            throw new RuleViolationException("meeting.expected.moved");
        }
        if (roll.expected().isEmpty()) {
            throw new RuleViolationException("meeting.expected.nobody");
        }
        if (roll.isCurrent()) {
            return;
        }
        ExpectedList list = lists.findById(taskId).orElseGet(() -> new ExpectedList(task));
        list.confirm(roll.expected(), actor.displayName(), clock.instant());
        lists.save(list);
        audit.record(
                MeetingAction.EXPECTED_CONFIRMED, TYPE, taskId, task.getBranch().getName());
    }

    /** Opens the list again: until it is confirmed anew, the members of the day are counted. */
    public void reopen(long taskId, BranchScope scope) {
        BranchTask task = workOn(taskId, scope);
        lists.findById(taskId).ifPresent(ExpectedList::reopen);
        audit.record(
                MeetingAction.EXPECTED_REOPENED, TYPE, taskId, task.getBranch().getName());
    }

    /**
     * Leaves a member out of the list (BR-05).
     *
     * @throws RuleViolationException {@code meeting.exclusion.nobody} if he is not expected in this branch or left out
     *     already, and what {@link ExpectedExclusion} refuses
     */
    public void exclude(long taskId, ExclusionDetails details, Actor actor, BranchScope scope) {
        BranchTask task = workOn(taskId, scope);
        boolean expected = query.roll(task).expected().stream().anyMatch(row -> row.id() == details.memberId());
        if (!expected) {
            throw new RuleViolationException("meeting.exclusion.nobody");
        }
        exclusions.save(new ExpectedExclusion(
                task,
                members.get(details.memberId(), scope).member(),
                details,
                actor.displayName(),
                LocalDate.now(clock)));
        audit.record(
                MeetingAction.MEMBER_EXCLUDED, TYPE, taskId, task.getBranch().getName());
    }

    /** The member is expected after all. */
    public void admit(long taskId, long exclusionId, BranchScope scope) {
        BranchTask task = workOn(taskId, scope);
        exclusions.delete(exclusions
                .find(exclusionId, taskId)
                .orElseThrow(() -> new NotFoundException(ExpectedExclusion.class, exclusionId)));
        audit.record(
                MeetingAction.MEMBER_ADMITTED, TYPE, taskId, task.getBranch().getName());
    }

    private BranchTask workOn(long taskId, BranchScope scope) {
        if (!scope.role().leadsBranch()) {
            throw new RuleViolationException("campaign.secretary-only");
        }
        BranchTask task = tasks.workOn(taskId, scope);
        if (task.getState().isAfterMeeting()) {
            throw new RuleViolationException("meeting.over", task.getBranch().getName());
        }
        return task;
    }
}
