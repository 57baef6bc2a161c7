package org.orglife.records.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.records.CorrectionRequests;
import org.orglife.records.RecordSection;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.FormRefusals;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 请更正: what a member asks to have put right. */
@Controller
@RequestMapping("/me/records/corrections")
class CorrectionRequestController {

    private static final String BACK = "/me/records#corrections";

    private static final Map<String, String> FIELDS = Map.of("records.correction.twice", "section");

    private final CorrectionRequests corrections;
    private final OncePerForm once;

    CorrectionRequestController(CorrectionRequests corrections, OncePerForm once) {
        this.corrections = corrections;
        this.once = once;
    }

    @GetMapping("/new")
    @PreAuthorize(Allow.SIGNED_IN)
    String blank(
            @RequestParam(required = false) @Nullable RecordSection section,
            @CurrentScope BranchScope scope,
            Model model) {
        corrections.requireMember(scope);
        model.addAttribute("form", new CorrectionRequestForm(section, null));
        return form(model);
    }

    private static String form(Model model) {
        model.addAttribute("sections", RecordSection.values());
        return "records/correction-form";
    }

    @PostMapping
    @PreAuthorize(Allow.SIGNED_IN)
    String ask(
            @Valid @ModelAttribute("form") CorrectionRequestForm form,
            BindingResult errors,
            @CurrentScope BranchScope scope,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        corrections.requireMember(scope);
        String address = FormRefusals.attempt(
                errors,
                FIELDS,
                () -> once.address(request, () -> {
                    corrections.ask(Objects.requireNonNull(form.section()), Objects.requireNonNull(form.text()), scope);
                    return BACK;
                }));
        if (address == null) {
            Redrawn.with(model, form, errors);
            return FormRefusals.again(form(model), response);
        }
        Notice.leave(redirect, "records.correction.asked");
        return "redirect:" + address;
    }

    @PostMapping("/{id}/take-back")
    @PreAuthorize(Allow.SIGNED_IN)
    String takeBack(@PathVariable long id, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        corrections.takeBack(id, scope);
        Notice.leave(redirect, "records.correction.takenBack");
        return "redirect:" + BACK;
    }

    @PostMapping("/{id}/seen")
    @PreAuthorize(Allow.SIGNED_IN)
    String seen(@PathVariable long id, @CurrentScope BranchScope scope) {
        corrections.see(id, scope);
        return "redirect:" + BACK;
    }
}
