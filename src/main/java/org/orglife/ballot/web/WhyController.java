package org.orglife.ballot.web;

import org.orglife.ballot.BallotSelfCheck;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.shared.Role;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 为什么是无记名的: the words that voters read, and what this installation found when it attacked its own box. */
@Controller
@RequestMapping("/ballot/why")
class WhyController {

    private final BallotSelfCheck selfCheck;

    WhyController(BallotSelfCheck selfCheck) {
        this.selfCheck = selfCheck;
    }

    @GetMapping
    @PreAuthorize(Allow.SIGNED_IN)
    String why(@CurrentScope BranchScope scope, Model model) {
        model.addAttribute("check", selfCheck.last().orElse(null));
        model.addAttribute("tries", BallotSelfCheck.BALLOTS);
        model.addAttribute("mayCheck", scope.role() == Role.PARTY_OFFICE);
        return "ballot/why";
    }

    @PostMapping("/check")
    @PreAuthorize(Allow.OFFICE)
    String check(RedirectAttributes redirect) {
        selfCheck.check();
        Notice.leave(redirect, "ballot.why.checks.done");
        return "redirect:/ballot/why";
    }
}
