package org.orglife.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what imports did to which record. */
@Component
class ImportRecords {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    ImportRecords(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** A line to be kept. */
    record Line(
            String type,
            long id,
            boolean created,
            Map<String, String> fileValues,
            Map<String, String> before,
            long version) {}

    void keep(long batch, List<Line> lines) {
        int[] ordinal = {0};
        List<Object[]> rows = lines.stream()
                .map(line -> new Object[] {
                    batch,
                    ordinal[0]++,
                    line.type(),
                    line.id(),
                    line.created(),
                    json.writeValueAsString(line.fileValues()),
                    line.created() ? null : json.writeValueAsString(line.before()),
                    line.version()
                })
                .toList();
        batches.batchUpdate("""
                insert into import_record (batch_id, ordinal, object_type, object_id, created, file_values, before_values, version_after)
                values (?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?)
                """, rows);
    }

    /** Newest first, so that what was made last is taken back first. */
    List<ImportRecord> of(long batch, Collection<String> types) {
        return jdbc.sql("""
                        select object_type, object_id, created, before_values, version_after from import_record
                        where batch_id = :batch and object_type in (:types) order by ordinal desc
                        """)
                .param("batch", batch)
                .param("types", types)
                .query((row, number) -> new ImportRecord(
                        row.getString("object_type"),
                        row.getLong("object_id"),
                        row.getBoolean("created"),
                        row.getString("before_values") == null
                                ? Map.of()
                                : json.readValue(row.getString("before_values"), VALUES),
                        row.getLong("version_after")))
                .list();
    }

    /** What the last import that still stands said of each record. */
    Map<Long, Map<String, String>> lastImported(String type, Collection<Long> ids) {
        Map<Long, Map<String, String>> last = new HashMap<>();
        if (ids.isEmpty()) {
            return last;
        }
        jdbc.sql("""
                        select distinct on (r.object_id) r.object_id, r.file_values
                        from import_record r join import_batch b on b.id = r.batch_id
                        where r.object_type = :type and r.object_id = any(:ids) and b.state <> 'UNDONE'
                        order by r.object_id, r.batch_id desc
                        """)
                .param("type", type)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, number) ->
                        last.put(row.getLong("object_id"), json.readValue(row.getString("file_values"), VALUES)))
                .list();
        return last;
    }
}
