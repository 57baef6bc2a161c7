package org.orglife.meeting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchPlan;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.PlanDetails;
import org.orglife.campaign.Preparation;
import org.orglife.campaign.Scheduling;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Settles when, where and in which circle a branch meets, asks the superior, and moves the meeting to another day. */
@Service
@Transactional
public class MeetingService {

    private static final String TYPE = "BranchTask";

    private final BranchTaskService tasks;
    private final Preparation preparation;
    private final Scheduling scheduling;
    private final Meetings meetings;
    private final MeetingApprovalRepository approvals;
    private final PostponementRepository postponements;
    private final MeetingNoticeRepository notices;
    private final LeaveRequestRepository leaves;
    private final AuditTrail audit;
    private final Clock clock;

    MeetingService(
            BranchTaskService tasks,
            Preparation preparation,
            Scheduling scheduling,
            Meetings meetings,
            MeetingApprovalRepository approvals,
            PostponementRepository postponements,
            MeetingNoticeRepository notices,
            LeaveRequestRepository leaves,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.preparation = preparation;
        this.scheduling = scheduling;
        this.meetings = meetings;
        this.approvals = approvals;
        this.postponements = postponements;
        this.notices = notices;
        this.leaves = leaves;
        this.audit = audit;
        this.clock = clock;
    }

    /** What there is about the meeting of a task that was found within the caller's scope. */
    @Transactional(readOnly = true)
    public MeetingPapers papers(BranchTask task) {
        Optional<OrgLifeMeeting> meeting = meetings.find(task.getId());
        return meeting.map(found -> new MeetingPapers(
                        found,
                        approvals.latest(found.getId()).orElse(null),
                        postponements.latest(found.getId()).orElse(null),
                        notices.inForce(found.getId()).orElse(null),
                        notices.draft(found.getId()).orElse(null)))
                .orElse(MeetingPapers.NONE);
    }

    /**
     * Settles day, place, people and circle of the meeting; the steps stay as they are.
     *
     * @param version of the plan that was read; null if there was none
     * @throws RuleViolationException {@code meeting.form.general}, and what {@link Preparation#settle} refuses
     */
    public void settle(long taskId, @Nullable Long version, PlanDetails details, MeetingForm form, BranchScope scope) {
        preparation.settle(taskId, version, details, Map.of(), false, scope);
        BranchTask task = tasks.workOn(taskId, scope);
        meetings.begin(task).take(form, task);
    }

    /**
     * Asks the superior to agree to the meeting.
     *
     * @param report how it was prepared
     * @throws RuleViolationException {@code meeting.approval.off} if the campaign does not ask for it, {@code
     *     meeting.plan.missing} while the day is not settled, {@code campaign.task.state} unless the branch is ready
     */
    public void requestApproval(long taskId, String report, Actor actor, BranchScope scope) {
        BranchTask task = tasks.workOn(taskId, scope);
        if (!task.getCampaign().getPolicy().approvalBeforeMeeting()) {
            throw new RuleViolationException("meeting.approval.off");
        }
        BranchPlan plan = plan(task, scope);
        scheduling.requestApproval(taskId, actor, scope);
        approvals.save(new MeetingApproval(
                meetings.begin(task), plan.getMeetingOn(), report, actor.displayName(), clock.instant()));
    }

    /**
     * The superior agrees.
     *
     * @throws RuleViolationException {@code campaign.office-only}, {@code campaign.task.state} if nothing was asked
     */
    public void approve(long taskId, Actor actor, BranchScope scope) {
        scheduling.approve(taskId, actor, scope);
        asked(taskId).approve(actor.displayName(), clock.instant());
    }

    /** The superior wants more and says what. */
    public void giveBack(long taskId, String reason, Actor actor, BranchScope scope) {
        scheduling.giveBack(taskId, reason, actor, scope);
        asked(taskId).giveBack(reason, actor.displayName(), clock.instant());
    }

    private MeetingApproval asked(long taskId) {
        return meetings.find(taskId)
                .flatMap(meeting -> approvals.latest(meeting.getId()))
                .orElseThrow(() -> new RuleViolationException("meeting.approval.answered"));
    }

    /** Takes the notice back: something in it has to be changed before it goes out again. */
    public void recall(long taskId, Actor actor, BranchScope scope) {
        scheduling.recall(taskId, actor, scope);
        recallNotice(taskId);
    }

    /** What was told and asked for the former day no longer holds: whoever cannot come on the new one asks again. */
    private void moved(long taskId) {
        recallNotice(taskId);
        meetings.find(taskId).map(meeting -> leaves.of(meeting.getId())).orElse(List.of()).stream()
                .filter(request -> request.getState().isLive())
                .forEach(LeaveRequest::withdraw);
    }

    private void recallNotice(long taskId) {
        meetings.find(taskId)
                .flatMap(meeting -> notices.inForce(meeting.getId()))
                .ifPresent(notice -> notice.recall(clock.instant()));
    }

    /**
     * Moves the meeting. Within the superior's last day it is moved at once; beyond it the superior is asked, and the
     * former day holds until he agrees.
     *
     * @return whether it is moved already
     * @throws RuleViolationException {@code campaign.secretary-only}, and what {@link Scheduling#postpone} refuses
     */
    public boolean postpone(long taskId, MoveMeeting move, Actor actor, BranchScope scope) {
        if (!scope.role().leadsBranch()) {
            throw new RuleViolationException("campaign.secretary-only");
        }
        BranchTask task = tasks.workOn(taskId, scope);
        BranchPlan plan = plan(task, scope);
        scheduling.checkMove(task, move.to(), move.at());
        OrgLifeMeeting meeting = meetings.begin(task);
        postponements
                .latest(meeting.getId())
                .filter(open -> open.getAnswer() == null)
                .ifPresent(open -> {
                    open.settle(Postponement.Answer.WITHDRAWN, null, actor.displayName(), clock.instant());
                    postponements.flush();
                });
        Postponement postponement =
                new Postponement(meeting, plan.getMeetingOn(), move, actor.displayName(), clock.instant());
        postponements.save(postponement);
        if (Scheduling.needsConsent(task, move.to())) {
            audit.record(
                    MeetingAction.POSTPONEMENT_ASKED,
                    TYPE,
                    taskId,
                    task.getBranch().getName());
            return false;
        }
        scheduling.postpone(taskId, move.to(), move.at(), move.reason(), actor, scope);
        postponement.settle(Postponement.Answer.DONE, null, actor.displayName(), clock.instant());
        moved(taskId);
        return true;
    }

    /**
     * The superior agrees to a day beyond his own last day.
     *
     * @throws RuleViolationException {@code campaign.office-only}, {@code meeting.postpone.answered} if nothing waits
     */
    public void consent(long taskId, Actor actor, BranchScope scope) {
        requireOffice(scope);
        tasks.workOn(taskId, scope);
        Postponement open = open(taskId);
        scheduling.postpone(taskId, open.getToOn(), open.getStartsAt(), open.getReason(), actor, scope);
        open.settle(Postponement.Answer.CONSENTED, null, actor.displayName(), clock.instant());
        moved(taskId);
    }

    /** The superior does not agree and says why: the former day holds. */
    public void refuse(long taskId, String reason, Actor actor, BranchScope scope) {
        requireOffice(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        open(taskId).settle(Postponement.Answer.REFUSED, reason, actor.displayName(), clock.instant());
        audit.record(
                MeetingAction.POSTPONEMENT_REFUSED,
                TYPE,
                taskId,
                task.getBranch().getName());
    }

    private Postponement open(long taskId) {
        return meetings.find(taskId)
                .flatMap(meeting -> postponements.latest(meeting.getId()))
                .filter(postponement -> postponement.getAnswer() == null)
                .orElseThrow(() -> new RuleViolationException("meeting.postpone.answered"));
    }

    private BranchPlan plan(BranchTask task, BranchScope scope) {
        return preparation.plan(task, scope).orElseThrow(() -> new RuleViolationException("meeting.plan.missing"));
    }

    private static void requireOffice(BranchScope scope) {
        if (scope.role() != Role.PARTY_OFFICE) {
            throw new RuleViolationException("campaign.office-only");
        }
    }
}
