package org.orglife.excel;

/**
 * A column of a ledger.
 *
 * @param heading what stands above it
 * @param width in half-width characters; a Chinese character takes two
 * @param centred true for columns of short entries, false for those with sentences
 * @param dates how its dates look, if it has any
 * @param value what it shows of a row
 */
public record ReportColumn<T>(String heading, int width, boolean centred, DateLook dates, CellValue<? super T> value) {

    /** A column of short entries. */
    public static <T> ReportColumn<T> centred(String heading, int width, CellValue<? super T> value) {
        return new ReportColumn<>(heading, width, true, DateLook.ISO, value);
    }

    /** A column of sentences. */
    public static <T> ReportColumn<T> left(String heading, int width, CellValue<? super T> value) {
        return new ReportColumn<>(heading, width, false, DateLook.ISO, value);
    }

    public ReportColumn<T> dates(DateLook look) {
        return new ReportColumn<>(heading, width, centred, look, value);
    }
}
