package org.orglife.lookback;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTaskService;
import org.orglife.rectification.ItemLookBack;
import org.orglife.rectification.RectificationItem;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes what was found at single items; what did not hold is registered again (复号) in the same transaction. */
@Service
@Transactional
public class LookBackResults {

    private static final String TYPE = "LookBackResult";

    private final LookBackQuery query;
    private final ItemLookBack items;
    private final BranchTaskService tasks;
    private final Labels labels;
    private final AuditTrail audit;
    private final Clock clock;

    LookBackResults(
            LookBackQuery query,
            ItemLookBack items,
            BranchTaskService tasks,
            Labels labels,
            AuditTrail audit,
            Clock clock) {
        this.query = query;
        this.items = items;
        this.tasks = tasks;
        this.labels = labels;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Notes what was found at an item, or corrects it while the round runs and the item has not moved since.
     *
     * @param version of what was read
     * @throws NotFoundException if there is none within the scope, or its text is not for the caller
     * @throws StaleEditException if somebody noted something since the form was opened
     * @throws RuleViolationException {@code lookback.not-inspector}, {@code lookback.own-item} if the caller or who looked
     *     answers for the item, {@code lookback.no-such-inspector}, {@code lookback.checked-future}, {@code
     *     lookback.checked-early}, and as {@link LookBackResult#require}
     */
    public void record(long id, long version, RecordResult words, Actor actor, BranchScope scope) {
        LookBackResult result = query.result(id, scope);
        LookBackRound round = result.getRound();
        RectificationItem item = result.getItem();
        if (!LookBackAccess.records(round, scope)) {
            throw new RuleViolationException("lookback.not-inspector");
        }
        tasks.workOn(round.getTaskId(), scope);
        requireVersion(result, version);
        Inspector inspector = round.inspector(words.inspector());
        requireUninvolved(item, inspector, scope);
        requireDay(item, words.checkedOn());
        result.require(words);
        String said = said(round, words);
        boolean again = result.getFinding() != null && result.getFinding().reopens();
        if (words.finding().reopens() && !again) {
            items.reopen(item.getId(), said, actor, scope);
        } else {
            items.note(item.getId(), said, actor, scope);
        }
        result.record(words, inspector, actor.displayName());
        audit.record(LookBackAction.RECORDED, TYPE, id, null);
    }

    private static void requireVersion(LookBackResult result, long version) {
        if (result.getVersion() != version) {
            throw new StaleEditException(
                    result.getVersion(),
                    List.of(new CurrentText(
                            "remark", "lookback.remark", result.getRemark() == null ? "" : result.getRemark())));
        }
    }

    private static void requireUninvolved(RectificationItem item, Inspector inspector, BranchScope scope) {
        boolean inspectorsOwn = inspector.memberId() != null && ItemLookBack.involves(item, inspector.memberId());
        if (inspectorsOwn) {
            throw new RuleViolationException("lookback.inspectors-own-item", inspector.name());
        }
        if (LookBackAccess.isInvolved(item, scope)) {
            throw new RuleViolationException("lookback.own-item");
        }
    }

    private void requireDay(RectificationItem item, LocalDate on) {
        if (on.isAfter(LocalDate.now(clock))) {
            throw new RuleViolationException("lookback.checked-future");
        }
        if (item.getClosedOn() != null && on.isBefore(item.getClosedOn())) {
            throw new RuleViolationException("lookback.checked-early");
        }
    }

    /** How it stands in the history of the item. */
    private String said(LookBackRound round, RecordResult words) {
        String found = labels.text("lookback.said", String.valueOf(round.getNumber()), labels.of(words.finding()));
        return words.remark() == null ? found : found + "。" + words.remark();
    }
}
