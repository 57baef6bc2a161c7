package org.orglife.imports;

import java.util.Map;

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
}
