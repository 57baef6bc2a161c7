package org.orglife.account.web;

import org.jspecify.annotations.Nullable;
import org.orglife.account.DemonstrationAccounts;
import org.orglife.web.PublicAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the log of a start with the address to open. */
@Component
class OpenHere {

    private static final Logger log = LoggerFactory.getLogger(OpenHere.class);

    private final PublicAddress address;
    private final ObjectProvider<DemonstrationAccounts> demonstration;
    private final String contextPath;

    OpenHere(
            PublicAddress address,
            ObjectProvider<DemonstrationAccounts> demonstration,
            @Value("${server.servlet.context-path:}") String contextPath) {
        this.address = address;
        this.demonstration = demonstration;
        this.contextPath = contextPath;
    }

    /** Says it once everything is in place, the sample too, with the port that is really listened on. */
    @EventListener
    void ready(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext server)) {
            return;
        }
        // Null below MockMvc, whatever the signature says.
        @Nullable WebServer web = server.getWebServer();
        if (web == null) {
            return;
        }
        String here = "http://localhost:" + web.getPort() + contextPath;
        if (address.publicUrl() != null) {
            log.info("Open {} (this machine: {})", address.publicUrl(), here);
        } else if (demonstration.getIfAvailable() != null) {
            log.info("Open {} (the sign-in page lists the user names)", here);
        } else {
            log.info("Open {}", here);
        }
    }
}
