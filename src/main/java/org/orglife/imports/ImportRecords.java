package org.orglife.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orglife.shared.KeptPlans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what imports did to which record. */
@Component
class ImportRecords {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportRecords(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
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
        if (lines.isEmpty()) {
            return;
        }
        KeptPlans.during(jdbc, () -> insert(batch, lines));
    }

    private void insert(long batch, List<Line> lines) {
        // One statement: sent by the hundred, thousands of lines take several times as long.
        jdbc.sql("""
                        insert into import_record (batch_id, ordinal, object_type, object_id, created, file_values, before_values, version_after)
                        select :batch, ordinal - 1, object_type, object_id, created, cast(file_values as jsonb),
                          cast(before_values as jsonb), version_after
                        from unnest(:types, :ids, :created, :file, :before, :versions) with ordinality
                          as row (object_type, object_id, created, file_values, before_values, version_after, ordinal)
                        """)
                .param("batch", batch)
                .param("types", lines.stream().map(Line::type).toArray(String[]::new))
                .param("ids", lines.stream().map(Line::id).toArray(Long[]::new))
                .param("created", lines.stream().map(Line::created).toArray(Boolean[]::new))
                .param(
                        "file",
                        lines.stream()
                                .map(line -> json.writeValueAsString(line.fileValues()))
                                .toArray(String[]::new))
                .param(
                        "before",
                        lines.stream()
                                .map(line -> line.created() ? null : json.writeValueAsString(line.before()))
                                .toArray(String[]::new))
                .param("versions", lines.stream().map(Line::version).toArray(Long[]::new))
                .update();
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
