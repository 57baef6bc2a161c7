package org.orglife.sitting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.StaleEditException;
import org.orglife.sitting.AgendaPlanning;
import org.orglife.sitting.MeetingPack;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.Notice;
import org.orglife.web.Redrawn;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 议程 before the meeting: what is dealt with, in which order, by whom and for how long. */
@Controller
@RequestMapping("/tasks/{taskId}/meeting/agenda")
class AgendaController {

    private static final String SAVE = "save";

    private final BranchTaskService tasks;
    private final AgendaPlanning planning;
    private final MeetingPack pack;
    private final Roster roster;
    private final Dates dates;

    AgendaController(AgendaPlanning planning, BranchTaskService tasks, MeetingPack pack, Roster roster, Dates dates) {
        this.planning = planning;
        this.tasks = tasks;
        this.pack = pack;
        this.roster = roster;
        this.dates = dates;
    }

    @GetMapping
    @PreAuthorize(Allow.BUSINESS)
    String agenda(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        List<AgendaPlanning.Line> lines = planning.lines(task);
        return page(task, AgendaForm.of(lines, AgendaPlanning.mark(lines)), scope, model);
    }

    private String page(BranchTask task, AgendaForm form, BranchScope scope, Model model) {
        MeetingPack.Heading heading = pack.heading(task, scope).orElse(null);
        boolean begun = planning.isBegun(task);
        boolean works = scope.role().worksForBranch();
        boolean open =
                works && !begun && task.getState().isOpen() && !task.getState().isAfterMeeting();
        model.addAttribute("task", task);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", form);
        }
        model.addAttribute("heading", heading);
        model.addAttribute("begun", begun);
        model.addAttribute("works", works);
        model.addAttribute("open", open);
        model.addAttribute("round", form.hasRound());
        model.addAttribute("minutes", form.minutes());
        model.addAttribute("until", end(heading, form.minutes()));
        model.addAttribute(
                "people", open ? roster.membersOf(task.getBranch().getId(), dates.today(), scope) : List.of());
        return "sitting/agenda";
    }

    private static @Nullable LocalTime end(MeetingPack.@Nullable Heading heading, int minutes) {
        return heading == null || heading.startsAt() == null || minutes == 0
                ? null
                : heading.startsAt().plusMinutes(minutes);
    }

    /** Saves it, or moves, adds and drops rows of it and shows it again: the buttons need no script. */
    @PostMapping
    @PreAuthorize(Allow.BRANCH_WORK)
    String settle(
            @PathVariable long taskId,
            @RequestParam(defaultValue = SAVE) String act,
            @CurrentScope BranchScope scope,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        BranchTask task = tasks.get(taskId, scope);
        AgendaForm form = AgendaForm.read(request);
        if (!act.equals(SAVE)) {
            model.addAttribute("unsaved", true);
            return page(task, form.after(act), scope, model);
        }
        BindingResult errors = new BeanPropertyBindingResult(form, "form");
        form.check(errors);
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(task, form, scope, model);
        }
        try {
            planning.settle(taskId, form.toLines(), form.version(), scope);
        } catch (StaleEditException stale) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("theirs", pack.standing(task));
            return page(task, new AgendaForm(form.lines(), stale.currentVersion()), scope, model);
        }
        Notice.leave(redirect, "sitting.agenda.saved");
        return "redirect:/tasks/" + taskId + "/meeting/agenda";
    }

    /** On paper (F21). */
    @GetMapping("/print")
    @PreAuthorize(Allow.BUSINESS)
    String print(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        BranchTask task = tasks.get(taskId, scope);
        model.addAttribute("task", task);
        model.addAttribute("heading", pack.heading(task, scope).orElse(null));
        model.addAttribute("lines", pack.standing(task));
        model.addAttribute("guests", pack.guests(task));
        return "sitting/agenda-print";
    }
}
