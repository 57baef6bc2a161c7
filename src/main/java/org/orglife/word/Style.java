package org.orglife.word;

import java.util.List;

/** The styles in {@code styles.xml} by what they are for. */
enum Style {
    TITLE("Title"),
    SUBTITLE("Subtitle"),
    SALUTATION("Salutation"),
    HEADING_1("Heading1"),
    HEADING_2("Heading2"),
    HEADING_3("Heading3"),
    HEADING_4("Heading4"),
    BODY("BodyTextFirstIndent"),
    FACT("Fact"),
    /** Of characters, not of paragraphs. */
    LABEL("FactLabel"),
    CAPTION("Caption"),
    TABLE("TableGrid"),
    TABLE_HEAD("TableHead"),
    TABLE_LEFT("TableText"),
    TABLE_CENTRED("TableTextCentred"),
    TABLE_RIGHT("TableTextRight"),
    TABLE_END("TableEnd"),
    SIGNATURE_LINE("SignatureLine"),
    SIGNATURE("Signature"),
    DATE("Date");

    private static final List<Style> HEADINGS = List.of(HEADING_1, HEADING_2, HEADING_3, HEADING_4);

    private final String id;

    Style(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** Level 1 to 4. */
    static Style heading(int level) {
        return HEADINGS.get(level - 1);
    }
}
