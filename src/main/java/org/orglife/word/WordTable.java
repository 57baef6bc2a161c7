package org.orglife.word;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as wide as the text, with lines all around. Its head is repeated on each page, its rows do not break across
 * pages. Columns first, then rows with one cell for each column.
 */
public final class WordTable {

    /**
     * @param heading what stands above it
     * @param width its share of the table
     * @param style of its cells
     */
    record Column(String heading, int width, Style style) {}

    private final @Nullable String title;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<@Nullable String>> rows = new ArrayList<>();

    private WordTable(@Nullable String title) {
        this.title = title;
    }

    /** A table with a title above it. */
    public static WordTable titled(String title) {
        return new WordTable(title);
    }

    public static WordTable untitled() {
        return new WordTable(null);
    }

    /**
     * A column of sentences.
     *
     * @param width in any unit, the same for all columns: together they always fill the width of the text, which is 156
     *     millimetres or 42 Chinese characters
     */
    public WordTable left(String heading, int width) {
        return column(heading, width, Style.TABLE_LEFT);
    }

    /** A column of short entries; the width as in {@link #left}. */
    public WordTable centred(String heading, int width) {
        return column(heading, width, Style.TABLE_CENTRED);
    }

    /** A column of numbers; the width as in {@link #left}. */
    public WordTable right(String heading, int width) {
        return column(heading, width, Style.TABLE_RIGHT);
    }

    private WordTable column(String heading, int width, Style style) {
        if (width < 1) {
            throw new IllegalArgumentException("A column needs a width: " + heading);
        }
        if (!rows.isEmpty()) {
            throw new IllegalStateException("Columns come before rows");
        }
        columns.add(new Column(heading, width, style));
        return this;
    }

    /** One row; null for an empty cell, a text of several lines keeps them. */
    public WordTable row(@Nullable String... cells) {
        return row(Arrays.asList(cells));
    }

    /** One row; null for an empty cell, a text of several lines keeps them. */
    public WordTable row(List<? extends @Nullable String> cells) {
        if (cells.isEmpty() || cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + columns.size() + " columns");
        }
        rows.add(Collections.unmodifiableList(new ArrayList<>(cells)));
        return this;
    }

    @Nullable
    String title() {
        return title;
    }

    List<Column> columns() {
        return columns;
    }

    List<List<@Nullable String>> rows() {
        return rows;
    }

    /** The widths of the columns, which together are exactly as wide as the table. */
    int[] widths(int whole) {
        int shares = columns.stream().mapToInt(Column::width).sum();
        int[] widths = new int[columns.size()];
        int share = 0;
        int begin = 0;
        for (int i = 0; i < widths.length; i++) {
            share += columns.get(i).width();
            int end = (int) ((long) whole * share / shares);
            widths[i] = end - begin;
            begin = end;
        }
        return widths;
    }

    @Override
    public String toString() {
        return columns.stream().map(Column::heading).collect(Collectors.joining(" | ")) + ", " + rows.size() + " rows";
    }
}
