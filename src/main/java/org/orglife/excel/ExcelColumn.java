package org.orglife.excel;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column that a table may or must have, found by its heading wherever it stands.
 *
 * @param name the heading as our templates write it and as messages name it
 * @param otherNames headings under which other programs and habits know the same thing
 * @param required whether the column has to be there and each of its cells has to be filled
 */
public record ExcelColumn(String name, List<String> otherNames, boolean required) {

    public ExcelColumn {
        otherNames = List.copyOf(otherNames);
    }

    public static ExcelColumn required(String name) {
        return new ExcelColumn(name, List.of(), true);
    }

    public static ExcelColumn optional(String name) {
        return new ExcelColumn(name, List.of(), false);
    }

    public ExcelColumn alsoCalled(String... names) {
        return new ExcelColumn(
                name, Stream.concat(otherNames.stream(), Stream.of(names)).toList(), required);
    }

    List<HeadName> headNames() {
        return Stream.concat(Stream.of(name), otherNames.stream())
                .map(HeadName::of)
                .toList();
    }
}
