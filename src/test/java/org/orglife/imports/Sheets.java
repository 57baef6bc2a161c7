package org.orglife.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.Workbooks;

/** Workbooks as they are uploaded. A text that begins with = becomes a formula, a {@code LocalDate} a date cell. */
public final class Sheets {

    static final Object[] ROSTER = Workbooks.row("姓名", "性别", "出生日期", "所在党组织", "党员类别", "党内职务", "入党日期", "转正日期", "人员编号");
    static final Object[] LEDGER =
            Workbooks.row("问题编号", "党支部", "主体类别", "主体", "对照方面", "存在问题", "整改措施", "责任人", "完成时限", "整改进展", "完成日期", "销号日期");

    private Sheets() {}

    /** A workbook of one sheet. */
    public static byte[] workbook(String sheet, @Nullable Object[]... rows) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Workbooks.fill(workbook.createSheet(sheet), rows);
            return bytes(workbook);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }

    /** A sheet 党员 with the usual columns. */
    static byte[] roster(@Nullable Object[]... rows) {
        return workbook("党员", under(ROSTER, rows));
    }

    /** A sheet 整改台账 with the usual columns. */
    static byte[] ledger(@Nullable Object[]... rows) {
        return workbook("整改台账", under(LEDGER, rows));
    }

    private static @Nullable Object[][] under(Object[] head, @Nullable Object[]... rows) {
        List<@Nullable Object[]> all = new ArrayList<>();
        all.add(head);
        all.addAll(Arrays.asList(rows));
        return all.toArray(new Object[0][]);
    }
}
