package org.orglife.imports;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a field when its file comes again (design: an import never overwrites what was edited here since).
 */
public enum Merge {
    /** Nothing to do: the file says what is there, says nothing, or says what it said last time. */
    KEEP,
    /** The file has moved on, nobody has touched the field here. */
    TAKE,
    /** Both have moved on, in different ways. */
    CONFLICT;

    /**
     * Decides one field.
     *
     * @param last what the last import said; null if it said nothing or there was none
     * @param file what the file says now; null says nothing and never empties a field
     * @param current what is there
     */
    public static Merge of(@Nullable String last, @Nullable String file, @Nullable String current) {
        if (file == null || file.equals(current) || file.equals(last)) {
            return KEEP;
        }
        return current == null || Objects.equals(last, current) ? TAKE : CONFLICT;
    }
}
