package org.orglife.excel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** Marks the problems in one sheet of the user's workbook, in place of those of an earlier round. */
final class SheetMarks {

    private static final int WIDTH = 60 * 256;

    private final XSSFSheet sheet;
    private final ErrorStyles styles;

    SheetMarks(XSSFSheet sheet, ErrorStyles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    void mark(List<CellProblem> problems, Map<CellProblem, String> sentenceOf) {
        Cell earlier = earlierHeading();
        if (earlier != null) {
            clear(earlier.getColumnIndex());
        }
        if (problems.isEmpty()) {
            return;
        }
        int head = earlier == null ? headRow(problems) : earlier.getRowIndex();
        int column = earlier == null ? lastColumn() + 1 : earlier.getColumnIndex();
        sheet.setColumnWidth(column, WIDTH);
        Map<Integer, String> sentences = new TreeMap<>();
        problems.forEach(problem -> sentences.merge(
                problem.row() - 1, sentenceOf.getOrDefault(problem, ""), (first, next) -> first + "；" + next));
        // What is wrong with the head itself stands in the cell of the heading.
        String ofHead = sentences.remove(head);
        String heading = MarkedWorkbook.HEADING + (ofHead == null ? "" : "\n" + ofHead);
        cell(head, column).setCellValue(heading);
        cell(head, column).setCellStyle(styles.heading());
        sentences.forEach((row, text) -> {
            XSSFCell cell = cell(row, column);
            cell.setCellValue(SafeText.pieces(SafeText.clean(text)).get(0));
            cell.setCellStyle(styles.sentence());
        });
        problems.stream().map(CellProblem::cell).distinct().forEach(this::markWrong);
    }

    private void markWrong(@Nullable String address) {
        if (address != null) {
            CellReference place = new CellReference(address);
            Row row = sheet.getRow(place.getRow());
            boolean missing = row == null || row.getCell(place.getCol()) == null;
            XSSFCell cell = cell(place.getRow(), place.getCol());
            if (missing) {
                // What is filled in later shall be taken as the rest of the column is, as text above all.
                cell.setCellStyle(sheet.getColumnStyle(place.getCol()));
            }
            styles.markWrong(cell);
        }
    }

    private @Nullable Cell earlierHeading() {
        for (int i = sheet.getFirstRowNum();
                i <= Math.min(sheet.getLastRowNum(), ReadLimits.DEFAULT.blankRows());
                i++) {
            Row row = sheet.getRow(i);
            if (row == null) {
                continue;
            }
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING && MarkedWorkbook.isHeading(cell.getStringCellValue())) {
                    return cell;
                }
            }
        }
        return null;
    }

    private void clear(int column) {
        for (Row row : sheet) {
            Cell sentence = row.getCell(column);
            if (sentence != null) {
                row.removeCell(sentence);
            }
            row.forEach(cell -> styles.markRight((XSSFCell) cell));
        }
    }

    /** Among the first rows the one with most headings, as long as nothing wrong stands above it. */
    private int headRow(List<CellProblem> problems) {
        int first = problems.stream().mapToInt(CellProblem::row).min().orElse(1) - 1;
        int best = first;
        long most = 0;
        int seen = 0;
        for (Row row : sheet) {
            long texts = 0;
            for (Cell cell : row) {
                texts += cell.getCellType() == CellType.STRING
                                && !cell.getStringCellValue().isBlank()
                        ? 1
                        : 0;
            }
            if (texts > most && row.getRowNum() <= first) {
                best = row.getRowNum();
                most = texts;
            }
            seen += texts > 0 ? 1 : 0;
            if (seen > ReadLimits.ROWS_ABOVE_DATA) {
                break;
            }
        }
        return best;
    }

    private int lastColumn() {
        int last = 0;
        for (Row row : sheet) {
            for (int i = row.getLastCellNum() - 1; i > last; i--) {
                Cell cell = row.getCell(i);
                if (cell != null && cell.getCellType() != CellType.BLANK) {
                    last = i;
                }
            }
        }
        return last;
    }

    private XSSFCell cell(int row, int column) {
        XSSFRow found = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
        return found.getCell(column, MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }
}
