package org.orglife.rectification;

import java.util.stream.Stream;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.problem.Problem;
import org.orglife.problem.ProblemService;
import org.orglife.rectification.ItemEntry.Kind;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 移交: a problem turns out to be another branch's. A row never changes branch: one item ends, another one begins. */
@Service
@Transactional
public class Transfers {

    private static final String TYPE = "RectificationItem";

    private final Items items;
    private final RectificationItemRepository repository;
    private final ProblemService problems;
    private final ClearAspects clearAspects;
    private final BranchTaskService tasks;
    private final ItemHistory history;
    private final AuditTrail audit;

    Transfers(
            Items items,
            RectificationItemRepository repository,
            ProblemService problems,
            ClearAspects clearAspects,
            BranchTaskService tasks,
            ItemHistory history,
            AuditTrail audit) {
        this.items = items;
        this.repository = repository;
        this.problems = problems;
        this.clearAspects = clearAspects;
        this.tasks = tasks;
        this.history = history;
        this.audit = audit;
    }

    /**
     * Ends an item and opens a linked one in another branch, which plans its measures anew: those who answered for the
     * old ones are not its members.
     *
     * @param reason 1 to 300 characters, read by both branches
     * @return the item of the other branch
     * @throws RuleViolationException {@code rectification.office-only} for whoever is not the party office of both,
     *     {@code rectification.personal-stays}, {@code rectification.transfer.no-task} if the other branch has no open task
     *     of the same campaign, or is the same one, {@code rectification.wrong-state}
     */
    public RectificationItem transfer(long itemId, long toBranch, String reason, Actor actor, BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        if (scope.role() != Role.PARTY_OFFICE) {
            throw new RuleViolationException("rectification.office-only");
        }
        Problem problem = item.getProblem();
        if (problem.getSubjectKind().isPersonal()) {
            throw new RuleViolationException("rectification.personal-stays");
        }
        BranchTask from = problem.getTask();
        BranchTask to = tasks.find(from.getCampaign().getId(), toBranch, scope)
                .filter(task -> task.getState().isOpen() && !task.getId().equals(from.getId()))
                .orElseThrow(() -> new RuleViolationException("rectification.transfer.no-task"));
        Stream.of(from.getId(), to.getId()).sorted().forEach(task -> tasks.workOn(task, scope));
        ItemState before = item.getState();
        item.transfer();
        Problem carried = problems.carryOver(problem, to, scope);
        clearAspects.found(to.getId(), carried.getAspect().getId());
        RectificationItem opened = repository.save(new RectificationItem(carried, item));
        history.note(item, Kind.TRANSFERRED, before, to.getBranch().getName() + "：" + reason, actor);
        history.note(opened, Kind.TRANSFERRED_IN, null, from.getBranch().getName() + "：" + reason, actor);
        audit.record(RectificationAction.ITEM_TRANSFERRED, TYPE, itemId, null);
        return opened;
    }
}
