package org.orglife.sitting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Members sign themselves in by the code shown in the room. */
@Service
@Transactional
public class SelfSignIn {

    private final Desk desk;
    private final BranchTaskService tasks;
    private final HeldMeetingRepository helds;
    private final SittingRepository sittings;
    private final AttendanceRepository attendances;
    private final AttendanceService attendance;
    private final Clock clock;

    SelfSignIn(
            Desk desk,
            BranchTaskService tasks,
            HeldMeetingRepository helds,
            SittingRepository sittings,
            AttendanceRepository attendances,
            AttendanceService attendance,
            Clock clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.helds = helds;
        this.sittings = sittings;
        this.attendances = attendances;
        this.attendance = attendance;
        this.clock = clock;
    }

    /**
     * What somebody sees who has read the code in the room.
     *
     * @param taskId whose meeting it is
     * @param name his own
     * @param status his own
     * @param signedAt when he was signed in; null while he is not
     */
    public record Door(
            long taskId,
            String branch,
            String campaign,
            String place,
            String name,
            AttendanceStatus status,
            @Nullable Instant signedAt) {}

    /**
     * The door that a sign-in code opens for the caller.
     *
     * @throws RuleViolationException {@code sitting.code.unknown} for a code that never was one, {@code
     *     sitting.code.over} once the sitting is over or the day has passed, {@code sitting.code.foreign} for whoever is
     *     not on the list of this meeting
     */
    @Transactional(readOnly = true)
    public Door door(String typed, BranchScope scope) {
        Sitting sitting = sitting(typed);
        Attendance own = own(sitting, scope);
        HeldMeeting held = helds.findById(sitting.getMeetingId())
                .orElseThrow(() -> new NotFoundException(Sitting.class, sitting.getId()));
        BranchTask task = tasks.get(held.getTaskId(), scope);
        return new Door(
                task.getId(),
                task.getBranch().getName(),
                task.getCampaign().getTitle(),
                held.getPlace(),
                own.getName(),
                own.getStatus(),
                own.getSignedAt());
    }

    /**
     * Somebody signs himself in by the code shown in the room.
     *
     * @return the task whose meeting it is
     * @throws RuleViolationException as {@link #door}, and {@code sitting.signed-in} if he is there already
     */
    public long signIn(String typed, BranchScope scope) {
        Sitting sitting = sitting(typed);
        HeldMeeting held = desk.take(sitting.getMeetingId());
        if (!held.getPhase().isOpenForCheckIn()) {
            // it ended while he was reading the code
            throw new RuleViolationException("sitting.code.over");
        }
        Attendance own = own(sitting, scope);
        attendance.arrive(held, List.of(own), SignedHow.SELF);
        return held.getTaskId();
    }

    private Sitting sitting(String typed) {
        String code = PrintedCode.read(typed);
        Sitting sitting = Optional.ofNullable(code)
                .flatMap(sittings::findByCode)
                .orElseThrow(() -> new RuleViolationException("sitting.code.unknown"));
        if (!sitting.isOpenAt(clock.instant())) {
            throw new RuleViolationException("sitting.code.over");
        }
        return sitting;
    }

    private Attendance own(Sitting sitting, BranchScope scope) {
        return Optional.ofNullable(scope.memberId())
                .flatMap(me -> attendances.ofMember(sitting.getId(), me))
                .orElseThrow(() -> new RuleViolationException("sitting.code.foreign"));
    }
}
