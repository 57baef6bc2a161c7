package org.orglife.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.orglife.account.DemonstrationAccounts;
import org.orglife.account.SetUpService;
import org.orglife.account.SignInService;
import org.orglife.account.SignedInUser;
import org.orglife.web.Allow;
import org.orglife.web.CameFrom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sign-in page, and what the menu under one's name offers. */
@Controller
class SignInController {

    private final SignInService signIn;
    private final SetUpService setUp;
    private final ObjectProvider<DemonstrationAccounts> demonstration;

    SignInController(SignInService signIn, SetUpService setUp, ObjectProvider<DemonstrationAccounts> demonstration) {
        this.signIn = signIn;
        this.setUp = setUp;
        this.demonstration = demonstration;
    }

    @GetMapping("/login")
    String page(HttpServletRequest request, Model model) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInUser user) {
            return "redirect:" + Navigation.first(user.role());
        }
        HttpSession session = request.getSession(false);
        boolean again = request.getParameter("again") != null;
        boolean stale = request.getParameter("stale") != null;
        if (session != null && (again || stale)) {
            model.addAttribute("username", session.getAttribute(SignInAnswers.LAST_USERNAME));
        }
        if (session != null && again) {
            model.addAttribute("triesLeft", session.getAttribute(SignInAnswers.TRIES_LEFT));
        }
        model.addAttribute("stale", stale);
        model.addAttribute("signedOut", request.getParameter("out") != null);
        model.addAttribute("demonstration", demonstration.getIfAvailable());
        model.addAttribute("empty", setUp.isOpen());
        return "account/login";
    }

    /** A fresh token for a form whose page is older than the session, and whose session it is. */
    @GetMapping("/token")
    @PreAuthorize(Allow.SIGNED_IN)
    @ResponseBody
    Map<String, String> token(CsrfToken token, SignedInUser user) {
        return Map.of("token", token.getToken(), "who", String.valueOf(user.accountId()));
    }

    @PostMapping("/acting-as")
    @PreAuthorize(Allow.SIGNED_IN)
    String actAs(@RequestParam String role, HttpSession session, SignedInUser user) {
        if (user.roles().stream().anyMatch(held -> held.key().equals(role))) {
            session.setAttribute(CurrentUserFilter.ACTING_AS, role);
        }
        return "redirect:/";
    }

    @PostMapping("/large-type")
    @PreAuthorize(Allow.SIGNED_IN)
    String largeType(@RequestParam boolean on, SignedInUser user, HttpServletRequest request) {
        signIn.useLargeType(user, on);
        return "redirect:" + CameFrom.page(request);
    }

    @GetMapping("/me")
    @PreAuthorize(Allow.SIGNED_IN)
    String me() {
        return "account/me";
    }
}
