package org.orglife.publication;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the rows of a publication as JSON. */
@Component
class ContentJson {

    private final JsonMapper json;

    ContentJson(JsonMapper json) {
        this.json = json;
    }

    String write(PublicationContent content) {
        return json.writeValueAsString(content);
    }

    PublicationContent read(String content) {
        return json.readValue(content, PublicationContent.class);
    }
}
