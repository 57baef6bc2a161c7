package org.orglife.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orglife.TestClock;
import org.orglife.account.SampleAccounts;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.Roster;
import org.orglife.organisation.UnitKind;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.TestPropertySource;

/** The main job from an empty system to the exported ledger, as an office and a secretary walk it. */
@TestPropertySource(properties = "db-scheduler.enabled=true")
class LedgerWalkTests extends BrowserWalk {

    private static final String PASSWORD = "correct-horse-battery";
    private static final String COMMITTEE = "示范市中心医院党委";
    private static final String BRANCH = "呼吸内科党支部";
    private static final String CAMPAIGN = "2023年度专题组织生活会";
    private static final String PROBLEM = "夜班交接记录有两次没有签字";

    @TempDir
    private Path downloads;

    @Autowired
    private OrgUnitService units;

    @Autowired
    private Roster roster;

    @Autowired
    private SampleAccounts accounts;

    @Test
    @DisplayName("from the roster to the exported ledger, without a complaint of the browser")
    void fromTheRosterToTheExportedLedger() throws Exception {
        OrgUnit committee = units.createRoot(UnitKind.PARTY_COMMITTEE, COMMITTEE);
        accounts.open("walk.office", "沈光涛", null, Role.PARTY_OFFICE, List.of(committee), PASSWORD);

        Page office = signIn("walk.office");
        importWorkbook(office, "roster.xlsx");
        confirmImport(office);
        issueCampaign(office);
        importLedger(office);

        openAccount();
        Page secretary = signIn("walk.secretary");
        String item = addProblem(secretary);
        reportAndHandIn(secretary, item);
        // the one who answers for the measures may not strike the item off
        assertThat(button(secretary, "同意销号")).hasCount(0);

        office.navigate(item);
        button(office, "同意销号").click();
        assertThat(office.locator("#main").getByText("已销号").first()).isVisible();

        assertThat(exportedRows(secretary)).containsExactly(PROBLEM, PROBLEM);
        assertThat(browser().complaints()).isEmpty();
    }

    private void importWorkbook(Page page, String name) throws IOException {
        page.navigate(address("/imports"));
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        name, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", sample(name)));
        button(page, "上传并核对").click();
    }

    private static void confirmImport(Page page) {
        page.locator("form[action$='/confirm'] button").click();
        assertThat(page.getByRole(AriaRole.STATUS).filter(saying("已导入")).first())
                .isVisible();
    }

    private void issueCampaign(Page page) {
        page.navigate(address("/campaigns/new"));
        page.locator("[name=title]").fill(CAMPAIGN);
        page.locator("[name=year]").fill("2023");
        page.locator("[name=meetingFrom]").fill("2023-10-23");
        page.locator("[name=meetingUntil]").fill("2023-11-10");
        button(page, "保存草稿").click();
        button(page, "下发给支部").click();
        assertThat(page.getByText("已下发给 20 个支部")).isVisible();
    }

    private void importLedger(Page page) throws IOException {
        importWorkbook(page, "ledger.xlsx");
        page.getByLabel(CAMPAIGN).check();
        button(page, "按这样重新核对").click();
        confirmImport(page);
        page.navigate(address("/overview"));
        assertThat(page.locator("#main")).containsText(CAMPAIGN);
    }

    private void openAccount() {
        BranchScope above = accounts.user("walk.office").scope();
        OrgUnit branch = units.branches(above).stream()
                .filter(unit -> unit.getName().equals(BRANCH))
                .findFirst()
                .orElseThrow();
        for (Roster.Person person : roster.membersOf(branch.getId(), TestClock.TODAY, above)) {
            if (person.name().equals("于光燕")) {
                accounts.open("walk.secretary", person.name(), person.id(), null, List.of(), PASSWORD);
            }
        }
    }

    /** Returns the address of the item. */
    private String addProblem(Page page) {
        page.navigate(address("/ledger"));
        page.locator("a[href*='/problems/new']").first().click();
        page.locator("label:has(> input[name=aspectId])").first().click();
        page.locator("[name=text]").fill(PROBLEM);
        measure(page, 0, "每周抽查一次交接记录");
        button(page, "再加一条措施").click();
        // the second one is there already; the page with a third is the one to go on with
        assertThat(page.locator("[name='measures[2].text']")).isVisible();
        measure(page, 1, "组织一次交接班规范培训");
        page.locator("form[data-keep] button[type=submit]:not([name])").click();
        page.waitForURL(Pattern.compile(".*/ledger/\\d+"));
        return page.url();
    }

    private static void measure(Page page, int number, String text) {
        String prefix = "measures[" + number + "].";
        page.locator("[name='" + prefix + "text']").fill(text);
        page.locator("[name='" + prefix + "ownerId']").selectOption(new SelectOption().setLabel("于光燕"));
        page.locator("[name='" + prefix + "dueOn']")
                .fill(LocalDate.of(2023, 11, 30).toString());
    }

    private void reportAndHandIn(Page page, String item) {
        page.navigate(item);
        for (int measure = 0; measure < 2; measure++) {
            Locator report = page.locator(".lg-measures details").first();
            report.locator("summary").click();
            report.locator("[name=words]").fill("已办完");
            report.locator("[name=done]").check();
            report.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("保存"))
                    .click();
            assertThat(page.locator(".lg-measures .lg-fin")).hasCount(measure + 1);
        }
        page.locator("#result").fill("抽查四次，记录都有签字；培训到场 18 人");
        button(page, "交账").click();
        assertThat(page.locator("#main").getByText("已交账").first()).isVisible();
    }

    /** The texts of the problem in the flat sheet of the secretary's export. */
    private List<String> exportedRows(Page page) throws IOException {
        page.navigate(address("/ledger"));
        page.locator("#export > summary").click();
        Download download =
                page.waitForDownload(() -> page.locator("#export-full").click());
        Path file = downloads.resolve("ledger.xlsx");
        download.saveAs(file);
        DataFormatter formatter = new DataFormatter();
        try (InputStream in = Files.newInputStream(file);
                Workbook workbook = WorkbookFactory.create(in)) {
            Sheet sheet = workbook.getSheet("整改台账");
            List<String> found = new ArrayList<>();
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (formatter.formatCellValue(cell).equals(PROBLEM)) {
                        found.add(PROBLEM);
                    }
                }
            }
            return found;
        }
    }

    private Page signIn(String username) {
        Page page = browser().window(1280, 900);
        page.navigate(address("/login"));
        page.locator("[name=username]").fill(username);
        page.locator("[name=password]").fill(PASSWORD);
        page.locator("[name=password]").press("Enter");
        assertThat(page.locator(".ol-side")).isVisible();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.FilterOptions saying(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in = new ClassPathResource("sample/" + name).getInputStream()) {
            return in.readAllBytes();
        }
    }
}
