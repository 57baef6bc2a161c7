package org.orglife.sitting;

import java.util.function.Predicate;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTaskService;
import org.orglife.meeting.AgendaType;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes what came of votes by show of hands. */
@Service
@Transactional
public class Counting {

    private final Desk desk;
    private final BranchTaskService tasks;
    private final QuorumCheck quorum;
    private final AgendaItemRepository items;
    private final MotionRepository motions;
    private final AuditTrail audit;

    Counting(
            Desk desk,
            BranchTaskService tasks,
            QuorumCheck quorum,
            AgendaItemRepository items,
            MotionRepository motions,
            AuditTrail audit) {
        this.desk = desk;
        this.tasks = tasks;
        this.quorum = quorum;
        this.items = items;
        this.motions = motions;
        this.audit = audit;
    }

    /**
     * Notes the result of a vote; who has a vote and is there is counted from the list.
     *
     * @throws RuleViolationException {@code sitting.vote.sum} unless the three add up to the voters there, {@code
     *     sitting.quorum.VOTE.NOT_MET} (BR-01), {@code sitting.item.kind} for an item that is no vote
     */
    public void vote(long taskId, long itemId, VoteResult result, BranchScope scope) {
        HeldMeeting held = desk.holdRunning(taskId, scope);
        AgendaItem item = find(itemId, held, type -> type == AgendaType.VOTE);
        quorum.require(item, held, tasks.get(taskId, scope));
        HeadCount count = quorum.count(held);
        Motion motion = motions.findById(itemId).orElseGet(() -> new Motion(item));
        motion.count(count.expectedVoters(), count.presentVoters(), result);
        motions.save(motion);
        audit.record(SittingAction.VOTE_COUNTED, "HeldMeeting", held.getId(), null);
    }

    private AgendaItem find(long itemId, HeldMeeting held, Predicate<AgendaType> fits) {
        AgendaItem item =
                items.find(itemId, held.getId()).orElseThrow(() -> new NotFoundException(AgendaItem.class, itemId));
        if (item.getState() != AgendaState.RUNNING && item.getState() != AgendaState.DONE) {
            throw new RuleViolationException("sitting.item.not-running", item.getTitle());
        }
        if (!fits.test(item.getType())) {
            throw new RuleViolationException("sitting.item.kind", item.getTitle());
        }
        return item;
    }
}
