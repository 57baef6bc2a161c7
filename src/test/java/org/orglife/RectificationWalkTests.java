package org.orglife;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.redirectedId;
import static org.orglife.Pages.words;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Policy;
import org.orglife.campaign.SatisfactionUse;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PositionKind;
import org.orglife.publication.CheckPoint;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The community's 136 problems with their 158 measures, from the list to the last item struck off, through the pages
 * that people use: 建账, 公示, 整改, 交账, 查账, 群众认可, 销账, 进展公示.
 */
@FullApplicationTest
class RectificationWalkTests {

    private static final int PROBLEMS = 136;
    private static final int MEASURES = 158;
    private static final String DUE = "2023-12-31";

    @Autowired
    People people;

    @Autowired
    BranchesAtWork branches;

    @Autowired
    BranchTaskService tasks;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester nobody;

    @Autowired
    JdbcClient jdbc;

    /** A measure as the ledger of the community has it. */
    private record Planned(String problem, String text, String measure, String owner) {}

    private final Map<String, SignedInUser> members = new LinkedHashMap<>();
    private SignedInUser office;
    private SignedInUser secretary;
    private SignedInUser organiser;
    private long campaign;
    private long task;

    @BeforeEach
    void theCommunity() {
        OrgUnit committee = people.committee();
        OrgUnit branch = people.branch(committee, "青禾社区党支部");
        office = people.office(committee);
        for (Map<String, String> row : rows(Samples.file("community-roster.xlsx"), "党员")) {
            PositionKind seat = switch (row.getOrDefault("党内职务", "")) {
                case "支部书记" -> PositionKind.SECRETARY;
                case "组织委员" -> PositionKind.ORGANISATION;
                default -> null;
            };
            String name = row.getOrDefault("姓名", "");
            members.put(
                    name,
                    seat == null
                            ? people.as(Role.MEMBER, branch, people.member(branch, name))
                            : people.as(
                                    seat == PositionKind.SECRETARY ? Role.SECRETARY : Role.COMMITTEE,
                                    branch,
                                    people.seated(branch, name, seat)));
        }
        secretary = member("孔欣珍");
        organiser = member("史嘉轩");
        campaign = branches.issued(office, committee, branch, Policy.defaults()).getId();
        jdbc.sql("update campaign set satisfaction_to_close = :use, public_page = true where id = :id")
                .param("use", SatisfactionUse.FOR_BRANCH_ITEMS.name())
                .param("id", campaign)
                .update();
        task = tasks.find(campaign, branch.getId(), office.scope())
                .orElseThrow()
                .getId();
    }

    @Test
    @DisplayName("136 problems, 158 measures: put down, shown, worked on, checked, approved of and struck off")
    void fromTheListToTheLastItem() {
        List<Planned> plan = putDown();
        planMeasures(plan);
        assertThat(states()).isEqualTo(Map.of("PLANNED", (long) PROBLEMS));
        assertThat(publish("MEASURES", "青禾社区党支部整改措施公示", items())).allSatisfy(shown -> {
            assertThat(shown).contains("公示期", "12月31日");
            assertThat(plan).allSatisfy(line -> assertThat(shown).contains(line.text(), line.measure(), line.owner()));
        });

        plan.stream().map(Planned::owner).distinct().forEach(this::workOff);
        assertThat(states()).isEqualTo(Map.of("SUBMITTED", (long) PROBLEMS));
        strikeOff("rectification.acceptMany.verified");
        assertThat(states()).isEqualTo(Map.of("VERIFIED", (long) PROBLEMS));

        askPeople();
        strikeOff("rectification.acceptMany.notice");
        assertThat(states()).isEqualTo(Map.of("CLOSED", (long) PROBLEMS));
        assertThat(words(pages.get(organiser, "/ledger/" + items().get(0))))
                .contains("问题不解决不放松", "解决不彻底不销号", "群众不认可不算数", "满意率 87.5%，达到 80%");
        assertThat(publish("PROGRESS", "青禾社区党支部整改进展公示", items())).allSatisfy(shown -> {
            assertThat(shown.split("已销号", -1)).hasSize(MEASURES + 1);
            assertThat(plan).allSatisfy(line -> assertThat(shown).contains(line.text(), line.measure(), line.owner()));
        });
        assertThat(pages.json(office, "/campaigns/{id}/figures", campaign))
                .bodyJson()
                .isLenientlyEqualTo("{\"M15\": " + MEASURES + ", \"M16\": " + PROBLEMS + ", \"M17b\": 0}");

        redirect(pages.post(office, "/campaigns/" + campaign + "/completion", "task", String.valueOf(task)));
        assertThat(words(pages.get(secretary, "/tasks/" + task))).contains("已办结");
    }

    /** 群众认可: one question about the whole, eight people from outside with a slip each, without signing in. */
    private void askPeople() {
        long survey = redirectedId(pages.post(secretary, "/tasks/" + task + "/surveys", "whole", "true"));
        String words = jdbc.sql("select words from survey_line where survey_id = :id")
                .param("id", survey)
                .query(String.class)
                .single();
        MvcTestResult slips = pages.post(
                secretary,
                "/surveys/" + survey + "/open",
                "version",
                jdbc.sql("select version from satisfaction_survey where id = :id")
                        .param("id", survey)
                        .query(String.class)
                        .single(),
                "group",
                "OUTSIDER",
                "scale",
                "THREE",
                "closesOn",
                "2023-10-27",
                "codes",
                "8",
                "words[0]",
                words);
        List<String> codes = Pattern.compile("class=\"op-codes\">([0-9A-Z ]+)<")
                .matcher(body(slips))
                .results()
                .map(found -> found.group(1).replace(" ", ""))
                .toList();
        assertThat(codes).as(words(slips)).hasSize(8);
        for (int at = 0; at < codes.size(); at++) {
            assertThat(nobody.post().uri("/s/send").param("code", codes.get(at)).param("g1", at == 0 ? "4" : "1"))
                    .hasStatusOk();
        }
        redirect(pages.post(secretary, "/surveys/" + survey + "/close"));
        assertThat(words(pages.get(organiser, "/surveys/" + survey))).contains("87.5%（7/8）");
    }

    private SignedInUser member(String name) {
        return Objects.requireNonNull(members.get(name));
    }

    /** 建账: the list as the branch keeps it in Excel, without measures and without anything that happened later. */
    private List<Planned> putDown() {
        List<Planned> plan = new ArrayList<>();
        byte[] list = withoutMeasures(Samples.file("community-ledger.xlsx"), plan);
        String batch = redirect(pages.upload(secretary, "/imports", "问题清单.xlsx", list));
        redirect(pages.post(secretary, batch + "/choices", "choice.campaign", String.valueOf(campaign)));
        redirect(pages.post(secretary, batch + "/confirm"));
        assertThat(items()).as(words(pages.get(secretary, batch))).hasSize(PROBLEMS);
        assertThat(plan).hasSize(MEASURES);
        return plan;
    }

    /** 定措施: one form for each measure, with an owner and a date. */
    private void planMeasures(List<Planned> plan) {
        Map<String, Long> itemOf = new LinkedHashMap<>();
        jdbc.sql("select id, source_number from problem where task_id = :task")
                .param("task", task)
                .query((row, number) -> itemOf.put(row.getString("source_number"), row.getLong("id")))
                .list();
        for (Planned planned : plan) {
            redirect(pages.post(
                    secretary,
                    "/ledger/" + itemOf.get(planned.problem()) + "/measures",
                    "text",
                    planned.measure(),
                    "ownerId",
                    String.valueOf(memberOf(member(planned.owner()))),
                    "track",
                    "TERM",
                    "dueOn",
                    DUE));
        }
    }

    /** 整改、交账: what an owner does with all he answers for, on the one page he has for it. */
    private void workOff(String name) {
        SignedInUser owner = member(name);
        for (List<String[]> lines = lines(owner, "measure"); !lines.isEmpty(); lines = lines(owner, "measure")) {
            List<String> form = new ArrayList<>();
            for (String[] line : lines) {
                String row = "rows[" + line[0] + "].";
                form.addAll(List.of(row + "item", line[1], row + "measure", line[2], row + "done", "true"));
                form.addAll(List.of(row + "words", "已按措施办完"));
            }
            redirect(pages.post(owner, "/my-measures", form.toArray(String[]::new)));
        }
        for (List<String[]> lines = lines(owner, "chosen"); !lines.isEmpty(); lines = lines(owner, "chosen")) {
            List<String> form = new ArrayList<>();
            for (String[] line : lines) {
                String row = "rows[" + line[0] + "].";
                form.addAll(List.of(row + "item", line[1], row + "chosen", "true", row + "result", line[2]));
            }
            assertThat(redirect(pages.post(owner, "/my-measures/hand-in", form.toArray(String[]::new))))
                    .isEqualTo("/my-measures");
        }
    }

    /** The lines of one of the two forms of 我的整改: place in the form, item, and measure or result offered. */
    private List<String[]> lines(SignedInUser owner, String form) {
        String page = body(pages.get(owner, "/my-measures"));
        Pattern line = form.equals("measure")
                ? Pattern.compile("name=\"rows\\[(\\d+)]\\.item\" value=\"(\\d+)\">"
                        + "<input type=\"hidden\" name=\"rows\\[\\d+]\\.measure\" value=\"(\\d+)\"")
                : Pattern.compile(
                        "name=\"rows\\[(\\d+)]\\.item\" value=\"(\\d+)\">\\s*<p.*?name=\"rows\\[\\d+]\\.result\""
                                + "[^>]*>([^<]*)<",
                        Pattern.DOTALL);
        return line.matcher(page)
                .results()
                .map(found -> new String[] {found.group(1), found.group(2), found.group(3)})
                .toList();
    }

    /** 查账: the office ticks a page of the ledger after the other. */
    private void strikeOff(String notice) {
        Pattern box = Pattern.compile("name=\"item\" value=\"(\\d+)\"");
        for (int page = 1; ; page++) {
            String address = "/ledger?campaign=" + campaign + "&page=" + page;
            List<String> form = new ArrayList<>();
            box.matcher(body(pages.get(office, address)))
                    .results()
                    .map(MatchResult::group)
                    .map(found -> found.replaceAll("\\D", ""))
                    .forEach(id -> form.addAll(List.of("item", id)));
            if (form.isEmpty()) {
                assertThat(page).as("pages of the ledger").isGreaterThan(1);
                return;
            }
            MvcTestResult done = pages.post(office, "/ledger/approve", form.toArray(String[]::new));
            redirect(done);
            assertThat(String.valueOf(done.getMvcResult().getFlashMap())).contains(notice);
        }
    }

    /** Gate G5: proposed, checked by another, approved, shown. What hangs on the wall, and what everybody reads. */
    private List<String> publish(String kind, String title, List<Long> chosen) {
        List<String> form = new ArrayList<>(List.of(
                "kind",
                kind,
                "reach",
                "COMMUNITY",
                "title",
                title,
                "intro",
                "现予公示，请党员和群众监督。",
                "contact",
                "史嘉轩，内线8231",
                "onPage",
                "true"));
        form.addAll(List.of("signature", "中共青禾社区支部委员会", "from", "2023-10-20", "until", "2023-10-25"));
        chosen.forEach(id -> form.addAll(List.of("chosen", String.valueOf(id))));
        long id = redirectedId(pages.post(secretary, "/tasks/" + task + "/publications", form.toArray(String[]::new)));
        String address = "/publications/" + id;
        List<String> check = new ArrayList<>(List.of("version", version(id)));
        for (CheckPoint point : CheckPoint.values()) {
            check.addAll(List.of("point", point.name()));
        }
        redirect(pages.post(organiser, address + "/check", check.toArray(String[]::new)));
        redirect(pages.post(secretary, address + "/approve", "version", version(id)));
        redirect(pages.post(secretary, address + "/publish", "version", version(id)));
        String page = jdbc.sql("select address from publication_page where publication_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        return List.of(
                words(pages.get(secretary, address + "/print")),
                words(pages.get(secretary, address + "/print?paper=A3")),
                words(pages.get(secretary, "/p/" + page)));
    }

    private String version(long id) {
        return jdbc.sql("select version from publication where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private List<Long> items() {
        return jdbc.sql("select id from problem where task_id = :task order by number")
                .param("task", task)
                .query(Long.class)
                .list();
    }

    private Map<String, Long> states() {
        Map<String, Long> states = new LinkedHashMap<>();
        jdbc.sql("""
                        select i.state, count(*) items from rectification_item i join problem p on p.id = i.id
                        where p.task_id = :task group by i.state
                        """)
                .param("task", task)
                .query((row, number) -> states.put(row.getString("state"), row.getLong("items")))
                .list();
        return states;
    }

    private static byte[] withoutMeasures(byte[] ledger, List<Planned> plan) {
        for (Map<String, String> row : rows(ledger, "整改台账")) {
            plan.add(new Planned(
                    String.valueOf(row.get("问题编号")),
                    String.valueOf(row.get("存在问题")),
                    String.valueOf(row.get("整改措施")),
                    String.valueOf(row.get("责任人"))));
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(ledger));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.getSheet("整改台账");
            List<Row> again = new ArrayList<>();
            String last = "";
            for (Row row : sheet) {
                for (int column = 7; column < 14; column++) {
                    if (row.getCell(column) != null) {
                        row.removeCell(row.getCell(column));
                    }
                }
                String number = row.getCell(0).getStringCellValue();
                if (number.equals(last)) {
                    again.add(row);
                }
                last = number;
            }
            again.forEach(sheet::removeRow);
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static List<Map<String, String>> rows(byte[] file, String name) {
        DataFormatter format = new DataFormatter();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = workbook.getSheet(name);
            List<Map<String, String>> rows = new ArrayList<>();
            for (Row row : sheet) {
                Map<String, String> cells = new LinkedHashMap<>();
                sheet.getRow(0)
                        .forEach(head -> cells.put(
                                head.getStringCellValue(), format.formatCellValue(row.getCell(head.getColumnIndex()))));
                rows.add(cells);
            }
            return rows.subList(1, rows.size());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
