package org.orglife.excel;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The description of an official ledger on one sheet: A4 landscape, one page wide, title and headings repeated on each
 * page. Immutable; each method returns a description with something more.
 *
 * @param name of the sheet; cleaned and made unique when it is written
 * @param title the large line above the table
 * @param headLine what stands between title and table, such as unit and date, spread over the width
 * @param columns from left to right
 * @param bands the heading of the section a row belongs to; a new one starts with a row of its own
 * @param groups what makes neighbouring rows one entry; null if each row is one
 * @param foot lines below the table, each spread over the width
 */
public record ReportSheet<T>(
        String name,
        String title,
        List<String> headLine,
        List<ReportColumn<T>> columns,
        @Nullable Function<? super T, String> bands,
        @Nullable Groups<T> groups,
        List<List<String>> foot) {

    /** Neighbouring rows with an equal key share one cell in each of the first columns; it shows the first row's value. */
    public record Groups<T>(Function<? super T, ?> key, int mergedColumns) {}

    public ReportSheet {
        headLine = List.copyOf(headLine);
        columns = List.copyOf(columns);
        foot = List.copyOf(foot);
    }

    public static <T> ReportSheet<T> titled(String name, String title) {
        return new ReportSheet<>(name, title, List.of(), List.of(), null, null, List.of());
    }

    public ReportSheet<T> headLine(String... parts) {
        return new ReportSheet<>(name, title, List.of(parts), columns, bands, groups, foot);
    }

    public ReportSheet<T> column(ReportColumn<T> column) {
        return new ReportSheet<>(name, title, headLine, plus(columns, column), bands, groups, foot);
    }

    /** One more column of short entries. */
    public ReportSheet<T> centred(String heading, int width, CellValue<? super T> value) {
        return column(ReportColumn.centred(heading, width, value));
    }

    /** One more column of sentences. */
    public ReportSheet<T> left(String heading, int width, CellValue<? super T> value) {
        return column(ReportColumn.left(heading, width, value));
    }

    public ReportSheet<T> bandedBy(Function<? super T, String> band) {
        return new ReportSheet<>(name, title, headLine, columns, band, groups, foot);
    }

    public ReportSheet<T> groupedBy(Function<? super T, ?> key, int mergedColumns) {
        return new ReportSheet<>(name, title, headLine, columns, bands, new Groups<>(key, mergedColumns), foot);
    }

    /** One more line below the table. */
    public ReportSheet<T> foot(String... parts) {
        return new ReportSheet<>(name, title, headLine, columns, bands, groups, plus(foot, List.of(parts)));
    }

    private static <E> List<E> plus(List<E> list, E element) {
        return Stream.concat(list.stream(), Stream.of(element)).toList();
    }
}
