package org.orglife.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.orglife.campaign.CloseBranchItemsBy;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.Roster;
import org.orglife.problem.Problem;
import org.orglife.problem.ProblemAccess;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds single items, and tells what the caller may do with them: the one place for both (domain 7.2, 2.10). */
@Service
@Transactional(readOnly = true)
public class Items {

    private final RectificationItemRepository items;
    private final ItemEntryRepository entries;
    private final Roster roster;
    private final Clock clock;

    Items(RectificationItemRepository items, ItemEntryRepository entries, Roster roster, Clock clock) {
        this.items = items;
        this.entries = entries;
        this.roster = roster;
        this.clock = clock;
    }

    /** An item as its page shows it. */
    public record Detail(RectificationItem item, List<ItemEntry> history, ItemRights rights, boolean fallsToOffice) {}

    /**
     * An item with its measures.
     *
     * @throws NotFoundException if there is none, it lies outside the scope, or its text is not for this role
     */
    public RectificationItem get(long id, BranchScope scope) {
        return items.findById(id)
                .filter(item -> item.getProblem().getTask().getBranch().isWithin(scope))
                .filter(item -> mayRead(item, scope))
                .orElseThrow(() -> new NotFoundException(RectificationItem.class, id));
    }

    /** The superior reads a personal item only while it waits for him, because nobody in the branch may close it. */
    private boolean mayRead(RectificationItem item, BranchScope scope) {
        return ProblemAccess.mayRead(item.getProblem(), scope)
                || item.owners().contains(scope.memberId() == null ? -1L : scope.memberId())
                || (isWaitingForAnother(item) && closingRule(item).allows(scope));
    }

    /** Waits for a review, or for a decision about a later date. */
    private static boolean isWaitingForAnother(RectificationItem item) {
        return isWaitingForReview(item) || item.getMeasures().stream().anyMatch(Measure::isExtensionAsked);
    }

    private static boolean isWaitingForReview(RectificationItem item) {
        return item.getState() == ItemState.SUBMITTED || item.getState() == ItemState.VERIFIED;
    }

    /** An item with its history and with what the caller may do. */
    public Detail detail(long id, BranchScope scope) {
        RectificationItem item = get(id, scope);
        ClosingRule closing = closingRule(item);
        return new Detail(item, entries.of(id), rights(item, closing, scope), closing.fallsToOffice());
    }

    /** Who may give a measure the later date that is asked for. */
    ExtensionRule extensionRule(Measure measure, ClosingRule closing) {
        return new ExtensionRule(closing, measure.getOwner().getId(), Extensions.isBeyond(measure));
    }

    /**
     * A measure on which the caller may report.
     *
     * @throws RuleViolationException {@code rectification.not-workable},
     *     {@code rectification.not-owner}
     */
    Measure reportable(RectificationItem item, long measureId, BranchScope scope) {
        Measure measure = item.measure(measureId);
        if (!item.getState().isWorkable()) {
            throw new RuleViolationException("rectification.not-workable");
        }
        if (!rights(item, scope).reportOn().contains(measureId)) {
            throw new RuleViolationException(
                    "rectification.not-owner", measure.getOwner().getName());
        }
        return measure;
    }

    /** Who may close the item. */
    public ClosingRule closingRule(RectificationItem item) {
        Problem problem = item.getProblem();
        Map<Long, PositionKind> committee = roster.committeeOf(item.getBranchId(), LocalDate.now(clock));
        CloseBranchItemsBy by = problem.getTask().getCampaign().getPolicy().closeBranchItemsBy();
        return new ClosingRule(
                problem.getSubjectKind(),
                problem.getSubjectMember() == null
                        ? null
                        : problem.getSubjectMember().getId(),
                item.owners(),
                committee,
                by);
    }

    /** What the caller may do with an item he may read. */
    public ItemRights rights(RectificationItem item, BranchScope scope) {
        return rights(item, closingRule(item), scope);
    }

    private ItemRights rights(RectificationItem item, ClosingRule closing, BranchScope scope) {
        boolean open = item.getProblem().getTask().getState().isOpen();
        boolean writes = ProblemAccess.mayWrite(item.getProblem(), scope);
        boolean keepsBranchLedger =
                !item.getProblem().getSubjectKind().isPersonal() && ProblemAccess.mayWriteForBranch(scope);
        boolean handsIn = mayHandIn(item, scope);
        ItemState state = item.getState();
        return new ItemRights(
                open && writes && state.isPlannable(),
                open && state.isWorkable() ? reportable(item, keepsBranchLedger, scope) : Set.of(),
                open && handsIn && (state == ItemState.IN_PROGRESS || state == ItemState.RETURNED),
                open && handsIn && state == ItemState.SUBMITTED,
                isWaitingForReview(item) && closing.allows(scope),
                open && keepsBranchLedger && isSecretary(scope) && state.canBecome(ItemState.MERGED),
                open && writes && !state.isFinal() && !isWaitingForReview(item),
                decidable(item, closing, scope),
                state == ItemState.CLOSED && closing.allows(scope),
                open
                        && scope.role() == Role.PARTY_OFFICE
                        && !item.getProblem().getSubjectKind().isPersonal()
                        && state.canBecome(ItemState.TRANSFERRED));
    }

    /** Whoever owns a measure of it hands an item in, and for the branch's own items its secretary. */
    boolean mayHandIn(RectificationItem item, BranchScope scope) {
        boolean owns = scope.memberId() != null && item.owners().contains(scope.memberId());
        Problem problem = item.getProblem();
        return problem.getSubjectKind().isPersonal()
                ? owns || ProblemAccess.mayWrite(problem, scope)
                : owns || isSecretary(scope);
    }

    /** Owners report on their own measures; who keeps the branch's ledger notes for all of them. */
    private static Set<Long> reportable(RectificationItem item, boolean keepsBranchLedger, BranchScope scope) {
        return item.getMeasures().stream()
                .filter(measure ->
                        keepsBranchLedger || scope.isOwn(measure.getOwner().getId()))
                .map(Measure::getId)
                .collect(Collectors.toSet());
    }

    private Set<Long> decidable(RectificationItem item, ClosingRule closing, BranchScope scope) {
        return item.getMeasures().stream()
                .filter(Measure::isExtensionAsked)
                .filter(measure -> extensionRule(measure, closing).allows(scope))
                .map(Measure::getId)
                .collect(Collectors.toSet());
    }

    private static boolean isSecretary(BranchScope scope) {
        return scope.role() == Role.SECRETARY || scope.role() == Role.DEPUTY;
    }
}
