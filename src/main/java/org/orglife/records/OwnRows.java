package org.orglife.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.web.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the newest rows about the caller himself, and how many there are, in one statement. */
@Component
class OwnRows {

    /** So many of a kind are listed at most. */
    static final int NEWEST = 50;

    private final JdbcClient jdbc;
    private final Labels labels;
    private final Dates dates;

    OwnRows(JdbcClient jdbc, Labels labels, Dates dates) {
        this.jdbc = jdbc;
        this.labels = labels;
        this.dates = dates;
    }

    /** Makes a record of a row. */
    interface Reader {
        RecordRow read(RecordLine line) throws SQLException;
    }

    private record Found(RecordRow row, long total) {}

    /**
     * Reads a section.
     *
     * @param sql selects {@code id}, {@code on_day} and whatever the reader takes, for the member {@code :me} and his
     *     account {@code :account}, and for nobody else
     */
    RecordList read(RecordSection section, String sql, BranchScope scope, Reader reader) {
        List<Found> found = jdbc.sql("select x.*, count(*) over () total from (" + sql
                        + ") x order by x.on_day desc nulls last, x.id desc limit :newest")
                .param("me", Objects.requireNonNull(scope.memberId()))
                .param("account", scope.accountId())
                .param("newest", NEWEST)
                .query((row, number) -> found(row, reader))
                .list();
        return new RecordList(
                section,
                found.stream().map(Found::row).toList(),
                found.isEmpty() ? 0 : found.get(0).total());
    }

    private Found found(ResultSet row, Reader reader) throws SQLException {
        return new Found(reader.read(new RecordLine(row, labels, dates)), row.getLong("total"));
    }

    /** An empty list of facts, for what a feature has read itself. */
    Facts facts() {
        return new Facts(labels, dates);
    }

    String words(String code, Object... arguments) {
        return labels.text(code, arguments);
    }
}
