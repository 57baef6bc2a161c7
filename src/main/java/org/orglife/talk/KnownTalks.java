package org.orglife.talk;

import java.sql.Array;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.orglife.imports.KnownRows;
import org.orglife.sealing.Sealer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The talks that are there, by the row they came with or, if they were recorded here, by who, when and how. */
final class KnownTalks {

    static final String SOURCE = "talk-source";

    private final KnownRows sources = new KnownRows();
    private final KnownRows facts = new KnownRows();

    private KnownTalks() {}

    boolean has(TalkLine.Resolved row) {
        return sources.take(row.row().source()) || facts.take(row.facts());
    }

    static KnownTalks of(List<Long> taskIds, JdbcClient jdbc, Sealer sealer) {
        KnownTalks known = new KnownTalks();
        if (taskIds.isEmpty()) {
            return known;
        }
        jdbc.sql("""
                        select k.branch_id, k.held_on, k.medium, k.source_sealed, k.withdrawn_at,
                          (select array_agg(p.member_id) from talk_participant p where p.talk_id = k.id) members
                        from talk k where k.task_id in (:tasks)
                        """).param("tasks", taskIds).query(row -> {
            byte[] sealed = row.getBytes("source_sealed");
            if (sealed != null) {
                known.sources.add(sealer.open(sealed, SOURCE));
            } else if (row.getTimestamp("withdrawn_at") == null) {
                Array members = row.getArray("members");
                String key = key(
                        row.getLong("branch_id"),
                        row.getObject("held_on", LocalDate.class),
                        List.of((Long[]) members.getArray()),
                        TalkMedium.valueOf(row.getString("medium")));
                known.facts.add(key);
            }
        });
        return known;
    }

    static String key(long branch, LocalDate day, Collection<Long> members, TalkMedium medium) {
        return branch + " " + day + " " + members.stream().sorted().toList() + " " + medium;
    }
}
