package org.orglife.outline.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.orglife.outline.OutlineKind;
import org.orglife.outline.OutlineService;
import org.orglife.outline.OutlineService.Reading;
import org.orglife.outline.OutlineService.Round;
import org.orglife.outline.OutlineService.Sheet;
import org.orglife.outline.Verdict;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.orglife.web.OncePerForm;
import org.orglife.web.Redrawn;
import org.springframework.http.HttpStatus;
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

/** Outlines and texts for the meeting: who has written one, writing, reading, reviewing and showing them. */
@Controller
class OutlineController {

    private final OutlineService outlines;
    private final OncePerForm once;

    OutlineController(OutlineService outlines, OncePerForm once) {
        this.outlines = outlines;
        this.once = once;
    }

    @GetMapping("/tasks/{taskId}/texts")
    @PreAuthorize(Allow.BRANCH)
    String overview(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        OutlineService.Overview overview = outlines.overview(taskId, scope);
        model.addAttribute("overview", overview);
        model.addAttribute("task", overview.task());
        model.addAttribute("policy", overview.task().getCampaign().getPolicy());
        return "outline/list";
    }

    @GetMapping("/tasks/{taskId}/texts/{kind}")
    @PreAuthorize(Allow.BRANCH)
    String form(@PathVariable long taskId, @PathVariable String kind, @CurrentScope BranchScope scope, Model model) {
        Sheet sheet = outlines.sheet(taskId, kind(kind), scope);
        model.addAttribute("form", OutlineForm.of(sheet));
        fill(sheet, model);
        return "outline/form";
    }

    private static OutlineKind kind(String address) {
        return OutlineKind.at(address).orElseThrow(() -> new NotFoundException(OutlineKind.class, address));
    }

    private static void fill(Sheet sheet, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("task", sheet.task());
        model.addAttribute("policy", sheet.task().getCampaign().getPolicy());
    }

    @PostMapping("/tasks/{taskId}/texts/{kind}")
    @PreAuthorize(Allow.BRANCH)
    String write(
            @PathVariable long taskId,
            @PathVariable String kind,
            @ModelAttribute("form") OutlineForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Sheet sheet = outlines.sheet(taskId, kind(kind), scope);
        form.check(sheet.sections(), errors);
        if (errors.hasErrors()) {
            Redrawn.with(model, form, errors);
            fill(sheet, model);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "outline/form";
        }
        String address = once.address(request, () -> {
            long id = outlines.write(
                    taskId, sheet.kind(), form.getVersion(), form.words(sheet.sections()), form.isHandIn(), scope);
            Notice.leave(redirect, form.isHandIn() ? "outline.handedIn.done" : "outline.saved.done");
            return "/texts/" + id;
        });
        return "redirect:" + address;
    }

    /** A text, or two of its versions side by side. */
    @GetMapping("/texts/{id}")
    @PreAuthorize(Allow.BRANCH)
    String read(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer number,
            @RequestParam(required = false) @Nullable Integer with,
            @CurrentScope BranchScope scope,
            Model model) {
        Reading reading = outlines.read(id, scope);
        fill(reading, model);
        model.addAttribute("form", ReviewForm.of(reading));
        compare(reading, number, with, model);
        return "outline/text";
    }

    private static void fill(Reading reading, Model model) {
        model.addAttribute("reading", reading);
        model.addAttribute("outline", reading.outline());
        model.addAttribute("task", reading.outline().getTask());
        model.addAttribute("policy", reading.outline().getTask().getCampaign().getPolicy());
    }

    private static void compare(Reading reading, @Nullable Integer number, @Nullable Integer with, Model model) {
        Round older = reading.round(number).orElse(null);
        Round newer = reading.round(with).orElse(null);
        if (older != null && newer != null && older.number() != newer.number()) {
            model.addAttribute("older", older.number() < newer.number() ? older : newer);
            model.addAttribute("newer", older.number() < newer.number() ? newer : older);
            model.addAttribute(
                    "sections",
                    reading.outline()
                            .getKind()
                            .sections(reading.outline().getTask().getCampaign().getKind()));
        }
    }

    /** On paper, A4. */
    @GetMapping("/texts/{id}/print")
    @PreAuthorize(Allow.BRANCH)
    String print(@PathVariable long id, @CurrentScope BranchScope scope, Model model) {
        fill(outlines.read(id, scope), model);
        return "outline/print";
    }

    @PostMapping("/texts/{id}/review")
    @PreAuthorize(Allow.COMMITTEE)
    String review(
            @PathVariable long id,
            @Valid @ModelAttribute("form") ReviewForm form,
            BindingResult errors,
            Actor actor,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Reading reading = outlines.read(id, scope);
        if (!errors.hasErrors()) {
            try {
                outlines.review(id, form.numberOrNone(), form.verdictGiven(), form.remark(), actor, scope);
                Notice.leave(
                        redirect,
                        form.verdict() == Verdict.ACCEPTED ? "outline.review.accepted" : "outline.review.returned");
                return "redirect:/tasks/" + reading.outline().getTask().getId() + "/texts";
            } catch (RuleViolationException refused) {
                errors.rejectValue("remark", refused.code());
            }
        }
        fill(reading, model);
        Redrawn.with(model, form, errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "outline/text";
    }

    @PostMapping("/texts/{id}/sharing")
    @PreAuthorize(Allow.BRANCH)
    String share(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean on,
            @CurrentScope BranchScope scope,
            RedirectAttributes redirect) {
        outlines.share(id, on, scope);
        Notice.leave(redirect, on ? "outline.share.done" : "outline.share.undone");
        return "redirect:/texts/" + id;
    }
}
