package org.orglife;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.CampaignDetails;
import org.orglife.campaign.CampaignKind;
import org.orglife.campaign.CampaignService;
import org.orglife.campaign.NamedAspect;
import org.orglife.campaign.PlanDetails;
import org.orglife.campaign.PlannedStep;
import org.orglife.campaign.Policy;
import org.orglife.campaign.Preparation;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepRow;
import org.orglife.meeting.AskLeave;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.meeting.InvitationDetails;
import org.orglife.meeting.InvitationService;
import org.orglife.meeting.LeaveReason;
import org.orglife.meeting.LeaveService;
import org.orglife.meeting.MeetingForm;
import org.orglife.meeting.MeetingService;
import org.orglife.meeting.NoticeService;
import org.orglife.meeting.NoticeText;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberFlag;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PositionKind;
import org.orglife.shared.Role;
import org.orglife.sitting.Attendance;
import org.orglife.sitting.AttendanceService;
import org.orglife.sitting.AttendanceStatus;
import org.orglife.sitting.CheckInService;
import org.orglife.sitting.Conduct;
import org.orglife.sitting.ConsoleQuery;
import org.orglife.sitting.ConsoleView;
import org.orglife.sitting.SignedHow;

/** Branches whose meeting is about to begin: everything before it is settled or waived, the notice is out for today. */
public class MeetingsAtWork {

    private final People people;
    private final AttendanceService attendances;
    private final CampaignService campaigns;
    private final BranchTaskService tasks;
    private final Preparation preparation;
    private final MeetingService meetings;
    private final NoticeService notices;
    private final InvitationService invitations;
    private final LeaveService leaves;
    private final CheckInService checkIn;
    private final Conduct conduct;
    private final ConsoleQuery query;

    MeetingsAtWork(
            AttendanceService attendances,
            People people,
            CampaignService campaigns,
            BranchTaskService tasks,
            Preparation preparation,
            MeetingService meetings,
            NoticeService notices,
            InvitationService invitations,
            LeaveService leaves,
            CheckInService checkIn,
            Conduct conduct,
            ConsoleQuery query) {
        this.attendances = attendances;
        this.people = people;
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.preparation = preparation;
        this.meetings = meetings;
        this.notices = notices;
        this.invitations = invitations;
        this.leaves = leaves;
        this.checkIn = checkIn;
        this.conduct = conduct;
        this.query = query;
    }

    /**
     * A branch about to meet.
     *
     * @param committee those with a seat, the secretary first
     * @param members everybody else; the last of them keeps the record
     */
    public record Meeting(
            OrgUnit above,
            OrgUnit unit,
            long campaign,
            long task,
            SignedInUser office,
            List<SignedInUser> committee,
            List<SignedInUser> members) {

        public SignedInUser secretary() {
            return committee.get(0);
        }

        public SignedInUser recorder() {
            return members.get(members.size() - 1);
        }

        public String address() {
            return "/tasks/" + task + "/meeting";
        }
    }

    /** A branch with a committee of three. */
    public Meeting scheduled(int members, boolean review, MemberFlag... flags) {
        return scheduled(
                List.of(PositionKind.SECRETARY, PositionKind.ORGANISATION, PositionKind.PUBLICITY),
                members - 3,
                review,
                MeetingForm.GENERAL_MEETING,
                flags);
    }

    /**
     * A branch whose meeting is today.
     *
     * @param seats of its committee; the first chairs
     * @param others members without a seat, each with these flags
     */
    public Meeting scheduled(
            List<PositionKind> seats, int others, boolean review, MeetingForm form, MemberFlag... flags) {
        OrgUnit above = people.committee();
        OrgUnit unit = people.branch(above, "呼吸内科党支部");
        List<SignedInUser> committee = new ArrayList<>();
        List<String> names = List.of("于光燕", "梁梦清", "康国斌", "孙雨怡", "程永泰");
        for (int at = 0; at < seats.size(); at++) {
            Role role = seats.get(at) == PositionKind.SECRETARY ? Role.SECRETARY : Role.COMMITTEE;
            committee.add(people.as(role, unit, people.seated(unit, names.get(at), seats.get(at))));
        }
        List<SignedInUser> members = new ArrayList<>();
        for (int number = 1; number <= others; number++) {
            Member member = people.member(unit, "党员%02d".formatted(number), flags);
            members.add(people.as(Role.MEMBER, unit, member));
        }
        SignedInUser office = people.office(above);
        People.actAs(office);
        long campaign = campaigns
                .draft(above.getId(), details(review, unit), office.scope())
                .getId();
        campaigns.issue(campaign, office, office.scope());
        long task =
                tasks.find(campaign, unit.getId(), office.scope()).orElseThrow().getId();
        Meeting meeting = new Meeting(above, unit, campaign, task, office, committee, members);
        prepare(meeting, form);
        return meeting;
    }

    private static CampaignDetails details(boolean review, OrgUnit unit) {
        return new CampaignDetails(
                CampaignKind.THEMATIC,
                review,
                "2023年度专题组织生活会",
                2023,
                null,
                null,
                "学思想、强党性",
                null,
                TestClock.TODAY.minusDays(30),
                TestClock.TODAY.plusDays(30),
                null,
                null,
                List.of(new NamedAspect("联系服务群众", null)),
                List.of(new NamedAspect("组织纪律", null)),
                List.of(),
                Arrays.stream(StepCode.values())
                        .map(code -> new PlannedStep(code, code.defaultLevel(), null, null))
                        .toList(),
                Policy.defaults(),
                Set.of(unit.getId()));
    }

    private void prepare(Meeting meeting, MeetingForm form) {
        SignedInUser secretary = meeting.secretary();
        People.actAs(secretary);
        meetings.settle(
                meeting.task(),
                null,
                new PlanDetails(
                        TestClock.TODAY,
                        LocalTime.of(14, 30),
                        "呼吸内科会议室",
                        BranchesAtWork.memberOf(secretary),
                        BranchesAtWork.memberOf(meeting.recorder()),
                        null),
                form,
                secretary.scope());
        for (StepRow row : tasks.steps(task(meeting), secretary.scope())) {
            if (row.isMissing() && row.isMust()) {
                preparation.waive(meeting.task(), row.code(), "另有安排", secretary, secretary.scope());
            }
        }
        preparation.confirmReady(meeting.task(), secretary, secretary.scope());
        notices.send(meeting.task(), null, new NoticeText("开会通知", "今天开会"), "时间紧", secretary, secretary.scope());
    }

    /** The branch whose meeting has to be held again prepares it once more. */
    public void prepareAgain(Meeting meeting) {
        SignedInUser secretary = meeting.secretary();
        People.actAs(secretary);
        preparation.confirmReady(meeting.task(), secretary, secretary.scope());
        notices.send(meeting.task(), null, new NoticeText("再开会的通知", "今天再开"), "时间紧", secretary, secretary.scope());
    }

    public BranchTask task(Meeting meeting) {
        return tasks.get(meeting.task(), meeting.secretary().scope());
    }

    /** Somebody is invited. */
    public void invite(Meeting meeting, AttendanceCapacity capacity, String name, String unit) {
        People.actAs(meeting.secretary());
        invitations.invite(
                meeting.task(),
                new InvitationDetails(capacity, name, unit, null),
                meeting.secretary().scope());
    }

    /** Somebody asks for leave, and the secretary writes it down for him. */
    public void excuse(Meeting meeting, SignedInUser member, LeaveReason reason) {
        People.actAs(meeting.secretary());
        leaves.ask(
                meeting.task(),
                new AskLeave(BranchesAtWork.memberOf(member), reason, null),
                meeting.secretary(),
                meeting.secretary().scope());
    }

    public void open(Meeting meeting) {
        People.actAs(meeting.secretary());
        checkIn.open(meeting.task(), null, meeting.secretary().scope());
    }

    public ConsoleView view(Meeting meeting) {
        return query.console(meeting.task(), meeting.secretary().scope()).orElseThrow();
    }

    /** The first so many of the list who are still expected are there. */
    public void arrive(Meeting meeting, int many) {
        People.actAs(meeting.secretary());
        view(meeting).members(AttendanceStatus.EXPECTED).stream()
                .limit(many)
                .forEach(one -> attendances.tick(
                        meeting.task(),
                        one.getId(),
                        SignedHow.LIST,
                        meeting.secretary().scope()));
    }

    /** The line of the list for somebody. */
    public Attendance attendance(Meeting meeting, String name) {
        return view(meeting).list().stream()
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The meeting begins with those who are there, for a reason. */
    public void begin(Meeting meeting, String reason) {
        People.actAs(meeting.secretary());
        conduct.begin(
                meeting.task(), reason, meeting.secretary(), meeting.secretary().scope());
    }

    /** Everybody is there, and the meeting has begun. */
    public void begin(Meeting meeting) {
        open(meeting);
        attendances.tickAll(meeting.task(), meeting.secretary().scope());
        conduct.begin(
                meeting.task(), "照常开会", meeting.secretary(), meeting.secretary().scope());
    }
}
