package org.orglife.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;
import static org.orglife.excel.Workbooks.row;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.account.SignedInUser;
import org.orglife.home.ToDo;
import org.orglife.home.ToDoKind;
import org.orglife.home.ToDos;
import org.orglife.organisation.Member;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PositionKind;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A workbook from the upload to the end: confirmed once, taken again, taken back, forgotten. */
@FullApplicationTest
class ImportPageTests {

    private static final String LEDGER = "2023年度组织生活会台账.xlsx";
    private static final LocalDate DUE = LocalDate.of(2023, 12, 31);

    @Autowired
    Pages pages;

    @Autowired
    People people;

    @Autowired
    ImportService imports;

    @Autowired
    ImportJob job;

    @Autowired
    ToDos toDos;

    @Autowired
    JdbcClient jdbc;

    private OrgUnit committee;
    private OrgUnit branch;
    private SignedInUser office;
    private SignedInUser secretary;

    @BeforeEach
    void anOrganisation() {
        committee = people.committee();
        branch = people.branch(committee, "急诊科党支部");
        Member first = people.seated(branch, "高庆安", PositionKind.SECRETARY);
        people.member(branch, "周静斌");
        office = people.office(committee);
        secretary = people.as(Role.SECRETARY, branch, first);
    }

    private static Object[] branchProblem(String number, String text, String measure) {
        return row(number, "急诊科党支部", "党支部", null, "联系服务群众", text, measure, "高庆安", DUE, null, null, null);
    }

    private static Object[] personalProblem(String number, String text, String measure) {
        return row(number, "急诊科党支部", "党员", "周静斌", "组织纪律", text, measure, "周静斌", DUE, null, null, null);
    }

    private String upload(SignedInUser user, String name, byte[] file) {
        return redirect(pages.upload(user, "/imports", name, file));
    }

    private void confirmed(SignedInUser user, String name, byte[] file) {
        String batch = upload(user, name, file);
        assertThat(words(pages.get(user, batch))).contains("核对好了，可以导入");
        assertThat(pages.post(user, batch + "/confirm")).hasStatus(302);
        assertThat(words(pages.get(user, batch))).contains("已导入");
    }

    private List<String> problems() {
        return jdbc.sql("select text from problem where branch_id = :branch order by number")
                .param("branch", branch.getId())
                .query(String.class)
                .list();
    }

    private long members() {
        return jdbc.sql("select count(*) from membership where branch_id = :branch and until_on is null")
                .param("branch", branch.getId())
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("A job that was killed after its last word to the database finds its work done")
    void aJobThatRunsAgainAfterItsImportIsDoneHasNothingToDo() throws IOException {
        byte[] file = Sheets.ledger(branchProblem("1", "候诊时间长", "公布候诊时间"));
        String batch = upload(office, LEDGER, file);
        Map<String, String> parameters = Map.of("batch", batch.substring(batch.lastIndexOf('/') + 1), "rows", "1");
        assertThat(job.run(parameters, office, office.scope(), (done, total) -> {}))
                .isEmpty();
        assertThat(job.run(parameters, office, office.scope(), (done, total) -> {}))
                .isEmpty();
        assertThat(problems()).containsExactly("候诊时间长");
        assertThat(words(pages.get(office, batch))).contains("已导入");
    }

    @Test
    @DisplayName("Columns go by their names, the usual other ones too, and dates by what people write")
    void otherNamesAndDatesAreUnderstood() {
        byte[] file = Sheets.workbook(
                "整改台账",
                row("说明：本表由办公室填写"),
                row("负责人", "问题", "所在支部", "措施", "序号", "问题主体", "方面", "时限", "来源"),
                row("高庆安", "一", "急诊科党支部", "甲", 1, "支部", "联系服务群众", "2023-08-31", "自查"),
                row("高庆安", "二", "急诊科党支部", "乙", 2, "支部", "联系服务群众", "2023/8/31", null),
                row("高庆安", "三", "急诊科党支部", "丙", 3, "支部", "联系服务群众", "2023.8.31", null),
                row("高庆安", "四", "急诊科党支部", "丁", 4, "支部", "联系服务群众", "2023年8月", null),
                row("高庆安", "五", "急诊科党支部", "戊", 5, "支部", "联系服务群众", "20230831", null),
                row("高庆安", "六", "急诊科党支部", "己", 6, "支部", "联系服务群众", LocalDate.of(2023, 8, 31), null),
                row("高庆安", "七", "急诊科党支部", "庚", 7, "支部", "联系服务群众", "2023年8月31日", null),
                row("高庆安", "八", "急诊科党支部", "辛", 8, "支部", "联系服务群众", "长期坚持", null));
        confirmed(office, LEDGER, file);
        assertThat(problems()).containsExactly("一", "二", "三", "四", "五", "六", "七", "八");
        assertThat(jdbc.sql("""
                                select m.track || coalesce(' ' || m.due_on, '') from measure m join problem p on p.id = m.item_id
                                where p.branch_id = :branch order by p.number
                                """)
                        .param("branch", branch.getId())
                        .query(String.class)
                        .list())
                .startsWith("TERM 2023-08-31")
                .endsWith("LONG_TERM")
                .containsOnly("TERM 2023-08-31", "LONG_TERM");
    }

    @Test
    @DisplayName("The state follows from what a row says; imported tasks are rectifying")
    void statesFollowFromTheRows() {
        LocalDate done = LocalDate.of(2023, 10, 1);
        byte[] file = Sheets.ledger(
                row("1", "急诊科党支部", "党支部", null, "联系服务群众", "已销号", "甲", "高庆安", DUE, "已完成", done, done),
                row("2", "急诊科党支部", "党支部", null, "联系服务群众", "已交账", "甲", "高庆安", DUE, "已完成", done, null),
                row("3", "急诊科党支部", "党支部", null, "联系服务群众", "已认领", null, null, null, null, null, null),
                row("4", "急诊科党支部", "党支部", null, "联系服务群众", "已定措施", "甲", "高庆安", DUE, null, null, null),
                row("5", "急诊科党支部", "党支部", null, "联系服务群众", "整改中", "甲", "高庆安", DUE, "已完成", done, null),
                row("5", "急诊科党支部", "党支部", null, "联系服务群众", "整改中", "乙", "高庆安", DUE, "问了三家", null, null));
        confirmed(office, LEDGER, file);
        assertThat(jdbc.sql("""
                                select i.state from rectification_item i join problem p on p.id = i.id
                                where p.branch_id = :branch order by p.number
                                """)
                        .param("branch", branch.getId())
                        .query(String.class)
                        .list())
                .containsExactly("CLOSED", "SUBMITTED", "CLAIMED", "PLANNED", "IN_PROGRESS");
        assertThat(jdbc.sql("""
                                select t.state || ' ' || c.backfilled || ' ' || e.kind from branch_task t
                                join campaign c on c.id = t.campaign_id join task_entry e on e.task_id = t.id
                                where t.branch_id = :branch
                                """)
                        .param("branch", branch.getId())
                        .query(String.class)
                        .list())
                .containsExactly("RECTIFYING true IMPORTED");
    }

    @Test
    @DisplayName("A file whose name tells nothing leads to a question, not to a dead end")
    void anUnnamedLedgerAsksForItsCampaign() {
        String batch = upload(office, "台账.xlsx", Sheets.ledger(branchProblem("1", "等候时间长", "加开窗口")));
        assertThat(body(pages.get(office, batch)))
                .contains("请先回答下面的问题")
                .contains("name=\"choice.campaign.title\"")
                .doesNotContain("这个文件读不了");
        pages.post(
                office,
                batch + "/choices",
                "choice.campaign",
                "new",
                "choice.campaign.title",
                "2023年度组织生活会",
                "choice.campaign.year",
                "2023",
                "choice.campaign.kind",
                "ANNUAL");
        assertThat(words(pages.get(office, batch))).contains("核对好了，可以导入");
        pages.post(office, batch + "/confirm");
        assertThat(problems()).containsExactly("等候时间长");
    }

    @Test
    @DisplayName("What is unusual but may be right is shown and taken")
    void warningsDoNotStopAnImport() {
        byte[] file = Sheets.roster(row(
                "罗颖",
                "女",
                LocalDate.of(1998, 5, 6),
                "急诊科党支部",
                "正式党员",
                null,
                LocalDate.of(2008, 7, 1),
                LocalDate.of(2009, 1, 1),
                null));
        String batch = upload(office, "名册.xlsx", file);
        assertThat(words(pages.get(office, batch))).contains("请核对的 2 处", "入党时不满 18 岁", "入党不满一年就转正", "核对好了，可以导入");
        pages.post(office, batch + "/confirm");
        assertThat(members()).isEqualTo(3);
    }

    @Test
    @DisplayName("A suggestion is taken with one click")
    void aSuggestionIsTaken() {
        String batch = upload(
                office, "名册.xlsx", Sheets.roster(row("罗颖", "女", null, "急珍科党支部", "正式党员", null, null, null, null)));
        pages.post(office, batch + "/choices", "choice.fix:党员!D2", "急诊科党支部");
        assertThat(words(pages.get(office, batch))).contains("核对好了，可以导入");
    }

    @Test
    @DisplayName("Two colleagues confirm at once: one imports, the other is told who did")
    void theSecondToConfirmIsTold() throws Exception {
        byte[] file = Sheets.ledger(branchProblem("1", "等候时间长", "加开窗口"));
        String batch = upload(office, LEDGER, file);
        SignedInUser colleague = people.office(committee);
        long id = Long.parseLong(batch.substring(batch.lastIndexOf('/') + 1));
        List<String> outcomes = together(() -> outcome(id, office), () -> outcome(id, colleague));
        assertThat(outcomes).containsExactlyInAnyOrder("done", "imports.already-done");
        assertThat(problems()).containsExactly("等候时间长");
        assertThat(pages.post(colleague, batch + "/confirm"))
                .hasStatus(409)
                .bodyText()
                .contains("这份表已由办公室工作人员导入，不用再导入");
    }

    @Test
    @DisplayName("The same workbook uploaded twice and confirmed at once is taken once")
    void twoUploadsOfOneWorkbookAreTakenOnce() throws Exception {
        byte[] file = Sheets.workbook(
                "党员",
                Sheets.ROSTER,
                row("罗颖", "女", LocalDate.of(1988, 5, 6), "急诊科党支部", "正式党员", null, null, null, null));
        SignedInUser colleague = people.office(committee);
        String first = upload(office, "名册.xlsx", file);
        String second = upload(colleague, "名册.xlsx", file);
        together(() -> outcome(id(first), office), () -> outcome(id(second), colleague));
        assertThat(members()).isEqualTo(3);
    }

    private static long id(String batch) {
        return Long.parseLong(batch.substring(batch.lastIndexOf('/') + 1));
    }

    private String outcome(long batch, SignedInUser user) {
        People.actAs(user);
        try {
            return imports.confirm(batch, user, user.scope(), rows -> {}).isReady() ? "done" : "not ready";
        } catch (RuleViolationException refused) {
            return refused.code();
        }
    }

    private static List<String> together(Callable<String> one, Callable<String> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> running = List.of(one, other).stream()
                    .map(work -> both.submit(() -> {
                        start.await();
                        return work.call();
                    }))
                    .toList();
            return List.of(running.get(0).get(), running.get(1).get());
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    @DisplayName("An import can be taken back: campaign, tasks, problems and members are gone")
    void anImportIsUndone() {
        confirmed(office, "名册.xlsx", Sheets.roster(row("罗颖", "女", null, "急诊科党支部", "正式党员", null, null, null, null)));
        String roster = lastBatch();
        confirmed(office, LEDGER, Sheets.ledger(branchProblem("1", "等候时间长", "加开窗口"), personalProblem("2", "迟到", "早起")));
        String ledger = lastBatch();
        assertThat(pages.post(office, ledger + "/undo")).hasStatus(302);
        assertThat(problems()).isEmpty();
        assertThat(campaigns()).isZero();
        assertThat(pages.post(office, roster + "/undo")).hasStatus(302);
        assertThat(members()).isEqualTo(2);
        assertThat(words(pages.get(office, ledger))).contains("已撤销");
        assertThat(pages.post(office, ledger + "/undo")).hasStatus(409);
    }

    private String lastBatch() {
        return "/imports/"
                + jdbc.sql("select max(id) from import_batch").query(Long.class).single();
    }

    private long campaigns() {
        return jdbc.sql("select count(*) from campaign where issuer_id = :committee")
                .param("committee", committee.getId())
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("Once something of it has been changed it stays")
    void anImportSomebodyWorkedOnStays() {
        confirmed(office, LEDGER, Sheets.ledger(branchProblem("1", "等候时间长", "加开窗口")));
        String batch = lastBatch();
        report("问了三家");
        assertThat(pages.post(office, batch + "/undo"))
                .hasStatus(409)
                .bodyText()
                .contains("这次导入的内容已经有人改过，不能再撤销");
        assertThat(problems()).containsExactly("等候时间长");
        assertThat(words(pages.get(office, batch))).contains("已导入");
    }

    /** The owner reports on the measure of the first problem. */
    private void report(String progress) {
        long item = jdbc.sql("select min(id) from problem where branch_id = :branch")
                .param("branch", branch.getId())
                .query(Long.class)
                .single();
        long measure = jdbc.sql("select min(id) from measure where item_id = :item")
                .param("item", item)
                .query(Long.class)
                .single();
        assertThat(pages.post(secretary, "/ledger/" + item + "/measures/" + measure + "/report", "words", progress))
                .hasStatus(302);
    }

    @Test
    @DisplayName("Taking back a later version restores the texts and removes the measures it added")
    void anUpdateIsUndone() {
        confirmed(office, LEDGER, Sheets.ledger(branchProblem("1", "等候时间长", "加开窗口")));
        confirmed(
                office,
                LEDGER,
                Sheets.ledger(branchProblem("1", "等候时间太长", "加开窗口"), branchProblem("1", "等候时间太长", "延长门诊")));
        String update = lastBatch();
        assertThat(measures()).containsExactly("加开窗口", "延长门诊");
        assertThat(pages.post(office, update + "/undo")).hasStatus(302);
        assertThat(problems()).containsExactly("等候时间长");
        assertThat(measures()).containsExactly("加开窗口");
    }

    private List<String> measures() {
        return jdbc.sql("select text from measure where branch_id = :branch order by position")
                .param("branch", branch.getId())
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("An item that was closed here since is not opened again by taking an import back")
    void anUndoneImportOpensNothing() {
        LocalDate done = LocalDate.of(2023, 10, 1);
        confirmed(office, LEDGER, Sheets.ledger(branchProblem("1", "等候时间长", "加开窗口")));
        confirmed(
                office,
                LEDGER,
                Sheets.ledger(
                        row("1", "急诊科党支部", "党支部", null, "联系服务群众", "等候时间长", "加开窗口", "高庆安", DUE, "已完成", done, null)));
        String update = lastBatch();
        long item = jdbc.sql("select id from problem where branch_id = :branch")
                .param("branch", branch.getId())
                .query(Long.class)
                .single();
        assertThat(pages.post(office, "/ledger/" + item + "/approve")).hasStatus(302);
        assertThat(pages.post(office, update + "/undo")).hasStatus(409);
        assertThat(state()).isEqualTo("CLOSED");
    }

    @Test
    @DisplayName("7.17: what was edited here since is a conflict and stays; what was not is brought up to date")
    void aLaterVersionOfTheFileDoesNotOverwrite() {
        confirmed(
                office, LEDGER, Sheets.ledger(branchProblem("1", "等候时间长", "加开窗口"), branchProblem("2", "电话没人接", "排班")));
        report("问了三家");
        String batch = upload(
                office,
                LEDGER,
                Sheets.ledger(
                        row("1", "急诊科党支部", "党支部", null, "联系服务群众", "等候时间长", "加开窗口", "高庆安", DUE, "问了五家", null, null),
                        branchProblem("2", "电话经常没人接", "排班")));
        assertThat(words(pages.get(office, batch))).contains("有 1 处在系统里改过，又和表里的不一样，没有按表覆盖", "系统里改过，保留现在的", "电话经常没人接");
        pages.post(office, batch + "/confirm");
        assertThat(problems()).containsExactly("等候时间长", "电话经常没人接");
        assertThat(jdbc.sql("select progress from measure where branch_id = :branch and progress is not null")
                        .param("branch", branch.getId())
                        .query(String.class)
                        .list())
                .containsExactly("问了三家");
    }

    @Test
    @DisplayName("7.17: a state only ever moves on")
    void anOldFileMovesNoStateBack() {
        LocalDate done = LocalDate.of(2023, 10, 1);
        byte[] old = Sheets.ledger(branchProblem("1", "等候时间长", "加开窗口"));
        confirmed(office, LEDGER, old);
        confirmed(
                office,
                LEDGER,
                Sheets.ledger(
                        row("1", "急诊科党支部", "党支部", null, "联系服务群众", "等候时间长", "加开窗口", "高庆安", DUE, "已完成", done, done)));
        assertThat(state()).isEqualTo("CLOSED");
        String batch = upload(office, LEDGER, old);
        assertThat(words(pages.get(office, batch))).contains("不用导入");
        pages.post(office, batch + "/confirm");
        assertThat(state()).isEqualTo("CLOSED");
    }

    private String state() {
        return jdbc.sql("select state from rectification_item where branch_id = :branch")
                .param("branch", branch.getId())
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("7.18: of a personal row the office sees the place, not what stands there")
    void personalRowsAreVeiledToTheOffice() {
        confirmed(office, LEDGER, Sheets.ledger(branchProblem("0", "电话没人接", "排班")));
        Object[] wrong = personalProblem("2", "上班迟到三次", "每天早起半小时");
        wrong[7] = "周敬斌";
        String batch = upload(office, LEDGER, Sheets.ledger(branchProblem("1", "等候时间长", "加开窗口"), wrong));
        assertThat(words(pages.get(office, batch)))
                .contains("整改台账 第 3 行", "责任人", "H3")
                .doesNotContain("上班迟到三次", "每天早起半小时", "周敬斌", "周静斌");
        assertThat(words(pages.get(secretary, upload(secretary, LEDGER, Sheets.ledger(wrong)))))
                .contains("周敬斌");
    }

    @Test
    @DisplayName("7.18: changes of personal items are counted, not shown, to the office")
    void changesOfPersonalItemsAreVeiled() {
        confirmed(office, LEDGER, Sheets.ledger(personalProblem("2", "上班迟到三次", "每天早起半小时")));
        String batch = upload(office, LEDGER, Sheets.ledger(personalProblem("2", "上班迟到五次", "每天早起半小时")));
        assertThat(words(pages.get(office, batch))).contains("个人问题，不显示内容").doesNotContain("上班迟到三次", "上班迟到五次");
    }

    @Test
    @DisplayName("7.18: neither the file nor what stood in it is kept after confirmation, cancelling or a day")
    void nothingOfAFileIsKept() {
        byte[] file = Sheets.ledger(personalProblem("2", "上班迟到三次", "每天早起半小时"));
        confirmed(office, LEDGER, file);
        String again = upload(office, LEDGER, file);
        pages.post(office, again + "/cancel");
        String forgotten = upload(office, LEDGER, file);
        jdbc.sql("update import_batch set uploaded_at = uploaded_at - interval '25 hours' where id = :id")
                .param("id", id(forgotten))
                .update();
        imports.expire();
        assertThat(words(pages.get(office, forgotten))).contains("已取消或超过一天");
        assertThat(jdbc.sql("""
                                select count(*) from import_batch
                                where unit_id = :unit and (file_id is not null or preview::text like '%迟到%' or choices::text like '%迟到%')
                                """)
                        .param("unit", committee.getId())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from stored_file where owner_id = :owner")
                        .param("owner", office.accountId())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("One's own workbook comes back with the mistakes marked in a last column")
    void theMarkedWorkbook() throws IOException {
        String batch = upload(
                office,
                "名册.xlsx",
                Sheets.roster(
                        row("罗颖", "女", null, "急诊科党支部", "正式党员", null, null, null, null),
                        row("方洁", "女", null, "急珍科党支部", "正式党员", null, null, null, null)));
        MvcTestResult answer = pages.get(office, batch + "/marked.xlsx");
        try (XSSFWorkbook marked =
                new XSSFWorkbook(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            List<List<String>> rows = StreamSupport.stream(marked.getSheet("党员").spliterator(), false)
                    .map(line -> StreamSupport.stream(line.spliterator(), false)
                            .map(Cell::toString)
                            .toList())
                    .toList();
            assertThat(rows.get(0)).contains("姓名", "错误说明（系统添加）");
            assertThat(rows.get(1)).contains("罗颖").noneMatch(cell -> cell.contains("党支部”"));
            assertThat(String.join("", rows.get(2))).contains("方洁", "是不是“急诊科党支部”？");
        }
    }

    @Test
    @DisplayName("A secretary brings the ledger of the own branch only, and no roster of units")
    void aSecretaryImportsTheOwnBranch() {
        OrgUnit other = people.branch(committee, "骨科党支部");
        confirmed(office, LEDGER, Sheets.ledger(branchProblem("1", "等候时间长", "加开窗口")));
        byte[] theirs =
                Sheets.ledger(row("9", "骨科党支部", "党支部", null, "联系服务群众", "别人的", "别人的", "高庆安", DUE, null, null, null));
        assertThat(words(pages.get(secretary, upload(secretary, LEDGER, theirs))))
                .contains("整改台账 第 2 行", "骨科党支部");
        confirmed(secretary, LEDGER, Sheets.ledger(branchProblem("2", "电话没人接", "排班")));
        assertThat(problems()).containsExactly("等候时间长", "电话没人接");
        byte[] units =
                Sheets.workbook("党组织", row("党组织名称", "上级党组织", "类别", "支部类型"), row("新支部", "急诊科党支部", "党支部", "普通党支部"));
        assertThat(words(pages.get(secretary, upload(secretary, "党组织.xlsx", units))))
                .contains("没有找到能导入的工作表");
        assertThat(jdbc.sql("select count(*) from problem where branch_id = :branch")
                        .param("branch", other.getId())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("Somebody else's upload is not found: another tree's, another branch's, the office's to a branch")
    void foreignUploadsAreNotFound() {
        String batch =
                upload(office, "名册.xlsx", Sheets.roster(row("罗颖", "女", null, "无", "正式党员", null, null, null, null)));
        SignedInUser stranger = people.office(people.committee());
        for (SignedInUser user : List.of(stranger, secretary)) {
            assertThat(pages.get(user, batch)).hasStatus(404);
            assertThat(pages.get(user, batch + "/marked.xlsx")).hasStatus(404);
            for (String action : List.of("/choices", "/confirm", "/cancel", "/undo")) {
                assertThat(pages.post(user, batch + action)).hasStatus(404);
            }
        }
    }

    @Test
    void theTemplatesAreWorkbooksThatImport() throws IOException {
        for (String name : List.of("roster", "ledger")) {
            byte[] template = pages.get(office, "/imports/templates/" + name + ".xlsx")
                    .getResponse()
                    .getContentAsByteArray();
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
                assertThat(workbook.getNumberOfSheets()).isPositive();
            }
        }
        assertThat(pages.get(office, "/imports/templates/none.xlsx")).hasStatus(404);
    }

    private List<ToDo> toDosAbout(String file) {
        return toDos.of(office, office.scope()).stream()
                .filter(toDo -> toDo.arguments().contains(file))
                .toList();
    }

    private String standing(String file) {
        String list = words(pages.get(office, "/imports"));
        return list.substring(list.indexOf(file));
    }

    @Test
    @DisplayName("The list says what each check came to, and only what can go on is a to-do")
    void anUploadStandsByWhatItsCheckCameTo() {
        upload(office, LEDGER, Sheets.ledger(branchProblem("1", "候诊时间长", "公布候诊时间")));
        upload(office, "近.xlsx", Sheets.roster(row("罗颖", "女", null, "急珍科党支部", "正式党员", null, null, null, null)));
        upload(office, "错.xlsx", Sheets.roster(row("罗颖", "女", "某天", "急诊科党支部", "正式党员", null, null, null, null)));
        String unreadable = upload(office, "坏.xlsx", "not a workbook".getBytes(StandardCharsets.UTF_8));

        assertThat(standing(LEDGER)).contains("待确认");
        assertThat(standing("近.xlsx")).contains("有错误待改正");
        assertThat(standing("错.xlsx")).contains("有错误，改好重传");
        assertThat(standing("坏.xlsx")).contains("不能读取");
        assertThat(toDosAbout(LEDGER)).extracting(ToDo::kind).containsExactly(ToDoKind.IMPORT);
        assertThat(toDosAbout("近.xlsx")).extracting(ToDo::kind).containsExactly(ToDoKind.IMPORT_CORRECT);
        assertThat(toDosAbout("错.xlsx")).isEmpty();
        assertThat(toDosAbout("坏.xlsx")).isEmpty();

        jdbc.sql("update import_batch set uploaded_at = uploaded_at - interval '2 days' where id = :id")
                .param("id", Long.valueOf(unreadable.substring(unreadable.lastIndexOf('/') + 1)))
                .update();
        imports.expire();
        assertThat(standing("坏.xlsx")).contains("已过期");
    }

    @Test
    @DisplayName("A template that comes back as it went out is told to be blank, and its own sheets are no strangers")
    void aBlankTemplateIsToldToBeBlank() throws IOException {
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        imports.writeTemplate("roster", Role.PARTY_OFFICE, template);
        String blank = upload(office, "名册模板.xlsx", template.toByteArray());
        assertThat(words(pages.get(office, blank)))
                .contains("表里还没有填内容", "请从表头的下一行起填好，保存后再上传")
                .doesNotContain("0 行会一起导入", "填写说明", "可选内容", "要改的");
        assertThat(standing("名册模板.xlsx")).contains("还没有填");
        assertThat(toDosAbout("名册模板.xlsx")).isEmpty();
    }

    @Test
    @DisplayName("A template of which one sheet is filled in is taken; the other one is no mistake")
    void aSheetLeftBlankIsNoMistake() throws IOException {
        ByteArrayOutputStream template = new ByteArrayOutputStream();
        imports.writeTemplate("roster", Role.PARTY_OFFICE, template);
        long before = members();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template.toByteArray()))) {
            XSSFSheet roster = workbook.getSheet("党员");
            Map<String, String> person = Map.of("姓名*", "罗颖", "所在党组织*", "急诊科党支部", "党员类别*", "正式党员", "入党日期", "2010-07-01");
            roster.createRow(1);
            for (Cell head : roster.getRow(0)) {
                String value = person.get(head.getStringCellValue());
                if (value != null) {
                    roster.getRow(1).createCell(head.getColumnIndex()).setCellValue(value);
                }
            }
            confirmed(office, "名册.xlsx", Sheets.bytes(workbook));
        }
        assertThat(members()).isEqualTo(before + 1);
    }
}
