package org.orglife.problem;

/**
 * What an author may look at once more, while he writes. It is shown to him alone; nothing is stored, counted or told.
 *
 * @param words of his own text, or of the earlier one that his is like
 * @param where campaign of the earlier text; empty for the other kinds
 */
public record WritingHint(Kind kind, String words, String where) {

    /** What it is about. */
    public enum Kind {
        /** A promise without a day or a number. */
        VAGUE,
        /** A phrase without a matter. */
        EMPTY,
        /** Nearly the same as in one's own earlier list. */
        COPIED
    }
}
