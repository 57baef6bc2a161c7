package org.orglife.meeting.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchPlan;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Preparation;
import org.orglife.meeting.Invitation;
import org.orglife.meeting.InvitationAnswer;
import org.orglife.meeting.InvitationService;
import org.orglife.meeting.LeaveRow;
import org.orglife.meeting.LeaveService;
import org.orglife.meeting.LeaveState;
import org.orglife.meeting.MeetingForm;
import org.orglife.meeting.MeetingNotice;
import org.orglife.meeting.MeetingPapers;
import org.orglife.meeting.MeetingQuery;
import org.orglife.meeting.MeetingService;
import org.orglife.meeting.NoticeReader;
import org.orglife.organisation.Member;
import org.orglife.organisation.OrgUnitService;
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
    private final InvitationService invitations;
    private final LeaveService leaves;
    private final MeetingQuery query;
    private final MeetingTexts texts;
    private final OrgUnitService units;
    private final Dates dates;

    MeetingFrame(
            BranchTaskService tasks,
            Preparation preparation,
            MeetingService meetings,
            InvitationService invitations,
            LeaveService leaves,
            MeetingQuery query,
            MeetingTexts texts,
            OrgUnitService units,
            Dates dates) {
        this.tasks = tasks;
        this.preparation = preparation;
        this.meetings = meetings;
        this.invitations = invitations;
        this.leaves = leaves;
        this.query = query;
        this.texts = texts;
        this.units = units;
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
        addPeople(task, plan, scope, model);
        model.addAttribute("leads", scope.role().leadsBranch());
        model.addAttribute("works", scope.role().worksForBranch());
        model.addAttribute("office", scope.role() == Role.PARTY_OFFICE);
        model.addAttribute("inside", !scope.role().isSuperior());
        model.addAttribute("today", dates.today());
        model.addAttribute("desk", isAtDesk(plan, scope));
        model.addAttribute(
                "groups",
                papers.form() == MeetingForm.GROUP
                        ? units.groups(task.getBranch().getId(), scope)
                        : List.of());
        return "meeting/meeting";
    }

    /** Whether the caller leads through the meeting: the committee, and whoever chairs or keeps the record. */
    private static boolean isAtDesk(@Nullable BranchPlan plan, BranchScope scope) {
        boolean named = plan != null
                && (scope.isOwn(plan.getChair().getId())
                        || (plan.getRecorder() != null
                                && scope.isOwn(plan.getRecorder().getId())));
        return scope.role().worksForBranch() || (named && !scope.role().isSuperior());
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

    private void addPeople(BranchTask task, @Nullable BranchPlan plan, BranchScope scope, Model model) {
        List<Invitation> guests = invitations.of(task);
        model.addAttribute("guests", guests.size());
        model.addAttribute("coming", count(guests, InvitationAnswer.YES));
        model.addAttribute("unanswered", count(guests, InvitationAnswer.OPEN));
        List<LeaveRow> live = leaves.list(task, scope).stream()
                .filter(row -> row.state().isLive() || row.isUnseen())
                .toList();
        model.addAttribute(
                "leave", live.stream().filter(LeaveRow::own).findFirst().orElse(null));
        model.addAttribute(
                "away",
                scope.role().worksForBranch()
                        ? live.stream().filter(row -> row.state().isLive()).count()
                        : leaves.count(task));
        model.addAttribute("awayOpen", live.stream().filter(LeaveRow::isOpen).count());
        model.addAttribute("chairAway", plan != null && isAway(live, plan.getChair()));
        model.addAttribute(
                "recorderAway", plan != null && plan.getRecorder() != null && isAway(live, plan.getRecorder()));
        model.addAttribute(
                "ahead",
                plan != null
                        && !task.getState().isAfterMeeting()
                        && !plan.getMeetingOn().isBefore(dates.today()));
    }

    private static long count(List<Invitation> guests, InvitationAnswer answer) {
        return guests.stream().filter(guest -> guest.getAnswer() == answer).count();
    }

    private static boolean isAway(List<LeaveRow> leaves, Member member) {
        return leaves.stream().anyMatch(row -> row.memberId() == member.getId() && row.state() == LeaveState.ACCEPTED);
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
