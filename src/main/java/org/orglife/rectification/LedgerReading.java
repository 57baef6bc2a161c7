package org.orglife.rectification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.PositionKind;
import org.orglife.problem.ProblemSource;
import org.orglife.problem.SubjectKind;

/** What the ledger's queries read of a problem and of a measure, and how a row becomes one. */
final class LedgerReading {

    /** Of the tables as {@link LedgerCondition} names them; the name of the subject comes as {@code subject}. */
    static final String COLUMNS = """
            p.id, p.task_id, p.branch_id, u.name branch, u.path, p.number, p.source_number, p.subject_kind,
              p.subject_member_id, p.text, p.cause, p.source, p.raised_on, p.recorded_on, a.title aspect, i.state,
              i.responsible_leader, i.result, i.closed_on, nullif(concat_ws('；', i.evidence,
                (select string_agg(f.name, '、' order by f.id) from evidence f where f.item_id = p.id)), '') evidence, i.reopenings
            """;

    /** Of the tables {@code x} measure and {@code o} member. */
    static final String MEASURE = """
            x.id measure_id, x.item_id, x.number measure_number, x.position, x.text measure_text, x.target, x.owner_id,
              o.name owner, x.track, x.due_on, x.progress, x.progress_on, x.done_on, x.first_due_on,
              x.next_stage_on
            """;

    private LedgerReading() {}

    static LedgerRow problem(ResultSet row) throws SQLException {
        long subject = row.getLong("subject_member_id");
        boolean personal = !row.wasNull();
        return new LedgerRow(
                row.getLong("id"),
                row.getLong("task_id"),
                row.getLong("branch_id"),
                row.getString("branch"),
                row.getInt("number"),
                row.getString("source_number"),
                SubjectKind.valueOf(row.getString("subject_kind")),
                personal ? subject : null,
                row.getString("subject"),
                row.getString("aspect"),
                row.getString("text"),
                row.getString("cause"),
                ProblemSource.valueOf(row.getString("source")),
                row.getObject("raised_on", LocalDate.class),
                row.getObject("recorded_on", LocalDate.class),
                ItemState.valueOf(row.getString("state")),
                row.getString("responsible_leader"),
                row.getString("result"),
                row.getString("evidence"),
                row.getObject("closed_on", LocalDate.class),
                row.getInt("reopenings"),
                List.of());
    }

    static @Nullable LedgerMeasure nullableMeasure(ResultSet row) throws SQLException {
        row.getLong("measure_id");
        return row.wasNull() ? null : measure(row);
    }

    static LedgerMeasure measure(ResultSet row) throws SQLException {
        return new LedgerMeasure(
                row.getLong("measure_id"),
                row.getInt("measure_number"),
                row.getInt("position"),
                row.getString("measure_text"),
                row.getString("target"),
                row.getLong("owner_id"),
                row.getString("owner"),
                Track.valueOf(row.getString("track")),
                row.getObject("due_on", LocalDate.class),
                row.getString("progress"),
                row.getObject("progress_on", LocalDate.class),
                row.getObject("done_on", LocalDate.class),
                row.getObject("first_due_on", LocalDate.class),
                row.getObject("next_stage_on", LocalDate.class));
    }

    static @Nullable PositionKind seat(ResultSet row) throws SQLException {
        String seat = row.getString("seat");
        return seat == null ? null : PositionKind.valueOf(seat);
    }
}
