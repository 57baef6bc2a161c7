package org.orglife.routine.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.OrgUnit;
import org.orglife.routine.Roll;
import org.orglife.routine.RoutineKind;
import org.orglife.routine.RoutineMeeting;
import org.orglife.routine.RoutineService;
import org.orglife.routine.RoutineState;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Dates;
import org.orglife.web.FormRefusals;
import org.orglife.web.ListParams;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.orglife.web.Redrawn;
import org.springframework.format.annotation.DateTimeFormat;
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

/** The form of a meeting: planned, or written down in one go, which is what happens mostly. */
@Controller
class RoutineFormController {

    private static final String PAGE = "routine/form";

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("routine.kinds.missing", "kinds"),
            Map.entry("routine.committee-alone", "kinds"),
            Map.entry("routine.group-general", "kinds"),
            Map.entry("routine.group.missing", "groupId"),
            Map.entry("routine.group.other", "groupId"),
            Map.entry("routine.ends-before-starts", "endsAt"),
            Map.entry("routine.in-future", "heldOn"),
            Map.entry("routine.day.odd", "heldOn"),
            Map.entry("routine.nobody-expected", "heldOn"),
            Map.entry("routine.nobody-present", "present"),
            Map.entry("routine.list-changed", "present"),
            Map.entry("routine.person.other", "chairId"),
            Map.entry("routine.record.missing", "record"));

    private final RoutineFrame frame;
    private final RoutineFormPage page;
    private final RoutineService routine;
    private final OncePerForm once;
    private final Dates dates;

    RoutineFormController(
            RoutineFrame frame, RoutineFormPage page, RoutineService routine, OncePerForm once, Dates dates) {
        this.frame = frame;
        this.page = page;
        this.routine = routine;
        this.once = once;
        this.dates = dates;
    }

    @GetMapping("/routine/new")
    @PreAuthorize(Allow.MEETINGS)
    String blank(
            @RequestParam(defaultValue = "false") String plan,
            @RequestParam(required = false) @Nullable String kind,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model) {
        OrgUnit branch = frame.own(actor, scope);
        RoutineForm form = page.blank(branch, ListParams.constant(RoutineKind.values(), kind), scope);
        model.addAttribute("form", form);
        page.fill(branch, "true".equals(plan) ? Purpose.PLAN : Purpose.RECORD, null, form, false, scope, model);
        return PAGE;
    }

    /** Those who are expected, as day and kind are chosen in the form. */
    @PostMapping("/routine/people")
    @PreAuthorize(Allow.MEETINGS)
    String people(
            @RequestParam(required = false) @Nullable List<RoutineKind> kinds,
            @RequestParam(required = false) @Nullable Long groupId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate heldOn,
            @RequestParam(required = false) @Nullable List<Long> listed,
            @RequestParam(required = false) @Nullable List<Long> present,
            @RequestParam(required = false) @Nullable List<String> reasons,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model) {
        Set<RoutineKind> chosen =
                kinds == null || kinds.isEmpty() ? EnumSet.noneOf(RoutineKind.class) : EnumSet.copyOf(kinds);
        Roll roll = new Roll(
                listed == null ? Set.of() : new TreeSet<>(listed),
                present == null ? Set.of() : new TreeSet<>(present),
                RoutineForm.readReasons(reasons));
        page.roll(
                frame.own(actor, scope),
                chosen,
                groupId,
                Objects.requireNonNullElse(heldOn, dates.today()),
                roll,
                model);
        return "routine/people :: people";
    }

    @PostMapping("/routine/plans")
    @PreAuthorize(Allow.MEETINGS)
    String plan(
            @Valid @ModelAttribute("form") RoutineForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OrgUnit branch = frame.own(actor, scope);
        Sent sent = new Sent(branch, Purpose.PLAN, null, form, errors, false);
        return answer(sent, scope, model, response, () -> {
            Notice.leave(redirect, "routine.planned");
            return once.record(request, () -> "/routine/" + routine.plan(branch.getId(), form.toDetails(), scope));
        });
    }

    @PostMapping("/routine")
    @PreAuthorize(Allow.MEETINGS)
    String record(
            @Valid @ModelAttribute("form") RoutineForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        OrgUnit branch = frame.own(actor, scope);
        Sent sent = new Sent(branch, Purpose.RECORD, null, form, errors, false);
        return answer(sent, scope, model, response, () -> {
            Notice.leave(redirect, "routine.saved");
            return once.record(
                    request,
                    () -> "/routine/"
                            + routine.record(branch.getId(), form.toDetails(), form.toRoll(), form.record(), scope));
        });
    }

    @GetMapping("/routine/{id}/edit")
    @PreAuthorize(Allow.MEETINGS)
    String edit(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        RoutineMeeting meeting = routine.get(id, scope);
        return open(meeting, meeting.getState().isAhead() ? Purpose.CHANGE : Purpose.CORRECT, scope, model);
    }

    @GetMapping("/routine/{id}/held")
    @PreAuthorize(Allow.MEETINGS)
    String hold(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        RoutineMeeting meeting = routine.get(id, scope);
        return meeting.getState().isAhead() ? open(meeting, Purpose.HOLD, scope, model) : "redirect:/routine/" + id;
    }

    private String open(RoutineMeeting meeting, Purpose purpose, BranchScope scope, Model model) {
        RoutineForm form = RoutineForm.of(meeting);
        model.addAttribute("form", form);
        page.fill(meeting.getBranch(), purpose, meeting.getId(), form, meeting.getRecord() != null, scope, model);
        return PAGE;
    }

    @PostMapping("/routine/{id}/plan")
    @PreAuthorize(Allow.MEETINGS)
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") RoutineForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return answer(sent(id, Purpose.CHANGE, form, errors, scope), scope, model, response, () -> {
            routine.change(id, version(form), form.toDetails(), scope);
            return saved(id, redirect);
        });
    }

    @PostMapping("/routine/{id}/held")
    @PreAuthorize(Allow.MEETINGS)
    String held(
            @PathVariable long id,
            @Valid @ModelAttribute("form") RoutineForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return answer(sent(id, Purpose.HOLD, form, errors, scope), scope, model, response, () -> {
            routine.hold(id, version(form), form.toDetails(), form.toRoll(), form.record(), scope);
            return saved(id, redirect);
        });
    }

    @PostMapping("/routine/{id}")
    @PreAuthorize(Allow.MEETINGS)
    String correct(
            @PathVariable long id,
            @Valid @ModelAttribute("form") RoutineForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return answer(sent(id, Purpose.CORRECT, form, errors, scope), scope, model, response, () -> {
            String why = Objects.requireNonNull(form.why());
            routine.correct(id, version(form), form.toDetails(), form.toRoll(), form.record(), why, actor, scope);
            return saved(id, redirect);
        });
    }

    /** A form as it was sent; {@code recorded} says whether there is the text of a record already. */
    private record Sent(
            OrgUnit branch,
            Purpose purpose,
            @Nullable Long id,
            RoutineForm form,
            BindingResult errors,
            boolean recorded) {}

    private Sent sent(long id, Purpose purpose, RoutineForm form, BindingResult errors, BranchScope scope) {
        RoutineMeeting meeting = routine.get(id, scope);
        boolean recorded = meeting.getState() == RoutineState.RECORDED;
        return new Sent(meeting.getBranch(), purpose, id, form, errors, recorded);
    }

    private String answer(
            Sent sent, BranchScope scope, Model model, HttpServletResponse response, Supplier<String> work) {
        sent.form().check(sent.errors(), sent.purpose());
        String address = FormRefusals.attempt(sent.errors(), FIELDS, work);
        if (address != null) {
            return "redirect:" + address;
        }
        Redrawn.with(model, sent.form(), sent.errors());
        page.fill(sent.branch(), sent.purpose(), sent.id(), sent.form(), sent.recorded(), scope, model);
        return FormRefusals.again(PAGE, response);
    }

    private static String saved(long id, RedirectAttributes redirect) {
        Notice.leave(redirect, "routine.saved");
        return "/routine/" + id;
    }

    private static long version(RoutineForm form) {
        return Objects.requireNonNullElse(form.version(), -1L);
    }
}
