package org.orglife.meeting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchPlan;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Preparation;
import org.orglife.meeting.MeetingNotice;
import org.orglife.meeting.MeetingPapers;
import org.orglife.meeting.MeetingQuery;
import org.orglife.meeting.MeetingService;
import org.orglife.meeting.NoticeReader;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.web.Dates;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of a meeting: what is settled, what comes next, who has read the notice. */
@Component
class MeetingFrame {

    private final BranchTaskService tasks;
    private final Preparation preparation;
    private final MeetingService meetings;
    private final MeetingQuery query;
    private final MeetingTexts texts;
    private final Dates dates;

    MeetingFrame(
            BranchTaskService tasks,
            Preparation preparation,
            MeetingService meetings,
            MeetingQuery query,
            MeetingTexts texts,
            Dates dates) {
        this.tasks = tasks;
        this.preparation = preparation;
        this.meetings = meetings;
        this.query = query;
        this.texts = texts;
        this.dates = dates;
    }

    String page(long taskId, BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        BranchPlan plan = preparation.plan(task, scope).orElse(null);
        MeetingPapers papers = meetings.papers(task);
        model.addAttribute("task", task);
        model.addAttribute("plan", plan);
        model.addAttribute("papers", papers);
        model.addAttribute("next", next(task, plan, papers));
        addNotice(task, papers.notice(), scope, model);
        model.addAttribute("leads", scope.role().leadsBranch());
        model.addAttribute("works", scope.role().worksForBranch());
        model.addAttribute("office", scope.role() == Role.PARTY_OFFICE);
        model.addAttribute("inside", !scope.role().isSuperior());
        model.addAttribute("today", dates.today());
        return "meeting/meeting";
    }

    private void addNotice(BranchTask task, @Nullable MeetingNotice notice, BranchScope scope, Model model) {
        if (notice == null) {
            return;
        }
        List<NoticeReader> readers = query.readers(task, notice.getId());
        model.addAttribute("readers", readers);
        model.addAttribute("read", readers.stream().filter(NoticeReader::read).count());
        model.addAttribute("haveRead", readers.stream().anyMatch(reader -> reader.read() && scope.isOwn(reader.id())));
        model.addAttribute("brief", texts.brief(task, notice));
    }

    private static NextMove next(BranchTask task, @Nullable BranchPlan plan, MeetingPapers papers) {
        boolean approval = task.getCampaign().getPolicy().approvalBeforeMeeting() && !papers.isApproved();
        return switch (task.getState()) {
            case SCHEDULED -> NextMove.MEET;
            case APPROVAL_PENDING -> NextMove.WAIT;
            case READY, POSTPONED -> settled(plan, approval);
            case CREATED, PREPARING, RETURNED, REDO_REQUIRED -> NextMove.PREPARE;
            default -> NextMove.NONE;
        };
    }

    private static NextMove settled(@Nullable BranchPlan plan, boolean approval) {
        if (plan == null || plan.getRecorder() == null) {
            return NextMove.SETTLE;
        }
        return approval ? NextMove.ASK : NextMove.TELL;
    }
}
