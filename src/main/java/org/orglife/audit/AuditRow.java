package org.orglife.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Role;

/**
 * A line of the trail.
 *
 * @param actor name at the time
 * @param role acted in; null for the system and for whoever had not signed in
 * @param unit in which the role is held; null for officers
 * @param address the request came from; null for the system
 * @param action message key
 * @param type of the object, its word is {@code audit.type.<type>}
 * @param label name of the object; null where it has none
 * @param fields what changed: message keys, or names of fields, with a number behind it where there are several
 */
public record AuditRow(
        long id,
        Instant at,
        String actor,
        @Nullable Role role,
        @Nullable String unit,
        @Nullable String address,
        String action,
        String type,
        String objectId,
        @Nullable String label,
        List<String> fields,
        boolean succeeded) {

    public AuditRow {
        fields = List.copyOf(fields);
    }

    /**
     * What changed, ready to be worded.
     *
     * @param key a message key, or the name of a field, which is worded by {@code audit.field.<name>}
     * @param number which one of several; empty if there is but one
     */
    public record Field(String key, String number) {}

    /** The changed fields: {@code "measure 2"} is the second measure. */
    public List<Field> changes() {
        return fields.stream()
                .map(field -> field.split(" ", 2))
                .map(parts -> new Field(parts[0], parts.length == 1 ? "" : parts[1]))
                .toList();
    }
}
