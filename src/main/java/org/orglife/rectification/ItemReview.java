package org.orglife.rectification;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.SatisfactionUse;
import org.orglife.rectification.ItemEntry.Kind;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.beans.factory.ObjectProvider;
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
    private final RectificationItemRepository repository;
    private final ObjectProvider<Approval> approvals;
    private final Labels labels;

    ItemReview(
            Items items,
            BranchTaskService tasks,
            ItemHistory history,
            AuditTrail audit,
            RectificationItemRepository repository,
            ObjectProvider<Approval> approvals,
            Labels labels) {
        this.labels = labels;
        this.repository = repository;
        this.approvals = approvals;
        this.items = items;
        this.tasks = tasks;
        this.history = history;
        this.audit = audit;
    }

    /**
     * 同意销号: the problem is solved, the item is struck off. Where the campaign asks for a survey of satisfaction
     * first, the item is only found solved until one says that people are satisfied.
     *
     * @throws RuleViolationException {@code rectification.own-item} if the caller owns one of its measures or it is his
     *     own, {@code rectification.not-submitted} if it has not been handed in, {@code rectification.measures-open} while
     *     a measure is not done
     */
    public RectificationItem approve(long itemId, Actor actor, BranchScope scope) {
        RectificationItem item = reviewable(itemId, scope);
        tasks.workOn(item.getTaskId(), scope);
        if (item.getState() == ItemState.SUBMITTED) {
            item.verify(history.today());
            history.note(item, Kind.VERIFIED, ItemState.SUBMITTED, null, actor);
            audit.record(RectificationAction.ITEM_VERIFIED, TYPE, itemId, null);
        }
        if (!needsSurvey(item) || approval(item).verdict() == Approval.Verdict.APPROVED) {
            item.close(history.today());
            history.note(item, Kind.CLOSED, ItemState.VERIFIED, null, actor);
            audit.record(RectificationAction.ITEM_CLOSED, TYPE, itemId, null);
        }
        return item;
    }

    /**
     * What became of several items.
     *
     * @param closed how many of the approved ones are struck off; the others wait for a survey of satisfaction
     */
    public record Approved(int approved, int closed) {}

    /** Approves several at once: all of them, or none if one may not be. */
    public Approved approveAll(Collection<Long> itemIds, Actor actor, BranchScope scope) {
        List<RectificationItem> approved = itemIds.stream()
                .sorted()
                .distinct()
                .map(id -> approve(id, actor, scope))
                .toList();
        long closed = approved.stream()
                .filter(item -> item.getState() == ItemState.CLOSED)
                .count();
        return new Approved(approved.size(), (int) closed);
    }

    /** Those of the items that people are satisfied with: what was found solved among them can be struck off. */
    @Transactional(readOnly = true)
    public Set<Long> approved(Collection<Long> itemIds) {
        return itemIds.isEmpty()
                ? Set.of()
                : approvals.stream()
                        .flatMap(survey -> survey.approved(itemIds).stream())
                        .collect(Collectors.toSet());
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

    /** What people think of the result; null where the campaign does not ask, and nobody asked of his own accord. */
    @Transactional(readOnly = true)
    public Approval.@Nullable Standing approvalOf(RectificationItem item) {
        Approval.Standing standing = approval(item);
        return needsSurvey(item) || standing.stage() != Approval.Stage.NONE ? standing : null;
    }

    /** Whether the campaign strikes the item off only once people are satisfied. */
    @Transactional(readOnly = true)
    public boolean waitsForPeople(RectificationItem item) {
        return needsSurvey(item);
    }

    private Approval.Standing approval(RectificationItem item) {
        return approvals.stream()
                .flatMap(survey -> Stream.ofNullable(survey.of(item.getId())))
                .findFirst()
                .orElse(Approval.Standing.NONE);
    }

    /**
     * 群众不认可: those concerned are not satisfied, the item goes back to its owners. Nobody decides on it: the survey has,
     * whoever closes it. One that no longer waits stays as it is.
     *
     * @param reason what the survey came to, 1 to 500 characters
     */
    public void returnAfterSurvey(long itemId, String reason, Actor actor, BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        tasks.workOn(item.getTaskId(), scope);
        if (item.getState() == ItemState.VERIFIED) {
            item.giveBack();
            history.note(item, Kind.RETURNED, ItemState.VERIFIED, reason, actor);
            audit.record(RectificationAction.ITEM_RETURNED, TYPE, itemId, null);
        }
    }

    /**
     * 复号: registers an item again that was struck off; it counts as open, and is closed again like any other.
     *
     * @param reason 1 to 500 characters
     * @throws RuleViolationException {@code rectification.not-closed} if it is not struck off, {@code
     *     rectification.own-item} or {@code rectification.not-closer} for whoever may not close it
     */
    public RectificationItem reopen(long itemId, ReopenSource source, String reason, Actor actor, BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        if (item.getState() != ItemState.CLOSED) {
            throw new RuleViolationException("rectification.not-closed");
        }
        if (!items.closingRule(item).allows(scope)) {
            throw new RuleViolationException(refusal(item, scope));
        }
        return reopen(item, source, reason, actor, scope);
    }

    /** The same for whoever was found to be allowed to. */
    RectificationItem reopen(
            RectificationItem item, ReopenSource source, String reason, Actor actor, BranchScope scope) {
        tasks.workOn(item.getTaskId(), scope);
        item.reopen();
        history.note(item, Kind.REOPENED, ItemState.CLOSED, labels.of(source) + "：" + reason, actor);
        audit.record(RectificationAction.ITEM_REOPENED, TYPE, item.getId(), null);
        return item;
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
        if (item.getState() == ItemState.CLOSED) {
            throw new RuleViolationException("rectification.closed-already");
        }
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

    /**
     * 撤销, before work has begun.
     *
     * @param decision of the committee, or of the general meeting
     * @param reason 1 to 500 characters
     * @throws RuleViolationException {@code rectification.decision.future} if it is not taken yet,
     *     {@code rectification.secretary-only}, {@code rectification.personal-stays}, {@code rectification.wrong-state}
     */
    public void withdraw(long itemId, Decision decision, String reason, Actor actor, BranchScope scope) {
        RectificationItem item = decidable(itemId, scope);
        decision.requireTaken(history.today());
        tasks.workOn(item.getTaskId(), scope);
        ItemState before = item.getState();
        item.withdraw(decision);
        history.note(item, Kind.WITHDRAWN, before, reason, actor);
        audit.record(RectificationAction.ITEM_WITHDRAWN, TYPE, itemId, null);
    }

    /** 合并 into another item; its own measures end with it. */
    public void merge(long itemId, long intoId, Actor actor, BranchScope scope) {
        merge(itemId, intoId, false, actor, scope);
    }

    /**
     * 合并 into another item of the same subject and task. It cannot be undone.
     *
     * @param takeMeasures whether the other item carries its measures on; otherwise they end with it
     * @throws RuleViolationException {@code rectification.merge.elsewhere}, {@code rectification.merge.handed-in},
     *     {@code rectification.secretary-only}, {@code rectification.personal-stays}, {@code rectification.wrong-state}
     */
    public void merge(long itemId, long intoId, boolean takeMeasures, Actor actor, BranchScope scope) {
        RectificationItem item = decidable(itemId, scope);
        RectificationItem into = items.get(intoId, scope);
        tasks.workOn(item.getTaskId(), scope);
        ItemState before = item.getState();
        item.mergeInto(into);
        ItemState intoBefore = into.getState();
        if (takeMeasures) {
            into.makeRoomFor(item);
        }
        history.note(item, Kind.MERGED, before, String.valueOf(into.getProblem().getNumber()), actor);
        history.note(
                into,
                Kind.MERGED_IN,
                intoBefore,
                String.valueOf(item.getProblem().getNumber()),
                actor);
        audit.record(RectificationAction.ITEM_MERGED, TYPE, itemId, null);
        if (takeMeasures) {
            repository.moveMeasures(itemId, intoId);
        }
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
