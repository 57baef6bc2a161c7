package org.orglife.account.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orglife.account.AccountAction;
import org.orglife.account.SignedInUser;
import org.orglife.audit.AuditTrail;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The page that says no, politely, and keeps what was typed. */
@Controller
@ControllerAdvice
class RefusalController {

    static final String ADDRESS = "/refused";

    private final AuditTrail audit;

    RefusalController(AuditTrail audit) {
        this.audit = audit;
    }

    @RequestMapping(ADDRESS)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String refused(HttpServletRequest request, Model model) {
        boolean expired = Boolean.TRUE.equals(request.getAttribute("expired"));
        return page(expired, request, model);
    }

    /** A method that the acting role may not call. */
    @ExceptionHandler(AccessDeniedException.class)
    @ResponseStatus(HttpStatus.FORBIDDEN)
    String notAllowed(HttpServletRequest request, Model model) {
        return page(false, request, model);
    }

    private String page(boolean expired, HttpServletRequest request, Model model) {
        Object target = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        String address = target == null ? request.getRequestURI() : target.toString();
        if (!expired) {
            signedIn().ifPresent(user -> audit.recordRefused(AccountAction.ACCESS_REFUSED, "Page", address, null));
        }
        model.addAttribute("expired", expired);
        model.addAttribute("action", address);
        model.addAttribute("typed", expired ? typed(request) : List.of());
        return "error/403";
    }

    private static java.util.Optional<SignedInUser> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser user
                ? java.util.Optional.of(user)
                : java.util.Optional.empty();
    }

    /** Everything but tokens and passwords. */
    private static List<Map.Entry<String, String>> typed(HttpServletRequest request) {
        List<Map.Entry<String, String>> typed = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf")
                    && !name.toLowerCase(java.util.Locale.ROOT).contains("password")) {
                for (String value : values) {
                    typed.add(Map.entry(name, value));
                }
            }
        });
        return typed;
    }
}
