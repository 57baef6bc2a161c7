package org.orglife.excel;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.ExcelCell.Kind;
import org.orglife.shared.TypedText;

/** Takes over what fastexcel reads of a sheet that has passed {@link SheetScan}. */
final class SheetContents {

    /** Numbers with more digits than this are shown in the short form; nobody typed them. */
    private static final int MOST_DIGITS = 40;

    private final ReadLimits limits;
    private final boolean date1904;
    private long characters;

    /** One for all sheets of a workbook, because its text is limited as a whole. */
    SheetContents(ReadLimits limits, boolean date1904) {
        this.limits = limits;
        this.date1904 = date1904;
    }

    List<ExcelRow> read(Sheet sheet, SheetScan scan) throws IOException {
        List<ExcelRow> rows = new ArrayList<>();
        Map<Integer, List<CellRangeAddress>> merges = mergesByRow(scan);
        Iterator<Integer> numbers = scan.rowNumbers().iterator();
        try (Stream<Row> stream = sheet.openStream()) {
            for (Row row : (Iterable<Row>) stream::iterator) {
                int number = numbers.next();
                List<ExcelCell> cells = cells(row, number);
                if (!cells.isEmpty()) {
                    rows.add(new ExcelRow(number, row.isHidden(), cells, merges.getOrDefault(number, List.of())));
                }
            }
        }
        return rows;
    }

    private Map<Integer, List<CellRangeAddress>> mergesByRow(SheetScan scan) {
        Map<Integer, List<CellRangeAddress>> byRow = new HashMap<>();
        int last = scan.rowNumbers().isEmpty()
                ? 0
                : scan.rowNumbers().get(scan.rowNumbers().size() - 1);
        long entries = 0;
        for (CellRangeAddress range : scan.merges()) {
            for (int row = range.getFirstRow() + 1; row <= Math.min(range.getLastRow() + 1, last); row++) {
                // Ranges must not overlap, so there cannot be more of them in all rows than there are cells.
                if (++entries > limits.cells()) {
                    throw new UnreadableWorkbookException("excel.file.damaged");
                }
                byRow.computeIfAbsent(row, number -> new ArrayList<>()).add(range);
            }
        }
        return byRow;
    }

    private List<ExcelCell> cells(Row row, int number) {
        List<ExcelCell> cells = new ArrayList<>();
        for (Cell cell : row) {
            ExcelCell taken = cell == null ? null : take(cell, number);
            if (taken != null && !taken.isBlank()) {
                characters += taken.text().length();
                if (characters > limits.heldBytes() / 2) {
                    throw new UnreadableWorkbookException("excel.file.too-large");
                }
                cells.add(taken);
            }
        }
        return cells;
    }

    private @Nullable ExcelCell take(Cell cell, int row) {
        int column = cell.getColumnIndex();
        if (cell.getType() == CellType.FORMULA && cell.getFormula() != null) {
            return ExcelCell.of(row, column, Kind.FORMULA, "=" + cell.getFormula());
        }
        return switch (cell.getType()) {
            case EMPTY -> null;
            case NUMBER -> number(cell, row, column);
            case BOOLEAN ->
                ExcelCell.of(row, column, Kind.BOOLEAN, cell.getText().toUpperCase(Locale.ROOT));
            case ERROR -> ExcelCell.of(row, column, Kind.ERROR, String.valueOf(cell.getRawValue()));
            // Some programs write plain text as the result of a formula that is not there.
            case STRING, FORMULA -> text(cell.getText(), row, column);
        };
    }

    private static ExcelCell text(String raw, int row, int column) {
        String text = SafeText.decode(raw);
        return TypedText.clean(text) == null
                ? ExcelCell.blank(row, column)
                : ExcelCell.of(row, column, Kind.TEXT, text);
    }

    private @Nullable ExcelCell number(Cell cell, int row, int column) {
        BigDecimal number = cell.asNumber();
        if (number == null) {
            return null;
        }
        Integer format = cell.getDataFormatId();
        if (NumberFormats.isDate(format, cell.getDataFormatString())) {
            LocalDateTime moment = DateUtil.getLocalDateTime(number.doubleValue(), date1904);
            if (moment != null) {
                boolean month = NumberFormats.isMonth(format, cell.getDataFormatString());
                return new ExcelCell(row, column, Kind.DATE, write(moment), number, moment, month);
            }
        }
        return new ExcelCell(row, column, Kind.NUMBER, write(number), number, null, false);
    }

    private static String write(LocalDateTime moment) {
        boolean dayOnly = moment.toLocalTime().toSecondOfDay() == 0;
        return dayOnly
                ? moment.toLocalDate().toString()
                : moment.withNano(0).toString().replace('T', ' ');
    }

    private static String write(BigDecimal number) {
        boolean handy = number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
        if (!handy) {
            return number.toString();
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
