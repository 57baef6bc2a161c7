package org.orglife.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
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
import org.orglife.campaign.Policy;
import org.orglife.organisation.MemberService;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Problems that come back are found among those of earlier cycles, shown to who wrote them, and counted above. */
@FullApplicationTest
class RecurrenceTests {

    private static final String LAST_YEAR = "2022年度组织生活会整改台账.xlsx";
    private static final String THIS_YEAR = "2023年度专题组织生活会台账.xlsx";
    private static final String OLD = "门诊意见本上半年收到9条关于候诊时间的意见，只公开答复了3条";
    private static final String AGAIN = "只公开答复了3条，门诊意见本今年上半年收到9条关于候诊时间的意见";

    @Autowired
    Samples samples;

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Recurrence recurrence;

    @Autowired
    OrgUnitService units;

    @Autowired
    MemberService members;

    @Autowired
    People people;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private long lastYear;

    @BeforeEach
    void aBranchInItsSecondYear() {
        branch = branches.branch("呼吸内科党支部");
        long campaign = branches.issued(branch.office(), branch.committee(), branch.unit(), Policy.defaults())
                .getId();
        jdbc.sql("update campaign set year = 2022, title = '2022年度组织生活会' where id = :id")
                .param("id", campaign)
                .update();
        lastYear = jdbc.sql("select id from branch_task where campaign_id = :id")
                .param("id", campaign)
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("Last year's ledger: 28 of the 30 problems that return are proposed, and 1 of the other 10 at most")
    void returningProblemsAreProposed() {
        assertRecognised(Samples.file("ledger.xlsx"));
    }

    @Test
    @DisplayName("So too where this year's texts have their clauses in another order")
    void reorderedProblemsAreProposed() throws IOException {
        assertRecognised(reordered(Samples.file("ledger.xlsx")));
    }

    private void assertRecognised(byte[] thisYear) {
        Sample hospital = samples.emptyHospital();
        samples.take(LAST_YEAR, Samples.file("last-year.xlsx"), Map.of(), hospital.office());
        samples.take(THIS_YEAR, thisYear, Map.of(), hospital.office());
        List<String> recognised = new ArrayList<>();
        for (OrgUnit unit : units.branches(hospital.office().scope())) {
            SignedInUser secretary = secretary(unit, hospital.office());
            long task = task(unit, "2023年度专题组织生活会");
            for (Returning found : recurrence.of(task, secretary.scope()).proposed()) {
                assertThat(found.earlier()).isNotNull();
                recognised.add(sourceNumber(found.earlier().id()));
            }
        }
        assertThat(recognised).doesNotHaveDuplicates().allMatch(number -> number.startsWith("2022-"));
        assertThat(recognised.stream().filter(number -> number.compareTo("2022-030") <= 0))
                .hasSizeGreaterThanOrEqualTo(28);
        assertThat(recognised.stream().filter(number -> number.compareTo("2022-030") > 0))
                .hasSizeLessThanOrEqualTo(1);
    }

    private SignedInUser secretary(OrgUnit unit, SignedInUser office) {
        long member =
                jdbc.sql("""
                        select member_id from position where unit_id = :unit and kind = 'SECRETARY' and until_on is null
                        """).param("unit", unit.getId()).query(Long.class).single();
        return people.as(
                Role.SECRETARY, unit, members.get(member, office.scope()).member());
    }

    private long task(OrgUnit unit, String campaign) {
        return jdbc.sql("select t.id from branch_task t join campaign c on c.id = t.campaign_id"
                        + " where t.branch_id = :unit and c.title = :title")
                .param("unit", unit.getId())
                .param("title", campaign)
                .query(Long.class)
                .single();
    }

    private String sourceNumber(long problem) {
        return jdbc.sql("select source_number from problem where id = :id")
                .param("id", problem)
                .query(String.class)
                .single();
    }

    /** The ledger alone, each problem with its first clause at the end. */
    private static byte[] reordered(byte[] workbook) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            for (int at = book.getNumberOfSheets() - 1; at >= 0; at--) {
                if (!book.getSheetName(at).equals("整改台账")) {
                    book.removeSheetAt(at);
                }
            }
            XSSFSheet sheet = book.getSheetAt(0);
            int column = 0;
            while (!sheet.getRow(0).getCell(column).getStringCellValue().equals("存在问题")) {
                column++;
            }
            int swapped = 0;
            for (Row row : sheet) {
                Cell cell = row.getCell(column);
                String[] clauses = cell.getStringCellValue().split("，", 2);
                if (clauses.length == 2) {
                    cell.setCellValue(clauses[1] + "，" + clauses[0]);
                    swapped++;
                }
            }
            assertThat(swapped).isGreaterThan(500);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    @DisplayName(
            "The branch sees the earlier problem beside the new one and says yes with one touch; the office counts")
    void theBranchSaysThatItIsTheSame() {
        long old = branches.raise(branch.secretary(), lastYear, true, OLD, branch.organiser());
        long now = branches.raise(branch.secretary(), branch.task(), true, AGAIN, branch.organiser());
        branches.raise(branch.secretary(), branch.task(), true, "食堂离病房太远", branch.organiser());
        String page = "/tasks/" + branch.task() + "/recurring";
        assertThat(words(pages.get(branch.organiser(), "/ledger?campaign=" + branch.campaign())))
                .contains("有 1 个问题以前好像提过");
        assertThat(words(pages.get(branch.organiser(), page)))
                .contains(OLD, AGAIN, "2022年度组织生活会，第 1 项", "是同一个问题")
                .doesNotContain("食堂");
        assertThat(words(pages.get(branch.organiser(), "/ledger/" + now))).contains("是同一个问题吗", OLD);
        assertThat(words(pages.get(branch.office(), page)))
                .contains("各主体都没有反复出现的问题")
                .doesNotContain(OLD, AGAIN);
        assertThat(recurring()).isZero();

        assertThat(redirect(pages.post(branch.organiser(), "/ledger/" + now + "/recurrence", "earlier", "" + old)))
                .isEqualTo(page);
        assertThat(recurring()).isEqualTo(1);
        assertThat(words(pages.get(branch.office(), page)))
                .contains("党支部 反复出现 1 个")
                .doesNotContain(OLD);
        assertThat(words(pages.get(branch.office(), "/ledger?campaign=" + branch.campaign() + "&status=RECURRING")))
                .contains("问题 1 个", AGAIN);
        assertThat(pages.json(branch.office(), "/campaigns/{id}/figures", branch.campaign()))
                .bodyJson()
                .extractingPath("M17e")
                .isEqualTo(1);
        assertThat(words(pages.get(branch.organiser(), "/ledger?campaign=" + branch.campaign())))
                .doesNotContain("以前好像提过");

        pages.post(branch.secretary(), "/ledger/" + now + "/recurrence/undo");
        assertThat(recurring()).isZero();
        assertThat(recurrence.of(branch.task(), branch.secretary().scope()).proposed())
                .hasSize(1);
    }

    @Test
    @DisplayName("What was found to be another matter is not proposed again, until somebody takes that back")
    void theBranchSaysThatItIsNot() {
        long old = branches.raise(branch.secretary(), lastYear, true, OLD, branch.organiser());
        long now = branches.raise(branch.secretary(), branch.task(), true, AGAIN, branch.organiser());
        pages.post(branch.secretary(), "/ledger/" + now + "/recurrence/dismiss", "earlier", "" + old, "from", "item");
        Recurrence.Found found = recurrence.of(branch.task(), branch.secretary().scope());
        assertThat(found.proposed()).isEmpty();
        assertThat(found.dismissed())
                .singleElement()
                .satisfies(each -> assertThat(each.id()).isEqualTo(now));
        assertThat(words(pages.get(branch.secretary(), "/ledger/" + now))).doesNotContain("是同一个问题吗");
        pages.post(branch.secretary(), "/ledger/" + now + "/recurrence/undo");
        assertThat(recurrence.of(branch.task(), branch.secretary().scope()).proposed())
                .hasSize(1);
    }

    @Test
    @DisplayName("A member's own problem is compared with his own alone, and nobody else is shown what it is like")
    void personalProblemsAreComparedWithOnesOwn() {
        String mine = "上半年有2次集中学习用看材料代替，没有谈体会";
        long old = branches.raise(branch.member(), lastYear, false, mine, branch.member());
        branches.raise(branch.colleague(), branch.task(), false, mine, branch.colleague());
        branches.raise(branch.secretary(), branch.task(), true, mine, branch.organiser());
        assertThat(recurrence.of(branch.task(), branch.colleague().scope()).proposed())
                .isEmpty();
        long now = branches.raise(branch.member(), branch.task(), false, mine, branch.member());
        assertThat(recurrence.of(branch.task(), branch.member().scope()).proposed())
                .singleElement()
                .satisfies(each -> assertThat(each.id()).isEqualTo(now));
        assertThat(recurrence.of(branch.task(), branch.secretary().scope()).proposed())
                .isEmpty();
        pages.post(branch.secretary(), "/ledger/" + now + "/recurrence", "earlier", "" + old);
        assertThat(recurring()).isZero();
        pages.post(branch.member(), "/ledger/" + now + "/recurrence", "earlier", "" + old);
        assertThat(recurring()).isEqualTo(1);
        assertThat(words(pages.get(branch.office(), "/tasks/" + branch.task() + "/recurring")))
                .contains("党员 反复出现 1 个")
                .doesNotContain(mine);
    }

    @Test
    @DisplayName("A link leads to an earlier cycle of the same branch and nowhere else")
    void linksLeadBack() {
        Branch other = branches.branch(branch.committee(), "骨科党支部");
        long elsewhere = branches.raise(other.secretary(), other.task(), true, OLD, other.organiser());
        long old = branches.raise(branch.secretary(), lastYear, true, OLD, branch.organiser());
        long now = branches.raise(branch.secretary(), branch.task(), true, "食堂离病房太远", branch.organiser());
        long beside = branches.raise(branch.secretary(), branch.task(), true, AGAIN, branch.organiser());
        for (long wrong : List.of(elsewhere, beside, now, -1L)) {
            pages.post(branch.secretary(), "/ledger/" + now + "/recurrence", "earlier", "" + wrong);
            assertThat(recurring()).as("linked with " + wrong).isZero();
        }
        pages.post(branch.secretary(), "/ledger/" + old + "/recurrence", "earlier", "" + now);
        assertThat(recurring()).isZero();
        // another wording does not stand in the way of whoever knows better
        assertThat(words(pages.get(branch.secretary(), "/ledger/" + now))).contains("以前提过这个问题");
        pages.post(branch.secretary(), "/ledger/" + now + "/recurrence", "earlier", "" + old, "from", "item");
        assertThat(recurring()).isEqualTo(1);
        assertThat(words(pages.get(branch.member(), "/ledger/" + now))).contains("反复出现", OLD);
    }

    private int recurring() {
        return jdbc.sql("select coalesce(sum(recurring_problems), 0) from task_figures where branch_id = :branch")
                .param("branch", branch.unit().getId())
                .query(Integer.class)
                .single();
    }
}
