package org.orglife.routine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.organisation.Roster;
import org.orglife.routine.RoutineItems;
import org.orglife.routine.RoutineMeeting;
import org.orglife.routine.RoutineService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.TypedText;
import org.orglife.web.Allow;
import org.orglife.web.FormRefusals;
import org.orglife.web.ListParams;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.orglife.web.Redrawn;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 议定事项 and 列席 of a meeting that was held. */
@Controller
class RoutineItemController {

    private static final String PAGE = "routine/decision";
    private static final int LONGEST_NAME = 60;

    private static final Map<String, String> FIELDS = Map.of(
            "routine.person.other", "ownerId",
            "routine.day.odd", "dueOn",
            "routine.vote.kind", "approve",
            "routine.vote.no-quorum", "approve",
            "routine.vote.too-many", "approve");

    private final RoutineService routine;
    private final RoutineItems items;
    private final Roster roster;
    private final OncePerForm once;

    RoutineItemController(RoutineService routine, RoutineItems items, Roster roster, OncePerForm once) {
        this.routine = routine;
        this.items = items;
        this.roster = roster;
        this.once = once;
    }

    @GetMapping("/routine/{id}/decisions/new")
    @PreAuthorize(Allow.MEETINGS)
    String blank(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        model.addAttribute("form", RoutineDecisionForm.blank());
        fill(id, scope, model);
        return PAGE;
    }

    @PostMapping("/routine/{id}/decisions")
    @PreAuthorize(Allow.MEETINGS)
    String decide(
            @PathVariable long id,
            @Valid @ModelAttribute("form") RoutineDecisionForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String address = FormRefusals.attempt(
                errors,
                FIELDS,
                () -> once.record(request, () -> {
                    items.decide(id, form.toDetails(), scope);
                    return "/routine/" + id;
                }));
        if (address == null) {
            Redrawn.with(model, form, errors);
            fill(id, scope, model);
            return FormRefusals.again(PAGE, response);
        }
        Notice.leave(redirect, "routine.saved");
        return "redirect:" + address;
    }

    private void fill(long id, BranchScope scope, Model model) {
        RoutineMeeting meeting = routine.get(id, scope);
        model.addAttribute("meeting", meeting);
        model.addAttribute(
                "people",
                roster.membersOf(meeting.getBranch().getId(), meeting.getPlan().getHeldOn(), scope));
    }

    @PostMapping("/routine/{id}/decisions/{decisionId}/delete")
    @PreAuthorize(Allow.MEETINGS)
    String dropDecision(@PathVariable long id, @PathVariable long decisionId, @CurrentScope BranchScope scope) {
        items.dropDecision(id, decisionId, scope);
        return "redirect:/routine/" + id;
    }

    @PostMapping("/routine/{id}/guests")
    @PreAuthorize(Allow.MEETINGS)
    String invite(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String capacity,
            @CurrentScope BranchScope scope) {
        AttendanceCapacity as = ListParams.constant(AttendanceCapacity.values(), capacity);
        if (name == null || TypedText.length(name) > LONGEST_NAME) {
            throw new RuleViolationException("routine.guest.name");
        }
        items.invite(id, name, as == null || !as.isInvited() ? AttendanceCapacity.OBSERVER : as, scope);
        return "redirect:/routine/" + id;
    }

    @PostMapping("/routine/{id}/guests/{guestId}/delete")
    @PreAuthorize(Allow.MEETINGS)
    String dropGuest(@PathVariable long id, @PathVariable long guestId, @CurrentScope BranchScope scope) {
        items.dropGuest(id, guestId, scope);
        return "redirect:/routine/" + id;
    }
}
