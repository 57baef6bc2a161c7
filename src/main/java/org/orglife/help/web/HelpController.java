package org.orglife.help.web;

import org.orglife.help.HelpPages;
import org.orglife.help.HelpTopic;
import org.orglife.shared.Actor;
import org.orglife.shared.NotFoundException;
import org.orglife.web.Allow;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 使用说明: opens at the chapter of the role one acts in; the others are a click away. */
@Controller
class HelpController {

    private final HelpPages pages;

    HelpController(HelpPages pages) {
        this.pages = pages;
    }

    @GetMapping("/help")
    @PreAuthorize(Allow.SIGNED_IN)
    String own(Actor actor, Model model) {
        return show(HelpTopic.of(actor.role()), model);
    }

    @GetMapping("/help/{name}")
    @PreAuthorize(Allow.SIGNED_IN)
    String chapter(@PathVariable String name, Model model) {
        return show(HelpTopic.named(name).orElseThrow(() -> new NotFoundException(HelpTopic.class, name)), model);
    }

    private String show(HelpTopic topic, Model model) {
        model.addAttribute("help", pages.get(topic));
        model.addAttribute("chapters", pages.all());
        return "help/help";
    }
}
