package org.orglife.publication.web;

import org.orglife.publication.Consents;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.CurrentScope;
import org.orglife.web.Allow;
import org.orglife.web.Notice;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我的问题可以公示吗: each says so for himself. */
@Controller
class ConsentController {

    private final Consents consents;
    private final PublicationFrame frame;

    ConsentController(Consents consents, PublicationFrame frame) {
        this.consents = consents;
        this.frame = frame;
    }

    @GetMapping("/tasks/{taskId}/publications/consents")
    @PreAuthorize(Allow.BRANCH)
    String own(@PathVariable long taskId, @CurrentScope BranchScope scope, Model model) {
        frame.put(taskId, "publications", scope, model);
        model.addAttribute("problems", consents.own(taskId, scope));
        return "publication/consents";
    }

    @PostMapping("/publication-consents/{problemId}")
    @PreAuthorize(Allow.BRANCH)
    String give(@PathVariable long problemId, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        long task = consents.give(problemId, scope);
        Notice.leave(redirect, "publication.consent.given");
        return "redirect:/tasks/" + task + "/publications/consents";
    }

    @PostMapping("/publication-consents/{problemId}/take-back")
    @PreAuthorize(Allow.BRANCH)
    String takeBack(
            @PathVariable long problemId, Actor actor, @CurrentScope BranchScope scope, RedirectAttributes redirect) {
        long task = consents.takeBack(problemId, actor, scope);
        Notice.leave(redirect, "publication.consent.takenBack");
        return "redirect:/tasks/" + task + "/publications/consents";
    }
}
