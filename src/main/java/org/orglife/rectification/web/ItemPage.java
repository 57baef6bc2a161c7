package org.orglife.rectification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.UnitChoice;
import org.orglife.organisation.UnitQuery;
import org.orglife.problem.ProblemAccess;
import org.orglife.rectification.Approval;
import org.orglife.rectification.DecidingBody;
import org.orglife.rectification.Evidence;
import org.orglife.rectification.Evidences;
import org.orglife.rectification.ItemLinks;
import org.orglife.rectification.ItemReview;
import org.orglife.rectification.ItemState;
import org.orglife.rectification.Items;
import org.orglife.rectification.Ledger;
import org.orglife.rectification.LedgerFilter;
import org.orglife.rectification.LedgerRow;
import org.orglife.rectification.LedgerSort;
import org.orglife.rectification.LedgerStatus;
import org.orglife.rectification.PersonalState;
import org.orglife.rectification.RectificationItem;
import org.orglife.rectification.Recurrence;
import org.orglife.rectification.ReopenSource;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.Dates;
import org.orglife.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Puts the page of one item together, also once more with what was typed and what is wrong with it. */
@Component
class ItemPage {

    static final int LONGEST_REASON = 500;

    private static final int MOST_TO_MERGE_INTO = 200;
    private static final int MOST_BRANCHES = 1000;

    private final Items items;
    private final ItemLinks links;
    private final ItemReview review;
    private final Ledger ledger;
    private final Recurrence recurrence;
    private final UnitQuery units;
    private final BranchTaskService tasks;
    private final Evidences evidences;
    private final Dates dates;

    ItemPage(
            Items items,
            ItemLinks links,
            ItemReview review,
            Ledger ledger,
            Recurrence recurrence,
            UnitQuery units,
            BranchTaskService tasks,
            Evidences evidences,
            Dates dates) {
        this.evidences = evidences;
        this.items = items;
        this.links = links;
        this.review = review;
        this.ledger = ledger;
        this.recurrence = recurrence;
        this.units = units;
        this.tasks = tasks;
        this.dates = dates;
    }

    void fill(long id, @Nullable String back, BranchScope scope, Model model) {
        Items.Detail detail = items.detail(id, scope);
        RectificationItem item = detail.item();
        model.addAttribute("item", item);
        model.addAttribute("problem", item.getProblem());
        model.addAttribute("history", detail.history());
        model.addAttribute("rights", detail.rights());
        model.addAttribute("fallsToOffice", detail.fallsToOffice());
        model.addAttribute("personalState", PersonalState.of(item.getState()));
        model.addAttribute("recurrence", recurrence.of(item, scope));
        model.addAttribute("links", links.of(item, scope));
        addApproval(item, scope, model);
        addEvidence(item, scope, model);
        model.addAttribute("writes", ProblemAccess.mayWrite(item.getProblem(), scope));
        model.addAttribute("today", dates.today());
        String own =
                "/ledger?campaign=" + item.getProblem().getTask().getCampaign().getId();
        model.addAttribute("back", back == null ? own : LedgerAddress.back(back));
        model.addAttribute("sources", ReopenSource.values());
        model.addAttribute("bodies", DecidingBody.values());
        if (detail.rights().withdraw()) {
            model.addAttribute("mergeable", mergeable(item, scope));
        }
        if (detail.rights().transfer()) {
            model.addAttribute("branches", otherBranches(item, scope));
        }
    }

    private void addApproval(RectificationItem item, BranchScope scope, Model model) {
        Approval.Standing approval = review.approvalOf(item);
        model.addAttribute("approval", approval);
        model.addAttribute("waitsForPeople", review.waitsForPeople(item));
        model.addAttribute(
                "maySurvey",
                approval != null
                        && approval.isWanting()
                        && item.getState() == ItemState.VERIFIED
                        && scope.role().leadsBranch());
        model.addAttribute(
                "readsSurvey",
                scope.role().sitsOnCommittee()
                        || (!item.getProblem().getSubjectKind().isPersonal()
                                && approval != null
                                && approval.stage() != Approval.Stage.PREPARED
                                && approval.stage() != Approval.Stage.RUNNING));
    }

    private void addEvidence(RectificationItem item, BranchScope scope, Model model) {
        List<Evidence> files = evidences.of(item);
        model.addAttribute("files", files.stream().collect(Collectors.groupingBy(Evidence::getEntryId)));
        model.addAttribute("filesLeft", Evidences.MOST_FILES - files.size());
        model.addAttribute(
                "removable",
                files.stream()
                        .filter(file -> evidences.mayRemove(item, file, scope))
                        .map(Evidence::getId)
                        .toList());
    }

    /** Items of the same subject and campaign that are still open. */
    private List<LedgerRow> mergeable(RectificationItem item, BranchScope scope) {
        Long campaign = item.getProblem().getTask().getCampaign().getId();
        LedgerFilter open = new LedgerFilter(
                campaign,
                item.getBranchId(),
                item.getProblem().getSubjectKind(),
                null,
                LedgerStatus.OPEN,
                null,
                null,
                false);
        return ledger.problems(open, LedgerSort.NUMBER, scope, MOST_TO_MERGE_INTO, 0).stream()
                .filter(row -> row.id() != item.getId())
                .toList();
    }

    /** Branches that have a task of the same campaign. */
    private List<UnitChoice> otherBranches(RectificationItem item, BranchScope scope) {
        List<UnitChoice> all = units.branchChoices(scope, MOST_BRANCHES);
        Long campaign = item.getProblem().getTask().getCampaign().getId();
        List<Long> inCampaign = tasks
                .findAll(campaign, all.stream().map(UnitChoice::id).toList(), scope)
                .stream()
                .map(task -> task.getBranch().getId())
                .toList();
        return all.stream()
                .filter(branch -> branch.id() != item.getBranchId() && inCampaign.contains(branch.id()))
                .toList();
    }

    /** The page once more, with what was typed and what is wrong with it beside its field. */
    String again(
            long id,
            @Nullable String back,
            String at,
            Objection objection,
            @Nullable String typed,
            BranchScope scope,
            Model model,
            HttpServletResponse response) {
        fill(id, back, scope, model);
        model.addAttribute("wrongAt", at);
        model.addAttribute("objection", objection.code());
        model.addAttribute("excess", objection.argument());
        model.addAttribute("typed", typed);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "rectification/item";
    }

    /**
     * Does the work of a form.
     *
     * @param besideField what codes begin with that stand beside a field of the form; others go their way
     * @return what is wrong; null if it was done
     */
    static @Nullable Objection attempt(List<String> besideField, Runnable work) {
        try {
            work.run();
            return null;
        } catch (RuleViolationException refused) {
            if (besideField.stream().noneMatch(refused.code()::startsWith)) {
                throw refused;
            }
            return Objection.of(refused);
        }
    }

    static String done(RedirectAttributes redirect, String code, long id, @Nullable String back) {
        Notice.leave(redirect, code);
        return "redirect:" + (back == null ? "/ledger/" + id : LedgerAddress.back(back));
    }
}
