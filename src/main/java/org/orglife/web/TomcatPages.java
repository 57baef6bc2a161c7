package org.orglife.web;

import java.util.Locale;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Has Tomcat answer in our words where the application is not asked at all. */
@Component
class TomcatPages implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final MessageSource messages;
    private final PublicAddress address;

    TomcatPages(MessageSource messages, PublicAddress address) {
        this.messages = messages;
        this.address = address;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        MalformedRequestPage page = new MalformedRequestPage(
                text("web.error.malformed.title"),
                text("web.error.malformed.do"),
                text("web.toFirstPage"),
                address.isHttps());
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(page));
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
