package org.orglife.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;
import static org.orglife.excel.Workbooks.row;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.Statements;
import org.orglife.account.SignedInUser;
import org.orglife.excel.Workbooks;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PositionKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rosters whose rows cannot be right, each by itself or together: the mistake is named in its cell, with what to do,
 * where the database would only have said no.
 */
@FullApplicationTest
class OddRosterTests {

    private static final Object[] UNITS = row("党组织名称", "上级党组织", "类别", "支部类型", "成立日期", "换届日期", "组织代码");
    private static final Object[] MEMBERS =
            row("姓名", "出生日期", "所在党组织", "党小组", "党员类别", "党籍状态", "党内职务", "入党日期", "转正日期", "人员编号", "手机号");
    private static final LocalDate BORN = LocalDate.of(1980, 1, 2);
    private static final LocalDate JOINED = LocalDate.of(2005, 7, 1);

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
        people.seated(people.branch(committee, "急诊科党支部"), "高庆安", PositionKind.SECRETARY);
        people.branch(committee, "检验科党支部");
        office = people.office(committee);
    }

    private static @Nullable Object[] member(String name, @Nullable Object... rest) {
        @Nullable Object[] row = row(name, BORN, "急诊科党支部", null, "正式党员", null, null, JOINED, null, null, null);
        for (int at = 0; at < rest.length; at += 2) {
            Integer column = (Integer) rest[at];
            if (column != null) {
                row[column] = rest[at + 1];
            }
        }
        return row;
    }

    private static byte[] members(@Nullable Object[]... rows) {
        return workbook("党员", MEMBERS, rows);
    }

    private static byte[] units(@Nullable Object[]... rows) {
        return workbook("党组织", UNITS, rows);
    }

    private static byte[] workbook(String sheet, Object[] head, @Nullable Object[]... rows) {
        @Nullable Object[][] all = new @Nullable Object[rows.length + 1][];
        all[0] = head;
        System.arraycopy(rows, 0, all, 1, rows.length);
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Workbooks.fill(workbook.createSheet(sheet), all);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The page that follows the upload names the place, what is wrong and what to do; nothing was saved. */
    private void refused(byte[] file, String... sentences) {
        long before = saved();
        String page = words(pages.follow(office, redirect(pages.upload(office, "/imports", "名册.xlsx", file))));
        assertThat(page).contains(sentences);
        assertThat(saved()).isEqualTo(before);
    }

    private void accepted(byte[] file) {
        String preview = redirect(pages.upload(office, "/imports", "名册.xlsx", file));
        assertThat(words(pages.follow(office, preview))).doesNotContain("处要改");
        pages.post(office, preview + "/confirm");
    }

    private long saved() {
        return jdbc.sql("""
                        select (select count(*) from org_unit where path like :path || '%')
                          + (select count(*) from membership ms join org_unit b on b.id = ms.branch_id
                              where b.path like :path || '%')
                        """)
                .param("path", committee.getPath())
                .query(Long.class)
                .single();
    }

    @Test
    void unknownKinds() {
        refused(units(row("新党支部", committee.getName(), "支部委", null, null, null, null)), "类别", "C2");
        refused(units(row("新党支部", committee.getName(), "党支部", "先锋支部", null, null, null)), "支部类型", "D2");
        refused(members(member("静")), "姓名", "A2", "姓名只有一个字", "请写全名");
        refused(members(member("周静斌", 4, "群众")), "党员类别", "E2");
        refused(members(member("周静斌", 5, "休假")), "党籍状态", "F2");
        refused(members(member("周静斌", 6, "科主任")), "没有“科主任”这个职务");
    }

    @Test
    void datesThatCannotBe() {
        refused(members(member("周静斌", 1, "1980年13月1日")), "B2", "没有这个日期");
        refused(members(member("周静斌", 1, LocalDate.of(2006, 1, 1))), "入党日期早于出生日期", "H2");
        refused(members(member("周静斌", 1, LocalDate.of(2030, 1, 1), 7, null)), "晚于今天");
        refused(members(member("周静斌", 7, LocalDate.of(1920, 1, 1), 1, null)), "早于 1921 年 7 月");
        refused(members(member("周静斌", 8, LocalDate.of(2004, 7, 1))), "转正日期早于入党日期", "I2");
        refused(members(member("周静斌", 4, "预备党员", 8, LocalDate.of(2006, 7, 1))), "预备党员还没有转正日期");
        LocalDate founded = LocalDate.of(2016, 2, 1);
        refused(
                units(row("新党支部", committee.getName(), "党支部", null, founded, founded.minusDays(1), null)),
                "换届日期早于成立日期",
                "F2");
    }

    @Test
    void theSamePersonOrCodeTwice() {
        refused(members(member("周静斌"), member("周静斌")), "和第 2 行重复");
        refused(members(member("周静斌"), member("周静斌", 2, "检验科党支部")), "和第 2 行重复");
        refused(members(member("周静斌", 9, "A1"), member("田军", 9, "A1")), "和第 2 行的人员编号相同", "J3");
        accepted(members(member("周静斌", 9, "B1-" + committee.getId())));
        refused(members(member("田军", 9, "B1-" + committee.getId(), 2, "检验科党支部")), "他现在登记在“急诊科党支部”");
    }

    @Test
    void seatsThatOnlyOneMayHold() {
        refused(members(member("周静斌", 6, "支部书记"), member("田军", 6, "书记")), "这个职务已经写给周静斌了");
        refused(members(member("周静斌", 6, "党小组组长")), "党小组组长没有写党小组");
    }

    @Test
    void theSameSeatWrittenTwiceIsOneSeat() {
        accepted(members(member("周静斌", 6, "组织委员、组织委员"), member("田军", 6, "青年委员")));
        assertThat(jdbc.sql("""
                                select string_agg(p.kind || coalesce(p.title, ''), ',' order by p.kind, p.title)
                                from position p join org_unit u on u.id = p.unit_id
                                where u.path like :path || '%' and p.until_on is null
                                """)
                        .param("path", committee.getPath())
                        .query(String.class)
                        .single())
                .isEqualTo("ORGANISATION,OTHER青年委员,SECRETARY");
    }

    @Test
    void unknownBranches() {
        refused(members(member("周静斌", 2, "急诊科支部")), "系统里没有这个党支部", "C2", "急诊科党支部");
        refused(units(row("新党支部", "不存在的党总支", "党支部", null, null, null, null)), "没有这个上级党组织");
        refused(members(member("周静斌", 10, "没有电话")), "不像电话号码");
    }

    @Test
    void unitsThatAreThereAlready() {
        refused(units(row("急诊科党支部", committee.getName(), "党总支", null, null, null, null)), "系统里它是党支部");
        refused(
                units(
                        row("临床党总支", committee.getName(), "党总支", null, null, null, null),
                        row("急诊科党支部", "临床党总支", "党支部", null, null, null, null)),
                "它现在的上级是“" + committee.getName() + "”");
        refused(
                units(
                        row("甲党支部", committee.getName(), "党支部", null, null, null, "C1-" + committee.getId()),
                        row("乙党支部", committee.getName(), "党支部", null, null, null, "C1-" + committee.getId())),
                "这个组织代码已被别的党组织使用",
                "G3");
        refused(units(row("某党小组", committee.getName(), "党小组", null, null, null, null)), "不能设在");
    }

    @Test
    void everyBranchMayHaveAFirstGroup() {
        accepted(units(
                row("第1党小组", "急诊科党支部", "党小组", null, null, null, null),
                row("第1党小组", "检验科党支部", "党小组", null, null, null, null)));
        assertThat(jdbc.sql("select count(*) from org_unit where kind = 'GROUP' and path like :path || '%'")
                        .param("path", committee.getPath())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatIsRightByItselfMayBeWrongTogether() {
        accepted(members(member("周静斌", 8, LocalDate.of(2006, 7, 1))));
        refused(members(member("周静斌", 4, "预备党员", 8, null)), "预备党员还没有转正日期");
    }

    @Test
    @DisplayName(
            "7.17: a blank cell leaves the usual value; filled in later it is taken over, for nobody edited it here")
    void whatABlankCellLeftIsTakenOverLater() {
        accepted(members(member("王一")));
        String preview = redirect(pages.upload(office, "/imports", "名册.xlsx", members(member("王一", 5, "失联"))));
        assertThat(words(pages.follow(office, preview))).contains("正常", "失联").doesNotContain("系统里改过", "NORMAL");
        pages.post(office, preview + "/confirm");
        assertThat(jdbc.sql("""
                                select m.standing from member m join membership s on s.member_id = m.id
                                join org_unit u on u.id = s.branch_id where m.name = '王一' and u.parent_id = :committee
                                """)
                        .param("committee", committee.getId())
                        .query(String.class)
                        .single())
                .isEqualTo("OUT_OF_CONTACT");
    }

    @Test
    @DisplayName("A check writes nobody, and a long roster sends no more statements than a short one")
    void statementsDoNotGrowWithTheRoster() {
        assertThat(statementsFor("赵", 5)).isEqualTo(statementsFor("钱", 90));
    }

    private int statementsFor(String surname, int many) {
        @Nullable
        Object[][] rows = IntStream.range(0, many)
                .mapToObj(i -> member(surname + "一二三四五六七八九十".charAt(i % 10) + "甲乙丙丁戊己庚辛壬癸".charAt(i / 10), 6, "安全委员"))
                .toArray(Object[][]::new);
        Statements.reset();
        String preview = redirect(pages.upload(office, "/imports", "名册.xlsx", members(rows)));
        assertThat(Statements.texts()).noneMatch(text -> text.contains("insert into member"));
        pages.post(office, preview + "/confirm");
        int count = Statements.count();
        assertThat(jdbc.sql("""
                                select count(*) from membership ms join member m on m.id = ms.member_id
                                join position p on p.member_id = m.id and p.unit_id = ms.branch_id
                                join org_unit b on b.id = ms.branch_id
                                where b.path like :path || '%' and m.name like :name || '%' and p.title = '安全委员'
                                """)
                        .param("path", committee.getPath())
                        .param("name", surname)
                        .query(Integer.class)
                        .single())
                .isEqualTo(many);
        return count;
    }
}
