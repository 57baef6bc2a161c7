package org.orglife.help;

import java.util.List;

/** A chapter of the guide as texts and marks, so that the page writes it like any other text. */
public record HelpPage(HelpTopic topic, String title, List<Block> blocks) {

    /** What a block is shown as. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        STEPS,
        BULLETS
    }

    /** A heading or paragraph is one line; a list has a line for each of its items. */
    public record Block(Kind kind, List<List<Span>> lines) {}

    /** A piece of a line; strong ones are what stands on a button or in a menu. */
    public record Span(String text, boolean strong) {}
}
