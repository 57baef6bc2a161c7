package org.orglife.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchPlan;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Preparation;
import org.orglife.organisation.MemberService;
import org.orglife.organisation.Roster;
import org.orglife.sealing.Sealer;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who cannot come to a meeting. The remark is for the secretary alone, the reason for the committee (domain 7.2). */
@Service
@Transactional
public class LeaveService {

    private static final String TYPE = "LeaveRequest";
    static final String REMARK = "leave.remark";

    private final BranchTaskService tasks;
    private final Preparation preparation;
    private final Meetings meetings;
    private final LeaveRequestRepository requests;
    private final ExpectedQuery expected;
    private final MemberService members;
    private final Roster roster;
    private final Sealer sealer;
    private final AuditTrail audit;
    private final Clock clock;

    LeaveService(
            BranchTaskService tasks,
            Preparation preparation,
            Meetings meetings,
            LeaveRequestRepository requests,
            ExpectedQuery expected,
            MemberService members,
            Roster roster,
            Sealer sealer,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.preparation = preparation;
        this.meetings = meetings;
        this.requests = requests;
        this.expected = expected;
        this.members = members;
        this.roster = roster;
        this.sealer = sealer;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The requests that the caller may know of: the committee and its helpers all of them, everybody his own; superiors
     * none, they count.
     */
    @Transactional(readOnly = true)
    public List<LeaveRow> list(BranchTask task, BranchScope scope) {
        return meetings.find(task.getId()).map(meeting -> requests.of(meeting.getId())).orElse(List.of()).stream()
                .filter(request -> scope.role().worksForBranch()
                        || scope.isOwn(request.getMember().getId()))
                .map(request -> row(request, scope))
                .toList();
    }

    private LeaveRow row(LeaveRequest request, BranchScope scope) {
        boolean own = scope.isOwn(request.getMember().getId());
        boolean reason = own || scope.role().sitsOnCommittee();
        boolean remark = own || scope.role().leadsBranch();
        byte[] sealed = request.getRemarkSealed();
        return new LeaveRow(
                request.getId(),
                request.getMember().getId(),
                request.getMember().getName(),
                reason ? request.getReason() : null,
                remark && sealed != null ? sealer.open(sealed, REMARK) : null,
                request.getState(),
                request.getAskedAt(),
                request.getAskedBy(),
                request.getAnsweredBy(),
                own,
                request.isSeen());
    }

    /** How many of a branch have asked for leave, and have not been asked to come: for superiors. */
    @Transactional(readOnly = true)
    public long count(BranchTask task) {
        return meetings.find(task.getId()).map(meeting -> requests.of(meeting.getId())).orElse(List.of()).stream()
                .filter(request -> request.getState().isLive())
                .count();
    }

    /**
     * Asks for leave. A member asks for himself; what whoever leads the branch writes down for somebody else is accepted
     * with it.
     *
     * @throws RuleViolationException {@code meeting.leave.own-only}, {@code meeting.leave.no-day} while the day is not
     *     settled, {@code meeting.leave.over} after it, {@code meeting.leave.nobody} if he is not expected in this branch,
     *     {@code meeting.leave.twice} if he has asked already
     */
    public void ask(long taskId, AskLeave command, Actor actor, BranchScope scope) {
        BranchTask task = tasks.workOn(taskId, scope);
        boolean own = scope.isOwn(command.memberId());
        if (!own && !scope.role().leadsBranch()) {
            throw new RuleViolationException("meeting.leave.own-only");
        }
        requireAhead(task, scope);
        boolean isExpected = expected.roll(task).expected().stream().anyMatch(row -> row.id() == command.memberId());
        if (!isExpected) {
            throw new RuleViolationException("meeting.leave.nobody");
        }
        OrgLifeMeeting meeting = meetings.begin(task);
        boolean asked = requests.of(meeting.getId()).stream()
                .anyMatch(request ->
                        request.getState().isLive() && request.getMember().getId() == command.memberId());
        if (asked) {
            throw new RuleViolationException("meeting.leave.twice");
        }
        LeaveRequest request = new LeaveRequest(
                meeting,
                members.get(command.memberId(), scope).member(),
                command.reason(),
                sealed(command.remark()),
                actor.displayName(),
                clock.instant());
        if (!own) {
            request.answer(true, actor.displayName(), clock.instant());
        }
        requests.save(request);
        audit.record(
                MeetingAction.LEAVE_ASKED,
                TYPE,
                request.getId(),
                task.getBranch().getName());
    }

    private byte @Nullable [] sealed(@Nullable String remark) {
        return remark == null ? null : sealer.seal(remark, REMARK);
    }

    private void requireAhead(BranchTask task, BranchScope scope) {
        if (task.getState().isAfterMeeting()) {
            throw new RuleViolationException("meeting.leave.over");
        }
        BranchPlan plan =
                preparation.plan(task, scope).orElseThrow(() -> new RuleViolationException("meeting.leave.no-day"));
        if (plan.getMeetingOn().isBefore(LocalDate.now(clock))) {
            throw new RuleViolationException("meeting.leave.over");
        }
    }

    /**
     * Accepts a request, or asks the member to come after all.
     *
     * @throws RuleViolationException {@code campaign.secretary-only}, {@code meeting.leave.answered}, {@code
     *     meeting.leave.own-answer} for one's own while somebody else leads the branch too
     */
    public void answer(long taskId, long requestId, boolean accepted, Actor actor, BranchScope scope) {
        if (!scope.role().leadsBranch()) {
            throw new RuleViolationException("campaign.secretary-only");
        }
        BranchTask task = tasks.workOn(taskId, scope);
        LeaveRequest request = find(taskId, requestId);
        long member = request.getMember().getId();
        if (scope.isOwn(member) && isLedByAnother(task, member)) {
            throw new RuleViolationException("meeting.leave.own-answer");
        }
        request.answer(accepted, actor.displayName(), clock.instant());
        audit.record(
                accepted ? MeetingAction.LEAVE_ACCEPTED : MeetingAction.LEAVE_DECLINED,
                TYPE,
                requestId,
                task.getBranch().getName());
    }

    private boolean isLedByAnother(BranchTask task, long member) {
        return roster.committeeOf(task.getBranch().getId(), LocalDate.now(clock)).entrySet().stream()
                .anyMatch(seat -> seat.getKey() != member
                        && (seat.getValue().role() == Role.SECRETARY
                                || seat.getValue().role() == Role.DEPUTY));
    }

    /**
     * A member takes his request back, or the branch what it wrote down for him.
     *
     * @throws NotFoundException for somebody else's, unless the caller leads the branch
     */
    public void withdraw(long taskId, long requestId, BranchScope scope) {
        BranchTask task = tasks.workOn(taskId, scope);
        ownOrLed(taskId, requestId, scope).withdraw();
        audit.record(
                MeetingAction.LEAVE_WITHDRAWN, TYPE, requestId, task.getBranch().getName());
    }

    /** A member says that he knows that he is asked to come. */
    public void see(long taskId, long requestId, BranchScope scope) {
        tasks.get(taskId, scope);
        ownOrLed(taskId, requestId, scope).see();
    }

    private LeaveRequest ownOrLed(long taskId, long requestId, BranchScope scope) {
        LeaveRequest request = find(taskId, requestId);
        if (!scope.isOwn(request.getMember().getId()) && !scope.role().leadsBranch()) {
            throw new NotFoundException(LeaveRequest.class, requestId);
        }
        return request;
    }

    private LeaveRequest find(long taskId, long requestId) {
        return meetings.find(taskId)
                .flatMap(meeting -> requests.find(requestId, meeting.getId()))
                .orElseThrow(() -> new NotFoundException(LeaveRequest.class, requestId));
    }
}
