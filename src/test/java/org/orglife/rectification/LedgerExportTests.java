package org.orglife.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.Samples;
import org.orglife.Samples.Sample;
import org.orglife.account.SignedInUser;
import org.orglife.organisation.MemberService;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The ledger as a workbook: what is in it for whom, and that it comes back the same. */
@FullApplicationTest
class LedgerExportTests {

    private static final DataFormatter FORMAT = new DataFormatter();

    @Autowired
    Samples samples;

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    People people;

    @Autowired
    OrgUnitService units;

    @Autowired
    MemberService members;

    @Autowired
    JdbcClient jdbc;

    private XSSFWorkbook export(SignedInUser user, String address, Object... variables) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes(user, address, variables)));
    }

    private byte[] bytes(SignedInUser user, String address, Object... variables) {
        MvcTestResult answer = pages.get(user, address, variables);
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Content-Disposition")).contains("attachment", ".xlsx");
        return answer.getResponse().getContentAsByteArray();
    }

    /** The rows below the head, each by its headings. */
    private static List<Map<String, String>> flat(XSSFWorkbook workbook) {
        Sheet sheet = workbook.getSheet("整改台账");
        List<Map<String, String>> rows = new ArrayList<>();
        Row head = sheet.getRow(0);
        for (int number = 1; number <= sheet.getLastRowNum(); number++) {
            Map<String, String> row = new java.util.LinkedHashMap<>();
            for (Cell cell : head) {
                row.put(
                        cell.getStringCellValue(),
                        FORMAT.formatCellValue(sheet.getRow(number).getCell(cell.getColumnIndex())));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Set<String> problems(List<Map<String, String>> rows) {
        Set<String> problems = new HashSet<>();
        rows.forEach(row -> problems.add(row.get("党支部") + "|" + row.get("问题编号")));
        return problems;
    }

    @Test
    @DisplayName("F01: the remark says 延期 with the first date, 复号 and 长期坚持")
    void remarks() throws IOException {
        BranchesAtWork.Branch branch = branches.branch("呼吸内科党支部");
        long extended = branches.item(branch, ItemState.REOPENED);
        jdbc.sql("update measure set first_due_on = due_on, due_on = '2024-01-20' where item_id = :item")
                .param("item", extended)
                .update();
        long lasting = branches.item(branch, ItemState.PLANNED);
        jdbc.sql("update measure set due_on = null, track = 'LONG_TERM' where item_id = :item")
                .param("item", lasting)
                .update();
        try (XSSFWorkbook workbook = export(branch.secretary(), "/ledger.xlsx?campaign={c}", branch.campaign())) {
            List<String> remarks = new ArrayList<>();
            for (Row row : workbook.getSheet("台账")) {
                remarks.add(FORMAT.formatCellValue(row.getCell(row.getLastCellNum() - 1)));
            }
            assertThat(remarks).contains("复号；延期（原定 2023-12-31）", "长期坚持");
        }
    }

    @Test
    @DisplayName("The office: 82 problems in 96 rows, personal items as counts of each branch")
    void theOfficesExport() throws IOException {
        Sample hospital = samples.hospital();
        try (XSSFWorkbook workbook = export(hospital.office(), "/ledger.xlsx?campaign={c}", hospital.campaign())) {
            List<Map<String, String>> rows = flat(workbook);
            assertThat(rows).hasSize(96).allMatch(row -> "党支部".equals(row.get("主体类别")));
            assertThat(problems(rows)).hasSize(82);
            assertThat(workbook.getSheet("台账")).isNotNull();
            assertThat(workbook.getSheet("问题清单")).isNotNull();
            assertThat(workbook.getSheet("措施清单")).isNotNull();
            assertThat(workbook.getSheet("责任清单")).isNotNull();
            assertThat(counts(workbook.getSheet("个人问题统计"))).containsExactly(20L, 372L, 76L, 626L);
        }
    }

    /** Branches, their members, problems of secretaries and of members, added up. */
    private static List<Long> counts(Sheet sheet) {
        long[] sums = new long[4];
        for (Row row : sheet) {
            Cell name = row.getCell(0);
            Cell branch = row.getCell(1);
            String text = FORMAT.formatCellValue(name) + FORMAT.formatCellValue(branch);
            if (text.contains("党支部")
                    && row.getLastCellNum() >= 6
                    && numbers(row).size() >= 6) {
                List<Long> numbers = numbers(row);
                int first = numbers.size() - 6;
                sums[0]++;
                sums[1] += numbers.get(first);
                sums[2] += numbers.get(first + 2);
                sums[3] += numbers.get(first + 3);
            }
        }
        return List.of(sums[0], sums[1], sums[2], sums[3]);
    }

    private static List<Long> numbers(Row row) {
        List<Long> numbers = new ArrayList<>();
        row.forEach(cell -> {
            String text = FORMAT.formatCellValue(cell);
            if (text.matches("[0-9]+")) {
                numbers.add(Long.valueOf(text));
            }
        });
        return numbers;
    }

    @Test
    @DisplayName("A problem's cells are merged over its measures, and printed heads repeat")
    void measuresOfAProblemAreMerged() throws IOException {
        Sample hospital = samples.hospital();
        try (XSSFWorkbook workbook = export(hospital.office(), "/ledger.xlsx?campaign={c}", hospital.campaign())) {
            long several = jdbc.sql("""
                            select count(*) from (select m.item_id from measure m join problem p on p.id = m.item_id
                              where p.campaign_id = :campaign and p.subject_kind = 'BRANCH'
                              group by m.item_id having count(*) > 1) s
                            """)
                    .param("campaign", hospital.campaign())
                    .query(Long.class)
                    .single();
            Sheet sheet = workbook.getSheet("台账");
            long merged = sheet.getMergedRegions().stream()
                    .filter(region -> region.getFirstColumn() == 0 && region.getLastColumn() == 0)
                    .count();
            assertThat(merged).isEqualTo(several).isPositive();
            assertThat(sheet.getRepeatingRows()).isNotNull();
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
        }
    }

    @Test
    @DisplayName(
            "The exports of the 20 secretaries: 784 problems in 962 rows, and the same figures where they are imported")
    void theSecretariesExportsMakeTheLedgerAgain() throws IOException {
        Sample hospital = samples.hospital();
        Sample empty = samples.emptyHospital();
        Set<String> problems = new HashSet<>();
        int rows = 0;
        Map<String, String> into = Map.of(
                "campaign",
                "new",
                "campaign.title",
                "2023年度专题组织生活会",
                "campaign.year",
                "2023",
                "campaign.kind",
                "THEMATIC");
        for (SignedInUser secretary : secretaries(hospital)) {
            byte[] file = bytes(secretary, "/ledger.xlsx?campaign={c}", hospital.campaign());
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
                List<Map<String, String>> flat = flat(workbook);
                rows += flat.size();
                problems.addAll(problems(flat));
                assertThat(workbook.getSheet("个人问题统计")).isNull();
            }
            samples.take("台账.xlsx", file, into, empty.office());
            into = Map.of("campaign", String.valueOf(campaignOf(empty)));
        }
        assertThat(rows).isEqualTo(962);
        assertThat(problems).hasSize(784);
        assertThat(figuresOfTheLedger(empty, campaignOf(empty)))
                .isEqualTo(figuresOfTheLedger(hospital, hospital.campaign()));
    }

    /** All figures but those of talks, opinions and study, which a ledger does not hold. */
    private String figuresOfTheLedger(Sample sample, long campaign) {
        return body(pages.json(sample.office(), "/campaigns/{id}/figures", campaign))
                .replaceAll("\"M(01|03|04[abc]|05|06[ab]|07|11b?|12|13|14b?|20[ab]|21[abc])\":\\d+,?", "");
    }

    private long campaignOf(Sample sample) {
        return jdbc.sql("select id from campaign where issuer_id = :root")
                .param("root", sample.root().getId())
                .query(Long.class)
                .single();
    }

    private List<SignedInUser> secretaries(Sample sample) {
        List<SignedInUser> secretaries = new ArrayList<>();
        for (OrgUnit branch : units.branches(sample.office().scope())) {
            long member = jdbc.sql(
                            "select member_id from position where unit_id = :unit and kind = 'SECRETARY' and until_on is null")
                    .param("unit", branch.getId())
                    .query(Long.class)
                    .single();
            secretaries.add(people.as(
                    Role.SECRETARY,
                    branch,
                    members.get(member, sample.office().scope()).member()));
        }
        assertThat(secretaries).hasSize(20);
        return secretaries;
    }

    @Test
    @DisplayName("T-XLS-01: a text that begins like a formula stays a text")
    void formulasStayTexts() throws IOException {
        Branch branch = branches.branch("急诊科党支部");
        List<String> texts = List.of("=1+1", "+86 电话不通", "-10 分", "@全体", "＝1+1", "＋1");
        texts.forEach(text -> branches.raise(branch.secretary(), branch.task(), true, text, branch.organiser()));
        try (XSSFWorkbook workbook = export(branch.secretary(), "/ledger.xlsx?campaign={c}", branch.campaign())) {
            Sheet sheet = workbook.getSheet("整改台账");
            int column = -1;
            for (Cell cell : sheet.getRow(0)) {
                column = cell.getStringCellValue().equals("存在问题") ? cell.getColumnIndex() : column;
            }
            List<String> written = new ArrayList<>();
            for (int row = 1; row <= sheet.getLastRowNum(); row++) {
                Cell cell = sheet.getRow(row).getCell(column);
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                written.add(cell.getStringCellValue());
            }
            assertThat(written).containsExactlyElementsOf(texts);
            for (Sheet each : workbook) {
                each.forEach(row ->
                        row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA)));
            }
        }
    }

    @Test
    @DisplayName("An export stands in the trail, with the campaign and without words")
    void anExportIsAudited() {
        Branch branch = branches.branch("急诊科党支部");
        bytes(branch.secretary(), "/ledger.xlsx?campaign={c}", branch.campaign());
        bytes(branch.secretary(), "/ledger/personal.xlsx?campaign={c}", branch.campaign());
        assertThat(jdbc.sql("select action || ' ' || object_id from audit_entry where account_id = :account")
                        .param("account", branch.secretary().accountId())
                        .query(String.class)
                        .list())
                .filteredOn(entry -> entry.endsWith("LEDGER_EXPORTED " + branch.campaign()))
                .hasSize(2);
    }

    @Test
    @DisplayName("An export takes the filter and the rights of its page")
    void anExportTakesFilterAndRights() throws IOException {
        Branch branch = branches.branch("急诊科党支部");
        branches.item(branch, ItemState.CLOSED);
        branches.item(branch, ItemState.PLANNED);
        branches.personalItem(branch, ItemState.PLANNED);
        try (XSSFWorkbook closed =
                        export(branch.office(), "/ledger.xlsx?campaign={c}&status=CLOSED", branch.campaign());
                XSSFWorkbook office = export(branch.office(), "/ledger.xlsx?campaign={c}", branch.campaign());
                XSSFWorkbook secretary = export(branch.secretary(), "/ledger.xlsx?campaign={c}", branch.campaign());
                XSSFWorkbook colleague = export(branch.colleague(), "/ledger.xlsx?campaign={c}", branch.campaign())) {
            assertThat(flat(closed)).hasSize(1);
            assertThat(flat(office)).hasSize(2);
            assertThat(flat(secretary)).hasSize(3);
            assertThat(flat(colleague)).hasSize(2);
        }
    }

    @Test
    @DisplayName("F02: a sheet for each person to the secretary, one's own to a member, counts to the office")
    void personalLists() throws IOException {
        Branch branch = branches.branch("急诊科党支部");
        branches.raise(branch.secretary(), branch.task(), false, "联系群众少", branch.secretary());
        branches.personalItem(branch, ItemState.PLANNED);
        String address = "/ledger/personal.xlsx?campaign=" + branch.campaign();
        try (XSSFWorkbook secretary = export(branch.secretary(), address);
                XSSFWorkbook member = export(branch.member(), address + "&mine=true");
                XSSFWorkbook office = export(branch.office(), address)) {
            assertThat(names(secretary)).containsExactly("于光燕", "周静斌");
            assertThat(names(member)).containsExactly("周静斌");
            assertThat(names(office)).containsExactly("个人问题统计");
        }
    }

    private static List<String> names(XSSFWorkbook workbook) {
        List<String> names = new ArrayList<>();
        workbook.forEach(sheet -> names.add(sheet.getSheetName()));
        return names;
    }
}
