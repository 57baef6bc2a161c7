package org.orglife.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;
import static org.orglife.excel.Workbooks.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.account.SignedInUser;
import org.orglife.excel.Workbooks;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PositionKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people upload by mistake, or on purpose: each gets a sentence that names the place and what to do, soon, and
 * nothing is saved. Through the page, as everybody meets it.
 */
@FullApplicationTest
class BadWorkbookTests {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final LocalDate BORN = LocalDate.of(1980, 1, 2);

    @Autowired
    Pages pages;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private OrgUnit committee;
    private SignedInUser office;

    @BeforeEach
    void anOrganisation() {
        committee = people.committee();
        OrgUnit branch = people.branch(committee, "急诊科党支部");
        people.seated(branch, "高庆安", PositionKind.SECRETARY);
        office = people.office(committee);
    }

    private static @Nullable Object[] person(@Nullable Object... differing) {
        @Nullable Object[] row = row("周静斌", "女", BORN, "急诊科党支部", "正式党员", null, null, null, null);
        for (int at = 0; at < differing.length; at += 2) {
            row[Objects.requireNonNull((Integer) differing[at])] = differing[at + 1];
        }
        return row;
    }

    private static @Nullable Object[] problem(@Nullable Object... differing) {
        @Nullable
        Object[] row = row(
                "1",
                "急诊科党支部",
                "党支部",
                null,
                "联系服务群众",
                "分诊等候时间长",
                "加开一个分诊台",
                "高庆安",
                LocalDate.of(2023, 12, 31),
                null,
                null,
                null);
        for (int at = 0; at < differing.length; at += 2) {
            row[Objects.requireNonNull((Integer) differing[at])] = differing[at + 1];
        }
        return row;
    }

    @Test
    @DisplayName("A missing column is named, and what to write into the head")
    void missingColumn() {
        refused(
                Sheets.workbook("党员", row("姓名", "性别", "党员类别"), row("周静斌", "女", "正式党员")),
                "缺少“所在党组织”这一列",
                "在表头补上“所在党组织”");
    }

    @Test
    @DisplayName("A column under a wrong name is recognised by its likeness")
    void misspeltColumn() {
        refused(
                Sheets.workbook("党员", row("姓名", "所在党组职", "党员类别"), row("周静斌", "急诊科党支部", "正式党员")),
                "缺少“所在党组织”这一列",
                "所在党组职");
    }

    @Test
    void unknownBranch() {
        refused(
                Sheets.roster(person(), person(0, "罗颖", 3, "急珍科党支部")),
                "党员 第 3 行",
                "所在党组织",
                "D3",
                "急珍科党支部",
                "是不是“急诊科党支部”？");
    }

    @Test
    void theSamePersonTwice() {
        refused(Sheets.roster(person(), person()), "党员 第 3 行", "姓名", "A3", "周静斌", "第 2 行");
    }

    @Test
    void aDayThatDoesNotExist() {
        refused(Sheets.roster(person(2, "1980-02-30")), "党员 第 2 行", "出生日期", "C2", "没有这个日期", "按 2023-08-31 这样填");
    }

    @Test
    @DisplayName("A month is no date of birth")
    void aMonthIsNoDayOfBirth() {
        refused(Sheets.roster(person(2, "1980年2月")), "党员 第 2 行", "C2", "没有写是哪一天");
    }

    @Test
    void aFormula() {
        refused(Sheets.roster(person(0, "=\"周\"&\"静斌\"")), "党员 第 2 行", "单元格 A2 里是公式", "粘贴为“数值”");
    }

    @Test
    void aLongNumberThatExcelHasCut() {
        refused(Sheets.roster(person(8, 110101198001020016L)), "党员 第 2 行", "单元格 I2 里的号码被当成了数字，后几位已经丢失", "请设为文本格式后重新填写");
    }

    @Test
    void aMergedHead() {
        refused(
                spoilt(person(), (workbook, sheet) -> {
                    sheet.shiftRows(0, 1, 1);
                    sheet.createRow(0).createCell(0).setCellValue("姓名");
                    sheet.getRow(0).createCell(1).setCellValue("基本情况");
                    sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 8));
                    sheet.getRow(1).getCell(0).setBlank();
                    sheet.addMergedRegion(new CellRangeAddress(0, 1, 0, 0));
                }),
                "表头分成了两行，或者表头里有合并单元格",
                "取消合并单元格");
    }

    @Test
    void anOldWorkbookUnderANewName() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HSSFWorkbook old = new HSSFWorkbook()) {
            old.createSheet("党员").createRow(0).createCell(0).setCellValue("姓名");
            old.write(bytes);
        }
        refused(bytes.toByteArray(), "这是旧版 Excel 文件（.xls）", "另存为 .xlsx");
    }

    @Test
    void anEncryptedWorkbook(@TempDir Path folder) {
        refused(Workbooks.encrypted(folder, Sheets.roster(person())), "这个文件设了打开密码", "请取消加密");
    }

    @Test
    void aTruncatedWorkbook() {
        byte[] whole = Sheets.roster(person());
        refused(Arrays.copyOf(whole, whole.length / 2), "文件已损坏", "请换一份原文件");
    }

    @Test
    void aZipBomb() throws IOException {
        Map<String, byte[]> parts = Workbooks.unzip(Sheets.roster(person()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
            zip.putNextEntry(new ZipEntry("xl/media/image1.png"));
            byte[] nothing = new byte[1 << 20];
            for (int mebibyte = 0; mebibyte < 150; mebibyte++) {
                zip.write(nothing);
            }
        }
        refused(bytes.toByteArray(), "文件展开后太大，系统不接收", "请删掉图片");
    }

    @Test
    void aWorkbookWithMacros() {
        Map<String, byte[]> parts = Workbooks.unzip(Sheets.roster(person()));
        parts.put("xl/vbaProject.bin", new byte[] {1});
        refused(Workbooks.zip(parts), "这个文件带有宏，系统不接收", "请另存为");
    }

    @Test
    void emptyRowsWithoutEnd() {
        StringBuilder data = new StringBuilder("<sheetData>");
        for (int row = 1; row <= 200_000; row++) {
            data.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"A")
                    .append(row)
                    .append("\" s=\"0\"/></row>");
        }
        Map<String, byte[]> parts = Workbooks.parts(data.append("</sheetData>").toString()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        part -> part.getValue().replace("名册", "党员").getBytes(UTF_8)));
        refused(Workbooks.zip(parts), "工作表“党员”", "大量", "删除|粘贴");
    }

    @Test
    void aFileOfAnotherKind() {
        refused("姓名,党支部\n".getBytes(UTF_8), "这不是 Excel 工作簿（.xlsx）", "另存为");
    }

    @Test
    void aWorkbookWithoutAnySheetThatIsMeant() {
        refused(Sheets.workbook("Sheet1", row("姓名"), row("周静斌")), "没有找到能导入的工作表", "党组织、党员、整改台账");
    }

    @Test
    void nothingChosen() {
        assertThat(pages.upload(office, "/imports", "", new byte[0]))
                .hasStatus(422)
                .bodyText()
                .contains("请先选择一个 Excel 文件");
    }

    @Test
    @DisplayName("A ledger: unknown branch, unknown person, dates to come, rows that contradict each other")
    void aLedgerWithEveryMistake() {
        refused(
                "2023年度组织生活会台账.xlsx",
                Sheets.ledger(
                        problem(1, "急诊党支部"),
                        problem(0, "2", 7, "高庆"),
                        problem(0, "3", 9, "已完成", 10, LocalDate.of(2023, 10, 21)),
                        problem(0, "4", 11, LocalDate.of(2023, 10, 1)),
                        problem(0, "5"),
                        problem(0, "5", 5, "分诊等候时间不长"),
                        problem(0, "6", 2, "群众"),
                        problem(0, "7", 2, "党员"),
                        problem(0, "8", 8, null)),
                "整改台账 第 2 行",
                "是不是“急诊科党支部”？",
                "整改台账 第 3 行",
                "是不是“高庆安”？",
                "整改台账 第 4 行",
                "晚于今天",
                "整改台账 第 5 行",
                "已销号，但还有措施没有完成",
                "整改台账 第 7 行",
                "和第 6 行的同一个问题写得不一样",
                "整改台账 第 8 行",
                "没有“群众”这个类别",
                "整改台账 第 9 行",
                "整改台账 第 10 行",
                "没有写完成时限");
    }

    private byte[] spoilt(@Nullable Object[] person, BiConsumer<XSSFWorkbook, XSSFSheet> how) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("党员");
            Workbooks.fill(sheet, Sheets.ROSTER, person);
            how.accept(workbook, sheet);
            return Sheets.bytes(workbook);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void refused(byte[] file, String... sentences) {
        refused("名册.xlsx", file, sentences);
    }

    /** A sentence may be one of several, set apart by a bar. */
    private void refused(String name, byte[] file, String... sentences) {
        List<Long> before = saved();
        long begun = cpu();
        String batch = redirect(pages.upload(office, "/imports", name, file));
        String page = words(pages.get(office, batch));
        assertThat(Duration.ofNanos(cpu() - begun)).isLessThan(SOON);
        for (String sentence : sentences) {
            assertThat(sentence.split("\\|")).as(page).anyMatch(page::contains);
        }
        assertThat(page).doesNotContain("确认导入").doesNotContain("Exception");
        assertThat(pages.post(office, batch + "/confirm").getResponse().getStatus())
                .isIn(302, 409);
        assertThat(saved()).isEqualTo(before);
    }

    /** Time this thread has worked, which does not grow while other processes have the machine. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private List<Long> saved() {
        String tree = committee.getPath();
        return List.of(
                count("select count(*) from org_unit where path like :tree || '%'", tree),
                count(
                        "select count(*) from membership m join org_unit u on u.id = m.branch_id where u.path like :tree || '%'",
                        tree),
                count(
                        "select count(*) from campaign c join org_unit u on u.id = c.issuer_id where u.path like :tree || '%'",
                        tree),
                count(
                        "select count(*) from problem p join org_unit u on u.id = p.branch_id where u.path like :tree || '%'",
                        tree));
    }

    private long count(String sql, String tree) {
        return jdbc.sql(sql).param("tree", tree).query(Long.class).single();
    }
}
