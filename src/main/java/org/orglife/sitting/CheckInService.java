package org.orglife.sitting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchPlan;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.BranchTaskState;
import org.orglife.campaign.Preparation;
import org.orglife.meeting.Meetings;
import org.orglife.meeting.OrgLifeMeeting;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 签到: opens the first list of a meeting, and calls it off. */
@Service
@Transactional
public class CheckInService {

    private static final String TYPE = "HeldMeeting";

    private final Desk desk;
    private final BranchTaskService tasks;
    private final Preparation preparation;
    private final Meetings meetings;
    private final ExpectedPeople people;
    private final AgendaPlanning agenda;
    private final SittingLists lists;
    private final HeldMeetingRepository helds;
    private final AuditTrail audit;
    private final Clock clock;

    CheckInService(
            Desk desk,
            BranchTaskService tasks,
            Preparation preparation,
            Meetings meetings,
            ExpectedPeople people,
            AgendaPlanning agenda,
            SittingLists lists,
            HeldMeetingRepository helds,
            AuditTrail audit,
            Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.preparation = preparation;
        this.meetings = meetings;
        this.people = people;
        this.agenda = agenda;
        this.lists = lists;
        this.helds = helds;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens the list: everybody who is expected, those with an accepted leave excused, and whoever was invited and did not
     * decline. Opening it again changes nothing.
     *
     * @param groupId the group that meets first, where the branch meets in groups; null for the whole branch
     * @throws RuleViolationException {@code sitting.not-scheduled} before the notice is out, {@code sitting.no-recorder}
     *     while nobody is named to keep the record, {@code sitting.too-early} before the day of the meeting, {@code
     *     sitting.nobody} if nobody is expected
     */
    public void open(long taskId, @Nullable Long groupId, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        BranchPlan plan =
                preparation.plan(task, scope).orElseThrow(() -> new RuleViolationException("sitting.not-scheduled"));
        desk.beforeMeeting(taskId, people(plan), scope);
        tasks.workOn(taskId, scope);
        OrgLifeMeeting meeting = meetings.begin(task);
        if (helds.findById(meeting.getId()).isPresent()) {
            return;
        }
        if (task.getState() != BranchTaskState.SCHEDULED) {
            throw new RuleViolationException("sitting.not-scheduled");
        }
        if (plan.getRecorder() == null) {
            throw new RuleViolationException("sitting.no-recorder");
        }
        LocalDate today = LocalDate.now(clock);
        if (today.isBefore(plan.getMeetingOn())) {
            throw new RuleViolationException(
                    "sitting.too-early",
                    plan.getMeetingOn().getMonthValue(),
                    plan.getMeetingOn().getDayOfMonth());
        }
        HeldMeeting held = helds.save(new HeldMeeting(
                meeting,
                today,
                plan.getPlace(),
                plan.getChair(),
                plan.getRecorder(),
                people.committeeSize(task, today)));
        lists.first(held, task, meeting, groupId);
        agenda.adopt(task, meeting);
        audit.record(
                SittingAction.CHECK_IN_OPENED,
                TYPE,
                meeting.getId(),
                task.getBranch().getName());
    }

    private static List<@Nullable Long> people(BranchPlan plan) {
        Long recorder = plan.getRecorder() == null ? null : plan.getRecorder().getId();
        return Arrays.asList(plan.getChair().getId(), recorder);
    }

    /**
     * Calls the check-in off, as long as the meeting has not begun: the lists are thrown away.
     *
     * @throws RuleViolationException {@code sitting.phase} once it has begun
     */
    public void cancel(long taskId, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        if (held.getPhase() != MeetingPhase.CHECK_IN) {
            throw new RuleViolationException("sitting.phase");
        }
        discard(held);
        audit.record(SittingAction.CHECK_IN_CANCELLED, TYPE, held.getId(), null);
    }

    /** Throws the lists of a meeting away that has not begun; those at its console see that it is gone. */
    void discard(HeldMeeting held) {
        helds.delete(held);
    }
}
