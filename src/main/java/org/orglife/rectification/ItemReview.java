package org.orglife.rectification;

import java.util.Collection;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.SatisfactionUse;
import org.orglife.rectification.ItemEntry.Kind;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 查账、销账: a second person judges what was handed in. */
@Service
@Transactional
public class ItemReview {

    private static final String TYPE = "RectificationItem";

    private final Items items;
    private final BranchTaskService tasks;
    private final ItemHistory history;
    private final AuditTrail audit;

    ItemReview(Items items, BranchTaskService tasks, ItemHistory history, AuditTrail audit) {
        this.items = items;
        this.tasks = tasks;
        this.history = history;
        this.audit = audit;
    }

    /**
     * 同意销号: the problem is solved, the item is struck off. Where the campaign asks for a survey of satisfaction
     * first, the item is only found solved.
     *
     * @throws RuleViolationException {@code rectification.own-item} if the caller owns one of its measures or it is his
     *     own, {@code rectification.not-submitted} if it has not been handed in
     */
    public RectificationItem approve(long itemId, Actor actor, BranchScope scope) {
        RectificationItem item = reviewable(itemId, scope);
        tasks.workOn(item.getTaskId(), scope);
        if (item.getState() == ItemState.SUBMITTED) {
            item.verify(history.today());
            history.note(item, Kind.VERIFIED, ItemState.SUBMITTED, null, actor);
            audit.record(RectificationAction.ITEM_VERIFIED, TYPE, itemId, null);
        }
        if (!needsSurvey(item)) {
            item.close(history.today());
            history.note(item, Kind.CLOSED, ItemState.VERIFIED, null, actor);
            audit.record(RectificationAction.ITEM_CLOSED, TYPE, itemId, null);
        }
        return item;
    }

    /** Strikes off several at once; one that may not be is named and none is. */
    public int approveAll(Collection<Long> itemIds, Actor actor, BranchScope scope) {
        itemIds.stream().sorted().distinct().forEach(id -> approve(id, actor, scope));
        return itemIds.size();
    }

    private static boolean needsSurvey(RectificationItem item) {
        SatisfactionUse use =
                item.getProblem().getTask().getCampaign().getPolicy().satisfactionToClose();
        return switch (use) {
            case OFF -> false;
            case FOR_BRANCH_ITEMS -> !item.getProblem().getSubjectKind().isPersonal();
            case ALL -> true;
        };
    }

    /** 退回: says what is missing. */
    public void giveBack(long itemId, String reason, Actor actor, BranchScope scope) {
        RectificationItem item = reviewable(itemId, scope);
        tasks.workOn(item.getTaskId(), scope);
        ItemState before = item.getState();
        item.giveBack();
        history.note(item, Kind.RETURNED, before, reason, actor);
        audit.record(RectificationAction.ITEM_RETURNED, TYPE, itemId, null);
    }

    private RectificationItem reviewable(long itemId, BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        if (item.getState() != ItemState.SUBMITTED && item.getState() != ItemState.VERIFIED) {
            throw new RuleViolationException("rectification.not-submitted");
        }
        if (!items.closingRule(item).allows(scope)) {
            throw new RuleViolationException(refusal(item, scope));
        }
        return item;
    }

    private static String refusal(RectificationItem item, BranchScope scope) {
        boolean involved = scope.memberId() != null && item.owners().contains(scope.memberId());
        boolean itsOwn = item.getProblem().getSubjectMember() != null
                && scope.isOwn(item.getProblem().getSubjectMember().getId());
        return involved || itsOwn ? "rectification.own-item" : "rectification.not-closer";
    }

    /** 撤销 by decision of the committee, before work has begun. */
    public void withdraw(long itemId, String reason, Actor actor, BranchScope scope) {
        RectificationItem item = decidable(itemId, scope);
        tasks.workOn(item.getTaskId(), scope);
        ItemState before = item.getState();
        item.withdraw();
        history.note(item, Kind.WITHDRAWN, before, reason, actor);
        audit.record(RectificationAction.ITEM_WITHDRAWN, TYPE, itemId, null);
    }

    /** 合并 into another item of the same task. */
    public void merge(long itemId, long intoId, Actor actor, BranchScope scope) {
        RectificationItem item = decidable(itemId, scope);
        RectificationItem into = items.get(intoId, scope);
        tasks.workOn(item.getTaskId(), scope);
        ItemState before = item.getState();
        item.mergeInto(into);
        history.note(item, Kind.MERGED, before, String.valueOf(into.getProblem().getNumber()), actor);
        audit.record(RectificationAction.ITEM_MERGED, TYPE, itemId, null);
    }

    private RectificationItem decidable(long itemId, BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        if (scope.role() != Role.SECRETARY && scope.role() != Role.DEPUTY) {
            throw new RuleViolationException("rectification.secretary-only");
        }
        if (item.getProblem().getSubjectKind().isPersonal()) {
            throw new RuleViolationException("rectification.personal-stays");
        }
        return item;
    }
}
