package org.orglife.home.web;

import org.orglife.web.Allow;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page after signing in. */
@Controller
class HomeController {

    @GetMapping("/")
    @PreAuthorize(Allow.SIGNED_IN)
    String home() {
        return "home/home";
    }
}
