package org.orglife.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.CampaignDetails;
import org.orglife.campaign.CampaignKind;
import org.orglife.campaign.CampaignService;
import org.orglife.campaign.NamedAspect;
import org.orglife.campaign.PlanDetails;
import org.orglife.campaign.PlannedStep;
import org.orglife.campaign.Policy;
import org.orglife.campaign.Preparation;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepLevel;
import org.orglife.campaign.StepPhase;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.MeetingForm;
import org.orglife.meeting.MeetingService;
import org.orglife.meeting.NoticeService;
import org.orglife.meeting.NoticeText;
import org.orglife.shared.BranchScope;
import org.orglife.sitting.AgendaItem;
import org.orglife.sitting.AgendaService;
import org.orglife.sitting.AttendanceService;
import org.orglife.sitting.CheckInService;
import org.orglife.sitting.Conduct;
import org.orglife.sitting.ConsoleQuery;
import org.springframework.stereotype.Component;

/** A meeting of the sample branch at which its members were reviewed: balloted on paper and counted. */
@Component
@ConditionalOnDemonstration
class SampleMeeting {

    /** Days ago; corrected afterwards, like that of a meeting that is noted later than it was held. */
    static final int DAYS_AGO = 12;

    private static final String REASON = "这次只开展民主评议党员";

    private final CampaignService campaigns;
    private final MeetingService meetings;
    private final Preparation preparation;
    private final NoticeService notices;
    private final CheckInService checkIn;
    private final AttendanceService attendances;
    private final Conduct conduct;
    private final ConsoleQuery console;
    private final AgendaService agenda;
    private final SampleBallot ballot;

    SampleMeeting(
            CampaignService campaigns,
            MeetingService meetings,
            Preparation preparation,
            NoticeService notices,
            CheckInService checkIn,
            AttendanceService attendances,
            Conduct conduct,
            ConsoleQuery console,
            AgendaService agenda,
            SampleBallot ballot) {
        this.campaigns = campaigns;
        this.meetings = meetings;
        this.preparation = preparation;
        this.notices = notices;
        this.checkIn = checkIn;
        this.attendances = attendances;
        this.conduct = conduct;
        this.console = console;
        this.agenda = agenda;
        this.ballot = ballot;
    }

    /**
     * Lets the branch meet.
     *
     * @return its task
     */
    long hold(SampleCalendar calendar, SampleCampaign.SignIn actAs) {
        SignedInUser secretary = actAs.as(Demonstration.SECRETARY);
        BranchScope scope = secretary.scope();
        long task = campaigns.initiate(details(calendar), false, secretary, scope);
        meetings.settle(
                task,
                null,
                new PlanDetails(
                        calendar.today(),
                        LocalTime.of(14, 30),
                        "呼吸内科示教室",
                        Objects.requireNonNull(secretary.memberId()),
                        Objects.requireNonNull(actAs.as(Demonstration.COMMITTEE).memberId()),
                        null),
                MeetingForm.GENERAL_MEETING,
                scope);
        actAs.as(Demonstration.SECRETARY);
        preparation.confirmReady(task, secretary, scope);
        notices.send(task, null, new NoticeText("民主评议党员的通知", "请准时参加，会上无记名测评。"), "已口头通知", secretary, scope);
        checkIn.open(task, null, scope);
        attendances.tickAll(task, scope);
        conduct.begin(task, "人已到齐", secretary, scope);
        List<AgendaItem> items = console.console(task, scope).orElseThrow().agenda();
        items.stream()
                .filter(item -> item.getType() == AgendaType.BALLOT)
                .forEach(item -> agenda.begin(task, item.getId(), scope));
        ballot.hold(task, actAs);
        actAs.as(Demonstration.SECRETARY);
        console.console(task, scope).orElseThrow().agenda().stream()
                .filter(item -> !item.getState().isSettled() && item.getType() != AgendaType.BALLOT)
                .forEach(item -> agenda.strike(task, item.getId(), REASON, scope));
        conduct.end(task, REASON, secretary, scope);
        LocalDate day = calendar.today().minusDays(DAYS_AGO);
        conduct.correctTimes(task, day, LocalTime.of(14, 30), LocalTime.of(16, 0), scope);
        return task;
    }

    /** Of what is done before a meeting it asks nothing. */
    private static CampaignDetails details(SampleCalendar calendar) {
        return new CampaignDetails(
                CampaignKind.ANNUAL,
                true,
                (calendar.year() - 1) + "年度民主评议党员",
                calendar.year() - 1,
                null,
                null,
                null,
                null,
                calendar.today().minusDays(20),
                calendar.today(),
                calendar.today().plusDays(10),
                calendar.today().plusDays(90),
                List.of(new NamedAspect("严格组织生活", null)),
                List.of(new NamedAspect("作用发挥", null)),
                List.of(),
                Arrays.stream(StepCode.values())
                        .map(code -> new PlannedStep(
                                code,
                                code.phase() == StepPhase.BEFORE ? StepLevel.OFF : code.defaultLevel(),
                                null,
                                null))
                        .toList(),
                Policy.defaults(),
                Set.of());
    }
}
