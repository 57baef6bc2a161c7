package org.orglife.minutes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.Member;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.sitting.Attendance;
import org.orglife.sitting.ConsoleQuery;
import org.orglife.sitting.HeldMeeting;
import org.orglife.sitting.MeetingEnded;
import org.orglife.sitting.RecordChanged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 补课: whoever was at no sitting of a meeting gets something to make up for in the transaction in which it ends, and is
 * rid of it when it turns out that he was there.
 */
@Service
@Transactional
public class MakeUpService {

    private static final String TYPE = "HeldMeeting";

    private final BranchTaskService tasks;
    private final ConsoleQuery console;
    private final MeetingMakeUpRepository makeUps;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    MakeUpService(
            BranchTaskService tasks,
            ConsoleQuery console,
            MeetingMakeUpRepository makeUps,
            JdbcClient jdbc,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.console = console;
        this.makeUps = makeUps;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void on(MeetingEnded ended) {
        follow(ended.meetingId());
    }

    @EventListener
    void on(RecordChanged changed) {
        follow(changed.meetingId());
    }

    private void follow(long meetingId) {
        HeldMeeting held = console.held(meetingId);
        Map<Long, MeetingMakeUp> known = new LinkedHashMap<>();
        makeUps.of(meetingId).forEach(one -> known.put(one.getMemberId(), one));
        for (Attendance one : MinutesReading.eachOnce(console.attendance(held))) {
            Long member = one.getMemberId();
            if (member == null || one.isPresent()) {
                continue;
            }
            MeetingMakeUp before = known.remove(member);
            if (before == null) {
                makeUps.save(new MeetingMakeUp(held, member, one.isCare()));
            } else {
                before.follow(held);
            }
        }
        known.values().forEach(makeUps::delete);
    }

    /**
     * Notes that somebody has made up for the last meeting. A member says so of himself; what the branch notes he is asked
     * to confirm.
     *
     * @throws RuleViolationException {@code minutes.makeUp.future}, {@code minutes.makeUp.before}, {@code
     *     minutes.committee-only} of somebody else
     */
    public void madeUp(long taskId, long memberId, MakeUpWay way, LocalDate on, BranchScope scope) {
        boolean own = scope.isOwn(memberId);
        if (!own) {
            requireWork(scope);
        }
        MeetingMakeUp one = hold(taskId, memberId, scope);
        one.madeUp(way, on, own, console.held(one.getMeetingId()).getHeldOn(), LocalDate.now(clock));
        audit.record(MinutesAction.MADE_UP, TYPE, one.getMeetingId(), null);
    }

    /** A member says that he has made up for it, as his branch wrote down. */
    public void confirm(long taskId, BranchScope scope) {
        Long me = scope.memberId();
        if (me == null) {
            throw new NotFoundException(Member.class, "of the caller");
        }
        MeetingMakeUp one = hold(taskId, me, scope);
        one.confirm();
        audit.record(MinutesAction.MADE_UP, TYPE, one.getMeetingId(), null);
    }

    /** Asks nothing of somebody, or asks him after all. */
    public void waive(long taskId, long memberId, boolean waived, BranchScope scope) {
        requireWork(scope);
        MeetingMakeUp one = hold(taskId, memberId, scope);
        if (waived) {
            one.waive();
        } else {
            one.ask();
        }
        audit.record(MinutesAction.MAKE_UP_CHANGED, TYPE, one.getMeetingId(), null);
    }

    private MeetingMakeUp hold(long taskId, long memberId, BranchScope scope) {
        BranchTask task = tasks.workOn(taskId, scope);
        return jdbc.sql("select %s from branch_task t where t.id = :task".formatted(MakeUpQuery.LAST))
                .param("task", task.getId())
                .query(Long.class)
                .optional()
                .flatMap(meeting -> makeUps.find(meeting, memberId))
                .orElseThrow(() -> new NotFoundException(MeetingMakeUp.class, memberId));
    }

    private static void requireWork(BranchScope scope) {
        if (!scope.role().worksForBranch()) {
            throw new RuleViolationException("minutes.committee-only");
        }
    }
}
