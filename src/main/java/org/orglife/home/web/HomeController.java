package org.orglife.home.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.CampaignQuery;
import org.orglife.campaign.CampaignRow;
import org.orglife.campaign.PhaseSteps;
import org.orglife.campaign.Preparation;
import org.orglife.campaign.StepPhase;
import org.orglife.campaign.StepRow;
import org.orglife.campaign.Workspaces;
import org.orglife.home.ToDo;
import org.orglife.home.ToDoKind;
import org.orglife.home.ToDos;
import org.orglife.rectification.Ledger;
import org.orglife.rectification.LedgerFilter;
import org.orglife.rectification.LedgerSort;
import org.orglife.reminder.OverdueBoard;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 我的待办: the first page after signing in. What must I do, how far are we, what is late. */
@Controller
class HomeController {

    /** So many dates and late items stand beside the list; the rest is a click away. */
    private static final int BESIDE = 6;

    private final ToDos toDos;
    private final BranchTaskService tasks;
    private final CampaignQuery campaigns;
    private final Ledger ledger;
    private final Workspaces workspaces;
    private final Preparation preparation;
    private final OverdueBoard overdue;
    private final Dates dates;

    HomeController(
            ToDos toDos,
            BranchTaskService tasks,
            CampaignQuery campaigns,
            Ledger ledger,
            Workspaces workspaces,
            Preparation preparation,
            OverdueBoard overdue,
            Dates dates) {
        this.overdue = overdue;
        this.workspaces = workspaces;
        this.preparation = preparation;
        this.toDos = toDos;
        this.tasks = tasks;
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.dates = dates;
    }

    @GetMapping("/")
    @PreAuthorize(Allow.SIGNED_IN)
    String home(Actor actor, @CurrentScope BranchScope scope, Model model) {
        List<ToDo> all = toDos.of(actor, scope);
        LocalDate today = dates.today();
        model.addAttribute("name", actor.displayName());
        model.addAttribute("toDos", all);
        model.addAttribute(
                "late", all.stream().filter(toDo -> toDo.isLate(today)).count());
        model.addAttribute("today", today);
        if (scope.role().isSuperior()) {
            addCampaigns(scope, model);
        } else if (scope.role().worksForBranch()) {
            addTask(actor, scope, today, model);
            boolean anyLate = all.stream().anyMatch(toDo -> toDo.kind() == ToDoKind.OVERDUE);
            model.addAttribute("overdue", anyLate ? overdue.late(scope, BESIDE) : List.of());
        } else if (scope.memberId() != null) {
            addMeeting(actor, scope, model);
            model.addAttribute("mine", ledger.problems(LedgerFilter.own(), LedgerSort.DUE, scope, BESIDE, 0));
        }
        return "home/home";
    }

    /** The number beside 我的待办 in the menu, asked for when the page stands. */
    @GetMapping("/to-dos/count")
    @PreAuthorize(Allow.SIGNED_IN)
    String count(Actor actor, @CurrentScope BranchScope scope, Model model) {
        model.addAttribute("count", toDos.of(actor, scope).size());
        return "home/count";
    }

    private void addCampaigns(BranchScope scope, Model model) {
        List<CampaignRow> running = campaigns.list(scope).stream()
                .filter(row -> row.state().isRunning())
                .toList();
        model.addAttribute("running", running);
    }

    private void addTask(Actor actor, BranchScope scope, LocalDate today, Model model) {
        Long branch = actor.unitId();
        Stream<BranchTask> running = branch == null
                ? Stream.empty()
                : tasks.ofBranch(branch, scope).stream()
                        .filter(task -> task.getCampaign().getState().isRunning());
        running.findFirst()
                .map(task -> workspaces.preparing(task.getId(), scope))
                .ifPresent(preparing -> {
                    List<StepRow> steps = preparing.steps();
                    model.addAttribute("task", preparing.task());
                    model.addAttribute("plan", preparing.plan());
                    model.addAttribute(
                            "phases",
                            List.of(PhaseSteps.of(StepPhase.BEFORE, steps), PhaseSteps.of(StepPhase.AFTER, steps)));
                    model.addAttribute(
                            "next",
                            steps.stream()
                                    .filter(step -> step.isAhead(today) || step.isLate(today))
                                    .sorted(Comparator.comparing(StepRow::until))
                                    .limit(BESIDE)
                                    .toList());
                });
    }

    /** 长辈也看得懂: what is going on in his branch, and the four places a member goes to. */
    private void addMeeting(Actor actor, BranchScope scope, Model model) {
        tasks.current(actor.unitId(), scope)
                .filter(task -> task.getCampaign().getState().isRunning()
                        && !task.getCampaign().isBackfilled())
                .ifPresent(task -> {
                    model.addAttribute("own", task);
                    model.addAttribute("plan", preparation.plan(task, scope).orElse(null));
                });
    }
}
