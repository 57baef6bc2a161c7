package org.orglife.rectification;

import org.orglife.campaign.BranchTaskService;
import org.orglife.rectification.ItemEntry.Kind;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 回头看 at single items: what was found is written into their history. Whoever was named to look may register an item
 * again, whether or not he may strike it off; who that is the round says, not this class.
 */
@Service
@Transactional
public class ItemLookBack {

    private final Items items;
    private final ItemReview review;
    private final BranchTaskService tasks;
    private final ItemHistory history;

    ItemLookBack(Items items, ItemReview review, BranchTaskService tasks, ItemHistory history) {
        this.items = items;
        this.review = review;
        this.tasks = tasks;
        this.history = history;
    }

    /** Whether a member answers for one of the item's measures, or the item is about himself: he does not look at it. */
    public static boolean involves(RectificationItem item, long memberId) {
        return item.owners().contains(memberId)
                || (item.getProblem().getSubjectMember() != null
                        && item.getProblem().getSubjectMember().getId() == memberId);
    }

    /**
     * The item was looked at and stays as it is.
     *
     * @param words what was found, 1 to 500 characters
     */
    public RectificationItem note(long itemId, String words, Actor actor, BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        tasks.workOn(item.getTaskId(), scope);
        history.note(item, Kind.LOOKED_AT, item.getState(), words, actor);
        return item;
    }

    /**
     * 复号: the result did not hold; the item counts as open again.
     *
     * @param words what was found, 1 to 500 characters
     * @throws RuleViolationException {@code rectification.not-closed} if it is not struck off
     */
    public RectificationItem reopen(long itemId, String words, Actor actor, BranchScope scope) {
        RectificationItem item = items.get(itemId, scope);
        if (item.getState() != ItemState.CLOSED) {
            throw new RuleViolationException("rectification.not-closed");
        }
        return review.reopen(item, ReopenSource.LOOK_BACK, words, actor, scope);
    }
}
