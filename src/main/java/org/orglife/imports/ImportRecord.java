package org.orglife.imports;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.orglife.shared.RuleViolationException;

/**
 * What an import did to one record.
 *
 * @param before values before the import; empty for one it made
 * @param versionAfter version of the record when the import was done: a later one means that somebody has changed it
 */
public record ImportRecord(String type, long id, boolean created, Map<String, String> before, long versionAfter) {

    public ImportRecord {
        before = Map.copyOf(before);
    }

    /**
     * What the records stand for, in their order, as long as all of it is still as the import left it.
     *
     * @param find finds those that are still there by their ids
     * @throws RuleViolationException {@code imports.undo.changed} if one is gone or has been changed since
     */
    public static <T> Map<ImportRecord, T> untouched(
            List<ImportRecord> records,
            Function<List<Long>, List<T>> find,
            ToLongFunction<T> id,
            ToLongFunction<T> version) {
        Map<Long, T> found = new HashMap<>();
        if (!records.isEmpty()) {
            find.apply(records.stream().map(ImportRecord::id).toList())
                    .forEach(one -> found.put(id.applyAsLong(one), one));
        }
        Map<ImportRecord, T> untouched = new LinkedHashMap<>();
        for (ImportRecord record : records) {
            T one = found.get(record.id());
            if (one == null || version.applyAsLong(one) != record.versionAfter()) {
                throw changed();
            }
            untouched.put(record, one);
        }
        return untouched;
    }

    /** What is said where an import can no longer be taken back: something of it has been changed since. */
    public static RuleViolationException changed() {
        return new RuleViolationException("imports.undo.changed");
    }
}
