package org.orglife.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** Blank workbooks to be filled in and uploaded: prepared formats, lists to choose from, a sheet of instructions. */
public final class TemplateWorkbook {

    /** Name of the sheet of instructions, the last that a user sees. */
    public static final String INSTRUCTIONS = "填写说明";

    private static final String CHOICES = "可选内容";
    private static final List<String> HEADINGS = List.of("工作表", "列名", "是否必填", "怎么填", "示例", CHOICES);
    private static final int[] WIDTHS = {16, 20, 10, 60, 24, 60};

    /** Excel takes a list written out in the cell's rule only up to this length. */
    private static final int LONGEST_LIST = 255;

    private final XSSFWorkbook workbook;
    private final CellStyle head;
    private final CellStyle wrapped;
    private final SheetNames names = new SheetNames();
    private @Nullable XSSFSheet choices;
    private int lists;

    /** A sheet to be filled in. */
    public record Sheet(String name, List<TemplateColumn> columns) {

        public Sheet {
            columns = List.copyOf(columns);
        }
    }

    private TemplateWorkbook(XSSFWorkbook workbook) {
        this.workbook = workbook;
        Font bold = workbook.createFont();
        bold.setBold(true);
        wrapped = workbook.createCellStyle();
        wrapped.setWrapText(true);
        wrapped.setVerticalAlignment(VerticalAlignment.CENTER);
        head = workbook.createCellStyle();
        head.cloneStyleFrom(wrapped);
        head.setFont(bold);
    }

    /** Whether a sheet of that name only explains a template: its instructions, its lists to choose from. */
    public static boolean isExplanation(String sheetName) {
        String name = sheetName.strip();
        return name.equals(INSTRUCTIONS) || name.equals(CHOICES);
    }

    public static void write(List<Sheet> sheets, OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            TemplateWorkbook template = new TemplateWorkbook(workbook);
            sheets.forEach(template::add);
            template.addInstructions(sheets);
            template.hideChoices();
            workbook.write(out);
        }
    }

    private void add(Sheet wanted) {
        XSSFSheet sheet = workbook.createSheet(names.next(wanted.name()));
        XSSFRow row = sheet.createRow(0);
        for (int i = 0; i < wanted.columns().size(); i++) {
            TemplateColumn column = wanted.columns().get(i);
            sheet.setColumnWidth(i, column.width() * 256);
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(
                    workbook.createDataFormat().getFormat(column.format().pattern()));
            sheet.setDefaultColumnStyle(i, style);
            row.createCell(i)
                    .setCellValue(column.column().name() + (column.column().required() ? "*" : ""));
            row.getCell(i).setCellStyle(head);
            addRule(sheet, i, column);
        }
        sheet.createFreezePane(0, 1);
    }

    private void addRule(XSSFSheet sheet, int index, TemplateColumn column) {
        if (column.allowed().isEmpty()) {
            return;
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        boolean few = String.join(",", column.allowed()).length() <= LONGEST_LIST
                && column.allowed().stream().noneMatch(value -> value.contains(","));
        DataValidationConstraint constraint = few
                ? helper.createExplicitListConstraint(column.allowed().toArray(String[]::new))
                : helper.createFormulaListConstraint(listOf(column.allowed()));
        CellRangeAddressList cells = new CellRangeAddressList(1, ReadLimits.DEFAULT.rows(), index, index);
        DataValidation rule = helper.createValidation(constraint, cells);
        rule.setShowErrorBox(true);
        rule.createErrorBox(column.column().name(), "请从下拉列表里选一个");
        sheet.addValidationData(rule);
    }

    /** Puts a long list into a column of the hidden sheet and names the place. */
    private String listOf(List<String> values) {
        XSSFSheet sheet = choices == null ? workbook.createSheet(names.next(CHOICES)) : choices;
        choices = sheet;
        int column = lists++;
        for (int i = 0; i < values.size(); i++) {
            XSSFRow row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
            row.createCell(column).setCellValue(SafeText.clean(values.get(i)));
        }
        String letters = Columns.letters(column);
        return "'%s'!$%s$1:$%s$%d".formatted(sheet.getSheetName(), letters, letters, values.size());
    }

    private void addInstructions(List<Sheet> sheets) {
        XSSFSheet sheet = workbook.createSheet(names.next(INSTRUCTIONS));
        write(sheet.createRow(0), HEADINGS, head);
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.setColumnWidth(i, WIDTHS[i] * 256);
        }
        int next = 1;
        for (Sheet each : sheets) {
            for (TemplateColumn column : each.columns()) {
                List<String> line = List.of(
                        each.name(),
                        column.column().name(),
                        column.column().required() ? "必填" : "选填",
                        Objects.requireNonNullElse(column.hint(), ""),
                        Objects.requireNonNullElse(column.example(), ""),
                        String.join("、", column.allowed()));
                write(sheet.createRow(next++), line, wrapped);
            }
        }
        sheet.createFreezePane(0, 1);
    }

    private static void write(XSSFRow row, List<String> values, CellStyle style) {
        for (int i = 0; i < values.size(); i++) {
            String text = SafeText.pieces(SafeText.clean(values.get(i))).get(0);
            row.createCell(i).setCellValue(text);
            row.getCell(i).setCellStyle(style);
        }
    }

    private void hideChoices() {
        if (choices != null) {
            workbook.setSheetOrder(choices.getSheetName(), workbook.getNumberOfSheets() - 1);
            workbook.setSheetVisibility(workbook.getSheetIndex(choices), SheetVisibility.HIDDEN);
            workbook.setActiveSheet(0);
        }
    }
}
