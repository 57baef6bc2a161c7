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
                || (isWaitingForReview(item) && closingRule(item).allows(scope));
    }

    private static boolean isWaitingForReview(RectificationItem item) {
        return item.getState() == ItemState.SUBMITTED || item.getState() == ItemState.VERIFIED;
    }

    /** An item with its history and with what the caller may do. */
    public Detail detail(long id, BranchScope scope) {
        RectificationItem item = get(id, scope);
        return new Detail(
                item, entries.of(id), rights(item, scope), closingRule(item).fallsToOffice());
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
                isWaitingForReview(item) && closingRule(item).allows(scope),
                open && keepsBranchLedger && isSecretary(scope) && state.canBecome(ItemState.MERGED),
                open && writes && !state.isFinal() && !isWaitingForReview(item));
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

    private static boolean isSecretary(BranchScope scope) {
        return scope.role() == Role.SECRETARY || scope.role() == Role.DEPUTY;
    }
}
