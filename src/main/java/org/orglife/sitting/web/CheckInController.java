package org.orglife.sitting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.orglife.sitting.ConsoleQuery;
import org.orglife.sitting.ConsoleView;
import org.orglife.sitting.SelfSignIn;
import org.orglife.web.Allow;
import org.orglife.web.PublicAddress;
import org.orglife.web.QrCode;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 签到 by oneself: the code shown in the room, and the door that it opens on a member's own phone. */
@Controller
class CheckInController {

    private static final String DOOR = "sitting/check-in";

    private final SelfSignIn selfSignIn;
    private final ConsoleQuery console;
    private final PublicAddress address;

    CheckInController(SelfSignIn selfSignIn, ConsoleQuery console, PublicAddress address) {
        this.selfSignIn = selfSignIn;
        this.console = console;
        this.address = address;
    }

    /** For whoever cannot scan: the code is typed. */
    @GetMapping("/check-in")
    @PreAuthorize(Allow.BRANCH)
    String ask(
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String read = PrintedCode.read(code);
        if (read != null) {
            return "redirect:/check-in/" + read;
        }
        if (request.getParameter("code") != null) {
            model.addAttribute("typed", code);
            model.addAttribute("wrong", true);
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return DOOR;
    }

    @GetMapping("/check-in/{code}")
    @PreAuthorize(Allow.BRANCH)
    String door(@PathVariable String code, @CurrentScope BranchScope scope, HttpServletResponse response, Model model) {
        try {
            model.addAttribute("door", selfSignIn.door(code, scope));
            model.addAttribute("code", code);
            return DOOR;
        } catch (RuleViolationException closed) {
            return refused(closed, response, model);
        }
    }

    @PostMapping("/check-in/{code}")
    @PreAuthorize(Allow.BRANCH)
    String signIn(
            @PathVariable String code, @CurrentScope BranchScope scope, HttpServletResponse response, Model model) {
        try {
            selfSignIn.signIn(code, scope);
        } catch (RuleViolationException refused) {
            // Whoever taps twice has signed in: he is shown when.
            if (!refused.code().equals("sitting.signed-in")) {
                return refused(refused, response, model);
            }
        }
        return "redirect:/check-in/" + PrintedCode.read(code);
    }

    private static String refused(RuleViolationException refused, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("objection", refused.code());
        model.addAttribute("arguments", refused.arguments());
        return DOOR;
    }

    /**
     * The code, to be held up in the room or printed.
     *
     * @param count whether only the number of those signed in is asked for, by the page itself every few seconds
     */
    @GetMapping("/tasks/{taskId}/meeting/check-in/code")
    @PreAuthorize(Allow.BRANCH)
    String code(
            @PathVariable long taskId,
            @RequestParam(defaultValue = "false") boolean count,
            @CurrentScope BranchScope scope,
            Model model) {
        Optional<ConsoleView> found = console.console(taskId, scope);
        if (found.isEmpty()) {
            return "redirect:/tasks/" + taskId + "/meeting";
        }
        ConsoleView view = found.get();
        String code = view.sitting().getCode();
        model.addAttribute("view", view);
        model.addAttribute("over", view.sitting().getEndedAt() != null);
        model.addAttribute("qr", QrCode.of(address.of("/check-in/" + code)));
        model.addAttribute("code", PrintedCode.shown(code));
        model.addAttribute("address", address.shown() + "/check-in");
        model.addAttribute("unreachable", address.isThisMachine());
        return count ? "sitting/check-in-code :: signed" : "sitting/check-in-code";
    }
}
