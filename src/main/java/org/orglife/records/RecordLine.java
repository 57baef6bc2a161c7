package org.orglife.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Labelled;
import org.orglife.shared.Labels;
import org.orglife.web.Dates;

/** A row of the database on its way to the page: facts are taken from its columns by name. */
final class RecordLine {

    private final ResultSet row;
    private final Labels labels;
    private final Facts facts;

    RecordLine(ResultSet row, Labels labels, Dates dates) {
        this.row = row;
        this.labels = labels;
        this.facts = new Facts(labels, dates);
    }

    @Nullable
    String text(String column) throws SQLException {
        return row.getString(column);
    }

    boolean is(String column) throws SQLException {
        return row.getBoolean(column);
    }

    /** Whether the row is of that kind: several tables may share a statement, and say so in the column {@code what}. */
    boolean isA(String what) throws SQLException {
        return what.equals(row.getString("what"));
    }

    <E extends Enum<E>> @Nullable E constant(String column, Class<E> type) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    String label(@Nullable Labelled constant) {
        return labels.of(constant);
    }

    String words(String code, Object... arguments) {
        return labels.text(code, arguments);
    }

    /** A fact as it stands in the column. */
    RecordLine fact(String word, String column) throws SQLException {
        facts.text(word, row.getString(column));
        return this;
    }

    /** A fact in these words; null for none. */
    RecordLine put(String word, @Nullable String text) {
        facts.text(word, text);
        return this;
    }

    <E extends Enum<E> & Labelled> RecordLine fact(String word, String column, Class<E> type) throws SQLException {
        facts.label(word, constant(column, type));
        return this;
    }

    RecordLine day(String word, String column) throws SQLException {
        facts.day(word, row.getObject(column, LocalDate.class));
        return this;
    }

    RecordLine moment(String word, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        Instant moment = at == null ? null : at.toInstant();
        facts.moment(word, moment);
        return this;
    }

    /** A sentence of the messages, if the column says so. */
    RecordLine said(String word, String column, String code) throws SQLException {
        facts.said(word, row.getBoolean(column), code);
        return this;
    }

    /** The record under the title that stands in a column. */
    RecordRow under(String column) throws SQLException {
        return titled(row.getString(column), null);
    }

    RecordRow titled(@Nullable String title, @Nullable String address) throws SQLException {
        return facts.titled(title == null ? "" : title, row.getObject("on_day", LocalDate.class), address);
    }
}
