package org.orglife.publication.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.orglife.publication.PageDrawer;
import org.orglife.publication.PublicationSheet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Draws a published page once and for all: it stands by itself and knows neither request nor reader. */
@Component
class TemplatePageDrawer implements PageDrawer {

    private final ITemplateEngine templates;
    private final String style;

    TemplatePageDrawer(ITemplateEngine templates, @Value("${server.servlet.context-path:}") String contextPath) {
        this.templates = templates;
        this.style = contextPath + PublicSecurity.ADDRESS + "/assets/publication.css";
    }

    @Override
    public byte[] draw(PublicationSheet sheet) {
        Context context = new Context(Locale.SIMPLIFIED_CHINESE, Map.of("sheet", sheet, "style", style));
        return templates.process("publication/p-page", context).getBytes(StandardCharsets.UTF_8);
    }
}
