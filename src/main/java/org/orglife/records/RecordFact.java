package org.orglife.records;

/**
 * One thing that is stored, in words.
 *
 * @param word what it is; its name is the message {@code records.fact.<word>}
 * @param text as it is shown
 */
public record RecordFact(String word, String text) {

    /** Key of its name. */
    public String key() {
        return "records.fact." + word;
    }
}
