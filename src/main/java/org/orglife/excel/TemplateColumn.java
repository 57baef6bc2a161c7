package org.orglife.excel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a template to be filled in.
 *
 * @param width in half-width characters
 * @param hint how to fill it, for the sheet of instructions
 * @param example what a filled cell looks like
 * @param allowed the only values there may be, offered as a list; empty if anything may be typed
 */
public record TemplateColumn(
        ExcelColumn column,
        int width,
        Format format,
        @Nullable String hint,
        @Nullable String example,
        List<String> allowed) {

    /** What the cells are prepared for. */
    public enum Format {
        /** Whatever is typed stays as it is, numbers of identity cards included. */
        TEXT("@"),
        /** Shown as 2023-08-31. */
        DATE("yyyy-mm-dd"),
        /** Counted or computed with. */
        NUMBER("General");

        private final String pattern;

        Format(String pattern) {
            this.pattern = pattern;
        }

        String pattern() {
            return pattern;
        }
    }

    public TemplateColumn {
        allowed = List.copyOf(allowed);
    }

    public static TemplateColumn text(ExcelColumn column, int width) {
        return new TemplateColumn(column, width, Format.TEXT, null, null, List.of());
    }

    public static TemplateColumn date(ExcelColumn column, int width) {
        return new TemplateColumn(column, width, Format.DATE, null, null, List.of());
    }

    public static TemplateColumn number(ExcelColumn column, int width) {
        return new TemplateColumn(column, width, Format.NUMBER, null, null, List.of());
    }

    public TemplateColumn hint(String text) {
        return new TemplateColumn(column, width, format, text, example, allowed);
    }

    public TemplateColumn example(String text) {
        return new TemplateColumn(column, width, format, hint, text, allowed);
    }

    public TemplateColumn oneOf(List<String> values) {
        return new TemplateColumn(column, width, format, hint, example, values);
    }
}
