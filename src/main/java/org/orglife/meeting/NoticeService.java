package org.orglife.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchPlan;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.BranchTaskState;
import org.orglife.campaign.Preparation;
import org.orglife.campaign.Scheduling;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes and sends the notice of a meeting, and keeps who has read it. */
@Service
@Transactional
public class NoticeService {

    private final BranchTaskService tasks;
    private final Preparation preparation;
    private final Scheduling scheduling;
    private final Meetings meetings;
    private final MeetingNoticeRepository notices;
    private final MeetingApprovalRepository approvals;
    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeService(
            BranchTaskService tasks,
            Preparation preparation,
            Scheduling scheduling,
            Meetings meetings,
            MeetingNoticeRepository notices,
            MeetingApprovalRepository approvals,
            JdbcClient jdbc,
            Clock clock) {
        this.tasks = tasks;
        this.preparation = preparation;
        this.scheduling = scheduling;
        this.meetings = meetings;
        this.notices = notices;
        this.approvals = approvals;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps a draft.
     *
     * @param version of the draft that was read; null if there was none
     * @throws StaleEditException if somebody changed it since
     * @throws RuleViolationException {@code campaign.secretary-only}; {@code meeting.notice.sent} if a notice is out
     */
    public void save(long taskId, @Nullable Long version, NoticeText text, BranchScope scope) {
        requireSecretary(scope);
        write(tasks.workOn(taskId, scope), version, text);
    }

    private MeetingNotice write(BranchTask task, @Nullable Long version, NoticeText text) {
        if (task.getState() == BranchTaskState.SCHEDULED) {
            throw new RuleViolationException("meeting.notice.sent");
        }
        OrgLifeMeeting meeting = meetings.begin(task);
        Optional<MeetingNotice> draft = notices.draft(meeting.getId());
        draft.filter(known -> !Long.valueOf(known.getVersion()).equals(version)).ifPresent(known -> {
            throw new StaleEditException(
                    known.getVersion(),
                    List.of(
                            new CurrentText("title", "meeting.notice.headline", known.getTitle()),
                            new CurrentText("body", "meeting.notice.body", known.getBody())));
        });
        draft.ifPresent(known -> known.write(text));
        return draft.orElseGet(() -> notices.save(new MeetingNotice(meeting, text)));
    }

    /** Days between today and the meeting are fewer than the campaign asks for. */
    public boolean isLate(BranchTask task, BranchPlan plan) {
        long left = ChronoUnit.DAYS.between(LocalDate.now(clock), plan.getMeetingOn());
        return left < task.getCampaign().getPolicy().noticeDays();
    }

    /**
     * Sends the notice: the meeting is fixed, and the members find it on their first page.
     *
     * @param version of the draft that was read; null if there was none
     * @param lateReason why it goes out later than the campaign asks; null where it does not
     * @throws StaleEditException if somebody changed the draft since
     * @throws RuleViolationException {@code meeting.notice.sent} if somebody was quicker, {@code meeting.plan.missing},
     *     {@code meeting.recorder.missing}, {@code meeting.notice.past}, {@code meeting.notice.late} without a reason
     *     though fewer days are left than the campaign asks for, {@code meeting.notice.approval} while the superior has
     *     not agreed though the campaign asks for it, {@code campaign.task.state} before the branch is ready
     */
    public void send(
            long taskId,
            @Nullable Long version,
            NoticeText text,
            @Nullable String lateReason,
            Actor actor,
            BranchScope scope) {
        requireSecretary(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        MeetingNotice notice = write(task, version, text);
        BranchPlan plan =
                preparation.plan(task, scope).orElseThrow(() -> new RuleViolationException("meeting.plan.missing"));
        if (plan.getRecorder() == null) {
            throw new RuleViolationException("meeting.recorder.missing");
        }
        if (task.getCampaign().getPolicy().approvalBeforeMeeting() && !isApproved(notice.getMeetingId())) {
            throw new RuleViolationException("meeting.notice.approval");
        }
        LocalDate today = LocalDate.now(clock);
        boolean late = isLate(task, plan);
        notice.send(plan, late ? lateReason : null, actor.displayName(), clock.instant(), today);
        if (late && lateReason == null) {
            throw new RuleViolationException(
                    "meeting.notice.late", task.getCampaign().getPolicy().noticeDays());
        }
        scheduling.schedule(taskId, notice.getLateReason(), actor, scope);
        notices.flush();
        if (scope.memberId() != null) {
            noteReading(notice, scope.memberId());
        }
    }

    private boolean isApproved(long meetingId) {
        return approvals.latest(meetingId).filter(MeetingApproval::isApproved).isPresent();
    }

    /**
     * A member says that he has read the notice; saying it twice changes nothing.
     *
     * @throws RuleViolationException {@code meeting.notice.none} if there is none, or it was taken back; {@code
     *     meeting.members-only} for whoever is not enrolled in the branch
     */
    public void read(long taskId, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        MeetingNotice notice = meetings.find(taskId)
                .flatMap(meeting -> notices.inForce(meeting.getId()))
                .orElseThrow(() -> new RuleViolationException("meeting.notice.none"));
        if (scope.memberId() == null || !isEnrolled(task, scope.memberId())) {
            throw new RuleViolationException("meeting.members-only");
        }
        noteReading(notice, scope.memberId());
    }

    private boolean isEnrolled(BranchTask task, long memberId) {
        return jdbc.sql(
                                "select count(*) from membership where branch_id = :branch and member_id = :member and until_on is null")
                        .param("branch", task.getBranch().getId())
                        .param("member", memberId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void noteReading(MeetingNotice notice, long memberId) {
        jdbc.sql("""
                        insert into notice_reading (notice_id, branch_id, member_id, read_at)
                        values (:notice, :branch, :member, :at) on conflict do nothing
                        """)
                .param("notice", notice.getId())
                .param("branch", notice.getBranchId())
                .param("member", memberId)
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    private static void requireSecretary(BranchScope scope) {
        if (!scope.role().leadsBranch()) {
            throw new RuleViolationException("campaign.secretary-only");
        }
    }
}
