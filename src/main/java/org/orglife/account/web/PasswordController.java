package org.orglife.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.beans.PropertyEditorSupport;
import java.util.List;
import java.util.Objects;
import org.orglife.account.SessionPrincipal;
import org.orglife.account.SignInService;
import org.orglife.account.SignedInUser;
import org.orglife.shared.RuleViolationException;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 改密码, by choice or because the password is a one-time one. */
@Controller
@RequestMapping("/password")
class PasswordController {

    private final SignInService signIn;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    PasswordController(SignInService signIn) {
        this.signIn = signIn;
    }

    /** A password is taken as it is typed: no trimming, no folding. */
    @InitBinder("form")
    void leavePasswordsAlone(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String typed) {
                setValue(typed);
            }
        });
    }

    @GetMapping
    @PreAuthorize(Allow.SIGNED_IN)
    String page(@ModelAttribute("form") PasswordForm form) {
        return "account/password";
    }

    @PostMapping
    @PreAuthorize(Allow.SIGNED_IN)
    String choose(
            @Valid @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            SignedInUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!form.isRepeatedRight()) {
            errors.rejectValue("repeatedPassword", "account.password.repeated.different");
        }
        if (!errors.hasErrors()) {
            try {
                keep(
                        signIn.choosePassword(
                                user,
                                Objects.requireNonNull(form.presentPassword()),
                                Objects.requireNonNull(form.chosenPassword())),
                        request,
                        response);
                Notice.leave(redirect, "account.password.changed");
                return "redirect:" + Navigation.first(user.role());
            } catch (RuleViolationException objection) {
                errors.rejectValue(
                        objection.code().equals("account.password.wrong") ? "presentPassword" : "chosenPassword",
                        objection.code());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return "account/password";
    }

    /** All other sessions of the account have just ended; this one goes on. */
    private void keep(SessionPrincipal principal, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
        contexts.saveContext(context, request, response);
    }
}
