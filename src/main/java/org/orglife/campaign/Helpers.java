package org.orglife.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.orglife.organisation.Position;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.PositionService;
import org.orglife.organisation.Seat;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 协助人员: members who do the work of empty seats in one campaign (domain 2.14). They have no vote of the committee, and
 * their rights end with the campaign.
 */
@Service
@Transactional(readOnly = true)
public class Helpers {

    private final BranchTaskService tasks;
    private final PositionService positions;
    private final Labels labels;
    private final Clock clock;

    Helpers(BranchTaskService tasks, PositionService positions, Labels labels, Clock clock) {
        this.tasks = tasks;
        this.positions = positions;
        this.labels = labels;
        this.clock = clock;
    }

    /** Who helps in a task. */
    public List<Position> of(long taskId, BranchScope scope) {
        return positions.helpersOf(tasks.get(taskId, scope).getId(), scope);
    }

    /** Whether the caller may name somebody. */
    public static boolean mayName(BranchScope scope) {
        return scope.role().leadsBranch() || scope.role() == Role.PARTY_OFFICE;
    }

    /**
     * Names a member of the branch, from today until the campaign is over.
     *
     * @throws RuleViolationException {@code campaign.helper.named} if he helps already, {@code campaign.helper.seated} if
     *     he sits on the committee anyway, {@code campaign.helper.who} for whoever may not name anybody, {@code
     *     campaign.task.closed} once the task is finished
     */
    @Transactional
    public void name(long taskId, long memberId, BranchScope scope) {
        requireRight(scope);
        BranchTask task = tasks.get(taskId, scope);
        if (!task.getState().isOpen() || !task.getCampaign().getState().isRunning()) {
            throw new RuleViolationException(
                    "campaign.task.closed", task.getBranch().getName());
        }
        long branch = task.getBranch().getId();
        LocalDate today = LocalDate.now(clock);
        boolean seated = positions.heldIn(branch, today, scope).stream()
                .anyMatch(held -> held.getTaskId() == null
                        && !held.isAssistant()
                        && held.getKind().sitsOnCommittee()
                        && holds(held, memberId));
        if (seated) {
            throw new RuleViolationException("campaign.helper.seated");
        }
        if (positions.helpersOf(taskId, scope).stream().anyMatch(held -> holds(held, memberId))) {
            throw new RuleViolationException("campaign.helper.named");
        }
        positions.take(
                branch,
                memberId,
                PositionKind.OTHER,
                Seat.helping(labels.text("campaign.helper.seat"), taskId),
                today,
                scope);
    }

    private static boolean holds(Position held, long memberId) {
        return held.getMember() != null && held.getMember().getId() == memberId;
    }

    /** Ends somebody's help; from the next request on he has no more rights than before. */
    @Transactional
    public void end(long taskId, long positionId, BranchScope scope) {
        requireRight(scope);
        positions.endHelp(positionId, tasks.get(taskId, scope).getId(), scope);
    }

    private static void requireRight(BranchScope scope) {
        if (!mayName(scope)) {
            throw new RuleViolationException("campaign.helper.who");
        }
    }
}
