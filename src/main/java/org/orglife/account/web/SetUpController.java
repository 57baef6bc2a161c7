package org.orglife.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Objects;
import org.orglife.account.SetUpService;
import org.orglife.organisation.UnitKind;
import org.orglife.shared.RuleViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** 首次设置, for as long as nobody has an account. */
@Controller
@RequestMapping("/set-up")
class SetUpController {

    private final SetUpService setUp;
    private final SlipPage slips;

    SetUpController(SetUpService setUp, SlipPage slips) {
        this.setUp = setUp;
        this.slips = slips;
    }

    @GetMapping
    String page(Model model) {
        if (!setUp.isOpen()) {
            return "redirect:/login";
        }
        model.addAttribute("form", SetUpForm.blank());
        return form(model);
    }

    @PostMapping
    String setUp(
            @Valid @ModelAttribute("form") SetUpForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!setUp.isOpen()) {
            return "redirect:/login";
        }
        if (!errors.hasErrors()) {
            try {
                return slips.of(
                        setUp.setUp(
                                Objects.requireNonNull(form.getCode()),
                                request.getRemoteAddr(),
                                Objects.requireNonNull(form.getKind()),
                                Objects.requireNonNull(form.getUnit()),
                                form.persons()),
                        "/login",
                        model);
            } catch (RuleViolationException objection) {
                errors.rejectValue(
                        objection.code().startsWith("account.username") ? "people[0].username" : "code",
                        objection.code(),
                        objection.arguments(),
                        null);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(model);
    }

    private static String form(Model model) {
        model.addAttribute("roles", SetUpService.FIRST);
        model.addAttribute(
                "kinds",
                Arrays.stream(UnitKind.values())
                        .filter(kind -> kind.isSuperior() && kind != UnitKind.GENERAL_BRANCH)
                        .toList());
        return "account/set-up";
    }
}
