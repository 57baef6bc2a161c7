package org.orglife.rectification.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.CampaignQuery;
import org.orglife.campaign.CampaignRow;
import org.orglife.organisation.UnitChoice;
import org.orglife.organisation.UnitQuery;
import org.orglife.problem.ProblemAccess;
import org.orglife.problem.SubjectKind;
import org.orglife.rectification.DueFilter;
import org.orglife.rectification.ItemReview;
import org.orglife.rectification.ItemState;
import org.orglife.rectification.Ledger;
import org.orglife.rectification.LedgerFilter;
import org.orglife.rectification.LedgerRow;
import org.orglife.rectification.LedgerSort;
import org.orglife.rectification.LedgerStatus;
import org.orglife.rectification.LedgerTotals;
import org.orglife.rectification.LedgerView;
import org.orglife.rectification.ListDecisions;
import org.orglife.rectification.PersonalCount;
import org.orglife.rectification.Recurrence;
import org.orglife.rectification.WaitingItems;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.web.Paging;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the model of the ledger page together: rows of the chosen view, totals, what can be chosen. */
@Component
class LedgerPage {

    private static final int MOST_BRANCHES = 1000;
    private static final int SMALL = 20;
    private static final int LARGE = 50;
    private static final int SMALL_LIST = 200;

    private final Ledger ledger;
    private final CampaignQuery campaigns;
    private final BranchTaskService tasks;
    private final UnitQuery units;
    private final Labels labels;
    private final Recurrence recurrence;
    private final ListDecisions decisions;
    private final WaitingItems waiting;
    private final ItemReview review;

    LedgerPage(
            Ledger ledger,
            CampaignQuery campaigns,
            BranchTaskService tasks,
            UnitQuery units,
            Labels labels,
            Recurrence recurrence,
            ListDecisions decisions,
            WaitingItems waiting,
            ItemReview review) {
        this.decisions = decisions;
        this.review = review;
        this.waiting = waiting;
        this.recurrence = recurrence;
        this.ledger = ledger;
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.units = units;
        this.labels = labels;
    }

    /** A filter in use, and the address without it. */
    record Tag(String text, String without) {}

    /** The foot of the list of personal counts. */
    record PersonalTotals(
            long members,
            long membersWithList,
            long secretaryProblems,
            long memberProblems,
            long measures,
            long closed) {

        static PersonalTotals of(List<PersonalCount> counts) {
            return new PersonalTotals(
                    sum(counts, PersonalCount::members),
                    sum(counts, PersonalCount::membersWithList),
                    sum(counts, PersonalCount::secretaryProblems),
                    sum(counts, PersonalCount::memberProblems),
                    sum(counts, PersonalCount::measures),
                    sum(counts, PersonalCount::closed));
        }

        private static long sum(List<PersonalCount> counts, ToLongFunction<PersonalCount> column) {
            return counts.stream().mapToLong(column).sum();
        }
    }

    /** The filter a request means: without a campaign, the one whose ledger is being worked on. */
    LedgerFilter filter(LedgerParams params, boolean mine, BranchScope scope) {
        LedgerFilter filter = params.filter(mine);
        return isComplete(params, filter) ? filter : completed(filter, campaigns.list(scope));
    }

    private static boolean isComplete(LedgerParams params, LedgerFilter filter) {
        return filter.campaign() != null || params.isAllCampaigns() || filter.mine();
    }

    private static LedgerFilter completed(LedgerFilter filter, List<CampaignRow> all) {
        return CampaignQuery.withLedger(all).map(row -> filter.in(row.id())).orElse(filter);
    }

    void fill(Model model, LedgerParams params, boolean mine, Actor actor, BranchScope scope) {
        String base = mine ? "/my-problems" : "/ledger";
        List<CampaignRow> all = campaigns.list(scope);
        LedgerFilter asked = params.filter(mine);
        LedgerFilter filter = isComplete(params, asked) ? asked : completed(asked, all);
        LedgerView view = params.chosenView();
        LedgerTotals totals = ledger.totals(filter, scope);
        boolean superior = scope.role().isSuperior();
        model.addAttribute("base", base);
        model.addAttribute("params", params);
        model.addAttribute("filter", filter);
        model.addAttribute("view", view);
        model.addAttribute("sort", params.chosenSort());
        model.addAttribute("totals", totals);
        model.addAttribute("mine", mine);
        model.addAttribute("superior", superior);
        model.addAttribute("writesOwn", mine || !ProblemAccess.mayWriteForBranch(scope));
        model.addAttribute(
                "campaigns", all.stream().filter(row -> !row.state().isDraft()).toList());
        model.addAttribute(
                "campaign",
                all.stream().filter(row -> isOf(filter, row)).findFirst().orElse(null));
        model.addAttribute("aspects", filter.campaign() == null ? List.of() : ledger.aspects(filter.campaign(), scope));
        List<UnitChoice> found = superior ? units.branchChoices(scope, MOST_BRANCHES + 1) : List.of();
        List<UnitChoice> branches = found.stream().limit(MOST_BRANCHES).toList();
        model.addAttribute("branches", branches);
        model.addAttribute("notAllBranches", found.size() > MOST_BRANCHES ? MOST_BRANCHES : null);
        model.addAttribute("subjects", SubjectKind.values());
        model.addAttribute("statuses", LedgerStatus.values());
        model.addAttribute("dues", DueFilter.values());
        List<Tag> tags = tags(params, filter, base);
        model.addAttribute("tags", tags);
        model.addAttribute("inWords", inWords(tags, filter, branches));
        BranchTask task = task(filter, actor, scope);
        model.addAttribute("task", task);
        model.addAttribute(
                "returning",
                task == null ? 0 : recurrence.of(task, scope).proposed().size());
        addAgreement(model, task == null ? ofOneBranch(filter, scope) : task);
        model.addAttribute("carried", task == null || mine ? 0L : carried(filter, task, scope));
        model.addAttribute(
                "campaignTitles",
                mine || filter.status() == LedgerStatus.CARRIED ? campaignTitles(actor, scope) : Map.of());
        rows(model, params, filter, totals, superior, scope);
    }

    /** Which meeting agreed the list of the branch that is shown. */
    private void addAgreement(Model model, @Nullable BranchTask task) {
        model.addAttribute("listed", task);
        model.addAttribute("agreed", task == null ? null : decisions.of(task).orElse(null));
    }

    private @Nullable BranchTask ofOneBranch(LedgerFilter filter, BranchScope scope) {
        return filter.campaign() == null || filter.branch() == null
                ? null
                : tasks.find(filter.campaign(), filter.branch(), scope).orElse(null);
    }

    /** How much is still open from campaigns before the one that is shown. */
    private long carried(LedgerFilter filter, BranchTask task, BranchScope scope) {
        Long campaign = filter.campaign() == null ? task.getCampaign().getId() : filter.campaign();
        LedgerFilter earlier = new LedgerFilter(campaign, null, null, null, LedgerStatus.CARRIED, null, null, false);
        return ledger.totals(earlier, scope).problems();
    }

    /** One's own problems come from every campaign, and numbers begin anew in each: titles by task. */
    private Map<Long, String> campaignTitles(Actor actor, BranchScope scope) {
        Long branch = actor.unitId();
        return branch == null
                ? Map.of()
                : tasks.ofBranch(branch, scope).stream()
                        .collect(Collectors.toMap(
                                BranchTask::getId, task -> task.getCampaign().getTitle()));
    }

    private static boolean isOf(LedgerFilter filter, CampaignRow row) {
        return filter.campaign() != null && row.id() == filter.campaign();
    }

    private void rows(
            Model model,
            LedgerParams params,
            LedgerFilter filter,
            LedgerTotals totals,
            boolean superior,
            BranchScope scope) {
        long count = switch (params.chosenView()) {
            case PROBLEMS, PERSONAL -> totals.problems();
            case MEASURES -> totals.matching();
            case RESPONSIBILITIES -> totals.owners();
        };
        Paging paging = Paging.of(params.pageNumber(), count <= SMALL_LIST ? SMALL : LARGE);
        model.addAttribute("pager", paging.over(count));
        switch (params.chosenView()) {
            case PROBLEMS -> {
                List<LedgerRow> rows =
                        ledger.problems(filter, params.chosenSort(), scope, paging.size(), paging.offset());
                model.addAttribute("rows", rows);
                model.addAttribute(
                        "bands",
                        superior && params.chosenSort() == LedgerSort.NUMBER
                                ? ledger.bands(filter, scope, rows)
                                : Map.of());
                model.addAttribute("selectable", selectable(rows, scope));
            }
            case MEASURES -> model.addAttribute("rows", ledger.measures(filter, scope, paging.size(), paging.offset()));
            case RESPONSIBILITIES ->
                model.addAttribute("rows", ledger.responsibilities(filter, scope, paging.size(), paging.offset()));
            case PERSONAL -> {
                model.addAttribute("pager", new Paging.Pager(1, LARGE, 0));
                List<PersonalCount> counts = filter.campaign() == null || !superior
                        ? List.of()
                        : ledger.personalCounts(filter.campaign(), scope);
                model.addAttribute("rows", counts);
                model.addAttribute("personalTotals", PersonalTotals.of(counts));
            }
        }
    }

    /** Items that may be struck off together; the service checks each of them again. */
    private Set<Long> selectable(List<LedgerRow> rows, BranchScope scope) {
        Set<Long> chosen = rows.stream()
                .filter(row -> row.state() != ItemState.VERIFIED)
                .map(LedgerRow::id)
                .collect(Collectors.toSet());
        chosen.addAll(review.approved(rows.stream()
                .filter(row -> row.state() == ItemState.VERIFIED)
                .map(LedgerRow::id)
                .toList()));
        return waiting.reviewable(chosen, scope);
    }

    /** Where a branch puts new problems down: the task of the campaign shown, otherwise its newest. */
    private @Nullable BranchTask task(LedgerFilter filter, Actor actor, BranchScope scope) {
        Long branch = actor.unitId();
        if (branch == null || scope.role().isSuperior()) {
            return null;
        }
        List<BranchTask> open = tasks.ofBranch(branch, scope).stream()
                .filter(task -> task.getState().isOpen()
                        && task.getCampaign().getState().isRunning())
                .toList();
        return open.stream()
                .filter(task -> task.getCampaign().getId().equals(filter.campaign()))
                .findFirst()
                .orElse(open.isEmpty() ? null : open.get(0));
    }

    /** What the list is narrowed to, as a printed page says it: there the choice of a branch is not seen otherwise. */
    private static List<String> inWords(List<Tag> tags, LedgerFilter filter, List<UnitChoice> branches) {
        Stream<String> branch = branches.stream()
                .filter(choice -> filter.branch() != null && choice.id() == filter.branch())
                .map(UnitChoice::name);
        return Stream.concat(branch, tags.stream().map(Tag::text)).toList();
    }

    private List<Tag> tags(LedgerParams params, LedgerFilter filter, String base) {
        List<Tag> tags = new ArrayList<>();
        if (filter.subject() != null) {
            tags.add(new Tag(labels.of(filter.subject()), params.with(base, "subject", null)));
        }
        if (filter.aspect() != null) {
            tags.add(new Tag(filter.aspect(), params.with(base, "aspect", null)));
        }
        if (filter.status() != null) {
            tags.add(new Tag(labels.of(filter.status()), params.with(base, "status", null)));
        }
        if (filter.due() != null) {
            tags.add(new Tag(labels.of(filter.due()), params.with(base, "due", null)));
        }
        if (filter.q() != null) {
            tags.add(new Tag("“" + filter.q() + "”", params.with(base, "q", null)));
        }
        return tags;
    }
}
