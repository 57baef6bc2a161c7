package org.orglife.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;
import static org.orglife.excel.Workbooks.row;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.orglife.excel.Workbooks;
import org.orglife.organisation.OrgUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sheets 会议 and 参会人员: what they bring, what they refuse, what they count, that they come twice and go again. */
@FullApplicationTest
class MeetingImportTests {

    private static final String BRANCH = "呼吸内科党支部";
    private static final LocalDate DAY = TestClock.TODAY.minusDays(8);
    private static final Object[] MEETING_HEAD = row("党支部", "会议日期", "开始时间", "结束时间", "地点", "主持人", "记录人", "应到", "实到");
    private static final Object[] PEOPLE_HEAD = row("党支部", "姓名", "参会身份", "出席情况", "备注");
    private static final String NOTHING_NEW = "表里的内容系统里都有了，不用导入";

    @Autowired
    BranchesAtWork branches;

    @Autowired
    People people;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;

    @BeforeEach
    void aBranch() {
        branch = branches.branch(BRANCH);
    }

    private static @Nullable Object[] meeting(@Nullable Object... differing) {
        @Nullable Object[] row = row(BRANCH, DAY, "14:30", "17:10", "呼吸内科会议室", "于光燕", "余庆清", null, null);
        for (int at = 0; at < differing.length; at += 2) {
            row[((Number) Objects.requireNonNull(differing[at])).intValue()] = differing[at + 1];
        }
        return row;
    }

    private static @Nullable Object[] person(String name, @Nullable Object... rest) {
        @Nullable Object[] row = row(BRANCH, name, null, null, null);
        System.arraycopy(rest, 0, row, 2, rest.length);
        return row;
    }

    /** Five members there, one on leave, two in no row; five guests. */
    private static @Nullable Object[][] everybody() {
        return new @Nullable Object[][] {
            person("于光燕", "党员", "出席"),
            person("余庆清", "党员", "到会"),
            person("梁梦清", "以普通党员身份参加", "出席"),
            person("康国斌"),
            person("周静斌", "正式党员", "出席"),
            person("罗颖", "党员", "请假", "因病住院，请病假"),
            person("汤林", "列席联系点支部", "出席", "督导指导"),
            person("沈光涛", "督导组", "出席", "市委组织部"),
            person("秦玉和", "列席（督导组）", "出席", "市委组织部"),
            person("王芳", "服务对象代表", "出席", "患者"),
            person("王芳", "党外代表", "出席", "社区"),
            person("郝清", "工作人员", "出席")
        };
    }

    private static byte[] workbook(@Nullable Object[][] meetings, @Nullable Object[][] people) {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            if (meetings.length > 0) {
                fill(workbook.createSheet("会议"), MEETING_HEAD, meetings);
            }
            if (people.length > 0) {
                fill(workbook.createSheet("参会人员"), PEOPLE_HEAD, people);
            }
            return bytes(workbook);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }

    private static void fill(XSSFSheet sheet, Object[] head, @Nullable Object[]... rows) {
        @Nullable Object[][] all = new @Nullable Object[rows.length + 1][];
        all[0] = head;
        System.arraycopy(rows, 0, all, 1, rows.length);
        Workbooks.fill(sheet, all);
    }

    private static @Nullable Object[][] of(@Nullable Object[]... rows) {
        return rows;
    }

    private String upload(SignedInUser user, byte[] file) {
        return redirect(pages.upload(user, "/imports", "会议.xlsx", file));
    }

    private String preview(byte[] file) {
        return words(pages.get(branch.secretary(), upload(branch.secretary(), file)));
    }

    private String take(byte[] file) {
        String batch = upload(branch.secretary(), file);
        assertThat(pages.post(branch.secretary(), batch + "/confirm")).hasStatus(302);
        return batch;
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table + " where branch_id = :branch")
                .param("branch", branch.unit().getId())
                .query(Long.class)
                .single();
    }

    private String state() {
        return jdbc.sql("select state from branch_task where id = :task")
                .param("task", branch.task())
                .query(String.class)
                .single();
    }

    private void figures(String json) {
        assertThat(pages.json(branch.office(), "/campaigns/{id}/figures", branch.campaign()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(json);
    }

    private String rows(SignedInUser user, String metric) {
        return words(pages.get(user, "/tasks/{id}/meeting-figures/{m}", branch.task(), metric));
    }

    @Test
    @DisplayName("A meeting comes with everybody who was there, on leave, absent or a guest, and is counted")
    void meetingComesWithItsPeople() {
        byte[] file = workbook(of(meeting(7, 7, 8, 6)), everybody());
        String preview = preview(file);
        assertThat(preview)
                .contains("名册上另有 2 名党员没有写，按缺席统计，没有原因：欧阳若溪、夏荣涛", "如果来了或请了假，在表里补上")
                .contains("表里写应到 7 人，按名册和参会人员算是 8 人", "表里写实到 6 人，按参会人员算是 5 人");
        assertThat(words(pages.get(branch.office(), upload(branch.office(), file))))
                .contains("名册上另有 2 名党员没有写，按缺席统计，没有原因")
                .doesNotContain("欧阳若溪", "夏荣涛");
        assertThat(count("held_meeting")).isZero();
        take(file);

        figures("""
                {"M01": 1, "M02": 1, "M03": 5, "M04a": 1, "M04b": 2, "M12": 1, "M13": 0, "M14": 3, "M14b": 1, "M20a": 2, "M20b": 1}
                """);
        assertThat(state()).isEqualTo("RECTIFYING");
        Map<String, Object> held =
                jdbc.sql("""
                        select h.phase, h.committee_size, h.held_on, h.recorded_on, (h.ended_at - h.started_at)::text "lasts", s.code is not null code
                        from held_meeting h join sitting s on s.meeting_id = h.id where h.branch_id = :branch and s.ended_at = h.ended_at
                        """).param("branch", branch.unit().getId()).query().singleRow();
        assertThat(held)
                .containsEntry("phase", "RECORD_SIGNED")
                .containsEntry("committee_size", 4)
                .containsEntry("lasts", "02:40:00");
        assertThat(jdbc.sql("""
                        select a.name || ' ' || a.capacity || ' ' || a.status || ' ' || coalesce(a.reason, a.signed_how, '-') || ' ' || coalesce(a.unit, '-')
                        from attendance a where a.branch_id = :branch order by a.id
                        """)
                        .param("branch", branch.unit().getId())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "于光燕 MEMBER PRESENT LIST -",
                        "余庆清 MEMBER PRESENT LIST -",
                        "梁梦清 LEADER_AS_ORDINARY_MEMBER PRESENT LIST -",
                        "康国斌 MEMBER PRESENT LIST -",
                        "周静斌 MEMBER PRESENT LIST -",
                        "罗颖 MEMBER EXCUSED SICK -",
                        "汤林 CONTACT_LEADER PRESENT LIST -",
                        "沈光涛 SUPERVISOR PRESENT LIST 市委组织部",
                        "秦玉和 SUPERVISOR PRESENT LIST 市委组织部",
                        "王芳 OUTSIDE_REP PRESENT LIST 患者",
                        "王芳 OUTSIDE_REP PRESENT LIST 社区",
                        "郝清 STAFF PRESENT LIST -",
                        "欧阳若溪 MEMBER ABSENT - -",
                        "夏荣涛 MEMBER ABSENT - -");
    }

    @Test
    @DisplayName("Each figure opens its rows; superiors see numbers, and names only of those who sat in")
    void figuresOpenTheirRows() {
        take(workbook(of(meeting()), everybody()));
        SignedInUser member = branch.member();
        assertThat(rows(member, "M01")).contains("已召开组织生活会", "合计 1 个", "2023年10月12日", "呼吸内科会议室", "于光燕");
        assertThat(rows(member, "M03")).contains("合计 5 名", "人员 5", "梁梦清", "周静斌").doesNotContain("罗颖");
        assertThat(rows(member, "M04a")).contains("合计 1 名", "人员 1", "罗颖").doesNotContain("病假");
        assertThat(rows(member, "M04b")).contains("合计 2 名", "人员 2", "欧阳若溪", "夏荣涛");
        assertThat(rows(member, "M12")).contains("合计 1 人次", "人员 1", "梁梦清");
        assertThat(rows(member, "M13")).contains("合计 0 条");
        assertThat(rows(member, "M14")).contains("合计 3 次", "人员 3", "汤林", "沈光涛", "秦玉和", "市委组织部");
        assertThat(rows(member, "M14b")).contains("合计 1 个", "沈光涛", "秦玉和").doesNotContain("汤林");
        assertThat(rows(member, "M20a")).contains("合计 2 人次", "人员 2", "王芳", "患者", "社区");
        assertThat(rows(member, "M20b")).contains("合计 1 场", "2023年10月12日");
        for (SignedInUser superior : List.of(branch.office(), branch.leader(), branch.supervisor())) {
            for (String metric : List.of("M01", "M03", "M04a", "M04b", "M12", "M20a", "M20b")) {
                assertThat(rows(superior, metric))
                        .as(metric)
                        .contains("2023年10月12日")
                        .doesNotContain("罗颖", "欧阳若溪", "周静斌", "病假", "王芳");
            }
            assertThat(rows(superior, "M14")).contains("汤林", "沈光涛", "秦玉和");
        }
        assertThat(pages.get(member, "/tasks/{id}/meeting-figures/M08", branch.task()))
                .hasStatus(404);
        assertThat(words(pages.get(branch.office(), "/campaigns/{id}", branch.campaign())))
                .contains("已召开组织生活会", "应召开 1 个，完成率 100.0%", "参加组织生活会", "领导以普通党员身份参加", "列席联系点、督导指导");
    }

    /** What is wrong with a workbook, on the page of its preview. Nothing is kept. */
    private void refused(byte[] file, String... sentences) {
        assertThat(preview(file)).contains(sentences);
        String batch = upload(branch.secretary(), file);
        assertThat(body(pages.get(branch.secretary(), batch))).doesNotContain("/confirm\"");
        assertThat(count("held_meeting")).isZero();
    }

    @Test
    @DisplayName("Each wrong row of 会议 is named with what to do")
    void wrongMeetingsAreRefused() {
        OrgUnit other = people.branch(branch.committee(), "骨科党支部");
        people.member(other, "曾嘉辉");
        refused(workbook(of(meeting(1, TestClock.TODAY.plusDays(1))), everybody()), "会议日期晚于今天", "改成已经开过的会的日期；还没有开的先不填");
        refused(workbook(of(meeting(1, TestClock.TODAY)), everybody()), "会议还没有结束", "等会议结束后再导入");
        for (String end : List.of("14:30", "13:10", "20:31")) {
            refused(
                    workbook(of(meeting(2, "20:31".equals(end) ? "20:32" : "14:30", 3, end)), everybody()),
                    "结束时间不晚于开始时间",
                    "核对两个时间；开过半夜的会，从开始到结束不超过 6 小时");
        }
        refused(workbook(of(meeting(2, "两点半")), everybody()), "看不出是几点", "按 14:30 这样填");
        refused(workbook(of(meeting(2, 0.6)), everybody()), "看不出是几点");
        refused(workbook(of(meeting(5, "于光艳")), everybody()), "本支部没有这名党员", "是不是“于光燕”？");
        refused(workbook(of(meeting(6, "曾嘉辉")), everybody()), "本支部没有这名党员", "改成本支部党员的姓名；新党员请先导入名册");
        refused(workbook(of(meeting(0, "眼科党支部")), everybody()), "系统里没有这个党支部");
        refused(workbook(of(meeting(), meeting(1, DAY.minusDays(1))), everybody()), "这个支部的会议写了两次", "再次召开的会请在系统里登记");
        refused(
                workbook(of(meeting(1, LocalDate.of(2019, 12, 31))), everybody()),
                "开会那天，这个人不是本支部党员",
                "核对姓名和会议日期；不是本支部的党员，参会身份写列席、督导组或列席联系点支部");
        refused(workbook(of(meeting(4, null)), everybody()), "会议 第 2 行", "地点");
    }

    @Test
    @DisplayName("Each wrong row of 参会人员 is named with what to do")
    void wrongPeopleAreRefused() {
        OrgUnit other = people.branch(branch.committee(), "骨科党支部");
        people.member(other, "曾嘉辉");
        @Nullable Object[][] meeting = of(meeting());
        refused(workbook(meeting, of(person("罗影"))), "本支部没有这名党员", "是不是“罗颖”？");
        refused(workbook(meeting, of(person("曾嘉辉", "党员", "出席"))), "本支部没有这名党员");
        refused(
                workbook(meeting, of(person("于光燕"), person("罗颖"), person("于光燕", "党员", "请假"))),
                "这个人写了两次，第 2 行已经有了",
                "删去多写的一行");
        refused(workbook(meeting, of(person("汤林", "督导组"), person("汤林", "列席"))), "这个人写了两次，第 2 行已经有了");
        refused(workbook(meeting, of(person("汤林", "督导组", "请假"))), "列席的人没有请假和缺席", "没有来的列席人员，删去这一行");
        refused(workbook(meeting, of(person("于光燕", "党元"))), "党元", "党员");
        refused(workbook(meeting, of(person("于光燕", "党员", "迟到"))), "迟到");
        refused(workbook(of(), everybody()), "没有这个支部的会议", "在同一个文件的“会议”表里写上这个支部的会议");
        String wrongMeeting = preview(workbook(of(meeting(5, "于光艳")), everybody()));
        assertThat(wrongMeeting).contains("于光艳").doesNotContain("没有这个支部的会议");
    }

    @Test
    @DisplayName("Who left the branch before that day, or came later, was not there as a member")
    void enrolmentIsThatOfTheDay() {
        OrgUnit unit = branch.unit();
        long left = people.member(unit, "蒋世勇").getId();
        jdbc.sql("update membership set until_on = :day, end_reason = 'TRANSFERRED_OUT' where member_id = :id")
                .param("day", DAY.minusDays(1))
                .param("id", left)
                .update();
        long came = people.member(unit, "贾明康").getId();
        jdbc.sql("update membership set from_on = :day where member_id = :id")
                .param("day", DAY.plusDays(1))
                .param("id", came)
                .update();
        for (String name : List.of("蒋世勇", "贾明康")) {
            refused(workbook(of(meeting()), of(person("于光燕"), person(name))), "开会那天，这个人不是本支部党员");
        }
        // and nobody who was not in it counts as absent
        assertThat(preview(workbook(of(meeting()), everybody()))).contains("名册上另有 2 名党员没有写");
    }

    @Test
    @DisplayName("A meeting may go on past midnight; times may be cells of Excel")
    void timesOfDay() throws IOException {
        byte[] file;
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill(workbook.createSheet("会议"), MEETING_HEAD, of(meeting(2, 23.5 / 24, 3, 0.5 / 24)));
            CellStyle time = workbook.createCellStyle();
            time.setDataFormat(workbook.createDataFormat().getFormat("h:mm"));
            List.of(2, 3)
                    .forEach(at -> workbook.getSheetAt(0).getRow(1).getCell(at).setCellStyle(time));
            fill(workbook.createSheet("参会人员"), PEOPLE_HEAD, everybody());
            file = bytes(workbook);
        }
        take(file);
        assertThat(jdbc.sql("""
                        select to_char(started_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') || ' '
                          || to_char(ended_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') from held_meeting where branch_id = :branch
                        """)
                        .param("branch", branch.unit().getId())
                        .query(String.class)
                        .single())
                .isEqualTo("2023-10-12 23:30 2023-10-13 00:30");
        assertThat(preview(file)).contains(NOTHING_NEW);
    }

    @Test
    @DisplayName(
            "The same file again changes nothing; another one about the same meeting overwrites nothing and is shown")
    void whatIsThereStays() {
        byte[] file = workbook(of(meeting()), everybody());
        take(file);
        assertThat(preview(file)).contains(NOTHING_NEW);
        @Nullable Object[][] others = Arrays.copyOf(everybody(), everybody().length + 1);
        others[1] = person("余庆清", "党员", "缺席");
        others[others.length - 1] = person("欧阳若溪", "党员", "出席");
        byte[] changed = workbook(of(meeting(4, "二楼会议室")), others);
        String shown = preview(changed);
        assertThat(shown).contains("有 3 处在系统里改过，又和表里的不一样，没有按表覆盖。").contains("呼吸内科会议室", "二楼会议室", "余庆清", "出席，缺席", "欧阳若溪");
        assertThat(jdbc.sql("select status from attendance where branch_id = :branch and name = '余庆清'")
                        .param("branch", branch.unit().getId())
                        .query(String.class)
                        .single())
                .isEqualTo("PRESENT");
        // what was corrected here since is not brought back by the file it came with
        jdbc.sql("update attendance set status = 'ABSENT', signed_how = null, signed_at = null, version = version + 1"
                        + " where branch_id = :branch and name = '余庆清'")
                .param("branch", branch.unit().getId())
                .update();
        assertThat(preview(file)).contains(NOTHING_NEW);
    }

    @Test
    @DisplayName("A meeting may come first and its people later, each is taken back by itself")
    void peopleComeLater() {
        byte[] alone = workbook(of(meeting(7, 8, 8, 5)), of());
        assertThat(preview(alone)).contains("“参会人员”里没有这个支部的人", "补上参会人员；不补也可以导入，但不统计应到和实到");
        String meeting = take(alone);
        figures("{\"M01\": 1, \"M03\": 0, \"M04b\": 0}");
        String later = take(workbook(of(), everybody()));
        figures("{\"M01\": 1, \"M03\": 5, \"M04b\": 2}");
        assertThat(pages.post(branch.secretary(), meeting + "/undo")).hasStatus(409);
        assertThat(pages.post(branch.secretary(), later + "/undo")).hasStatus(302);
        figures("{\"M01\": 1, \"M03\": 0, \"M04b\": 0, \"M14\": 0}");
        assertThat(pages.post(branch.secretary(), meeting + "/undo")).hasStatus(302);
        assertThat(count("held_meeting") + count("org_life_meeting")).isZero();
    }

    @Test
    @DisplayName("Of two sheets that do not name the same branches, the one without people is named")
    void branchWithoutPeopleIsNamed() {
        OrgUnit other = people.branch(branch.committee(), "骨科党支部");
        people.member(other, "曾嘉辉");
        jdbc.sql("""
                        insert into branch_task (id, campaign_id, branch_id, state, last_activity_at)
                        select nextval('branch_task_seq'), :campaign, :branch, 'CREATED', now()
                        where not exists (select 1 from branch_task where campaign_id = :campaign and branch_id = :branch)
                        """)
                .param("campaign", branch.campaign())
                .param("branch", other.getId())
                .update();
        byte[] file = workbook(of(meeting(), meeting(0, "骨科党支部", 5, "曾嘉辉", 6, null)), everybody());
        assertThat(words(pages.get(branch.office(), upload(branch.office(), file))))
                .contains("会议 第 3 行", "“参会人员”里没有这个支部的人");
    }

    @Test
    @DisplayName("An import is taken back with all it brought, unless something of it was changed since")
    void importIsUndone() {
        String before = state();
        byte[] file = workbook(of(meeting()), everybody());
        String batch = take(file);
        assertThat(pages.post(branch.secretary(), batch + "/undo")).hasStatus(302);
        assertThat(count("held_meeting") + count("org_life_meeting") + count("sitting") + count("attendance"))
                .isZero();
        assertThat(state()).isEqualTo(before);
        figures("{\"M01\": 0, \"M03\": 0, \"M04a\": 0, \"M04b\": 0, \"M14\": 0}");

        String again = take(file);
        jdbc.sql("update attendance set version = version + 1 where branch_id = :branch and name = '罗颖'")
                .param("branch", branch.unit().getId())
                .update();
        assertThat(pages.post(branch.secretary(), again + "/undo")).hasStatus(409);
        assertThat(count("attendance")).isEqualTo(14);
        jdbc.sql("update attendance set version = version - 1 where branch_id = :branch and name = '罗颖'")
                .param("branch", branch.unit().getId())
                .update();
        // something that hangs on the meeting keeps it
        jdbc.sql("""
                        insert into agenda_item (id, branch_id, meeting_id, position, type, title, must, state)
                        select nextval('agenda_item_seq'), branch_id, id, 1, 'OTHER', '其他', false, 'OPEN' from held_meeting where branch_id = :branch
                        """).param("branch", branch.unit().getId()).update();
        assertThat(pages.post(branch.secretary(), again + "/undo")).hasStatus(409);
        assertThat(count("attendance")).isEqualTo(14);
    }

    @Test
    @DisplayName(
            "A meeting that was scheduled here is the one that is held; the import takes only its record back; a committee expects its own")
    void scheduledMeetingIsHeld() {
        jdbc.sql("""
                        insert into org_life_meeting (id, branch_id, task_id, number, form)
                        values (nextval('org_life_meeting_seq'), :branch, :task, 1, 'COMMITTEE')
                        """)
                .param("branch", branch.unit().getId())
                .param("task", branch.task())
                .update();
        // of the committee,康国斌 stands in no row; nobody else is expected at a meeting of the committee
        byte[] file = workbook(of(meeting()), of(person("于光燕"), person("余庆清"), person("梁梦清")));
        assertThat(preview(file)).contains("名册上另有 1 名党员没有写，按缺席统计，没有原因：康国斌");
        String batch = take(file);
        figures("{\"M01\": 1, \"M03\": 3, \"M04b\": 1}");
        assertThat(count("org_life_meeting")).isEqualTo(1);
        assertThat(pages.post(branch.secretary(), batch + "/undo")).hasStatus(302);
        assertThat(count("held_meeting")).isZero();
        assertThat(count("org_life_meeting")).isEqualTo(1);
    }

    @Test
    @DisplayName("Members only are expected; who comes to several sittings or meetings counts as the rules say")
    void severalSittingsAndMeetings() {
        take(workbook(of(meeting()), everybody()));
        long meeting = jdbc.sql("select id from held_meeting where branch_id = :branch")
                .param("branch", branch.unit().getId())
                .query(Long.class)
                .single();
        // a second sitting: one who was absent comes, everybody else who was there stays
        jdbc.sql("""
                        insert into sitting (id, branch_id, meeting_id, number, held_on, begun_at, ended_at, code)
                        select nextval('sitting_seq'), branch_id, id, 2, held_on + 1, ended_at, ended_at, 'second' || id from held_meeting where id = :meeting
                        """).param("meeting", meeting).update();
        jdbc.sql("""
                        insert into attendance (id, branch_id, sitting_id, member_id, name, unit, capacity, kind, votes, seat, care, status, reason, signed_how, signed_at)
                        select nextval('attendance_seq'), a.branch_id, n.id, a.member_id, a.name, a.unit, a.capacity, a.kind, a.votes, a.seat, a.care,
                          case when a.name = '夏荣涛' then 'PRESENT' else a.status end, a.reason,
                          case when a.name = '夏荣涛' then 'LIST' else a.signed_how end, n.begun_at
                        from attendance a join sitting s on s.id = a.sitting_id join sitting n on n.meeting_id = s.meeting_id and n.number = 2
                        where s.meeting_id = :meeting and s.number = 1
                        """).param("meeting", meeting).update();
        // two criticisms, noted at a turn
        jdbc.sql("""
                        with item as (insert into agenda_item (id, branch_id, meeting_id, position, type, title, must, state)
                          select nextval('agenda_item_seq'), branch_id, id, 1, 'CRITICISM_ROUND', '批评与自我批评', true, 'DONE' from held_meeting where id = :meeting
                          returning id, branch_id, meeting_id),
                        turned as (insert into turn (id, branch_id, item_id, position, member_id, name, stage)
                          select nextval('turn_seq'), i.branch_id, i.id, 1, h.chair_id, '于光燕', 'DONE' from item i join held_meeting h on h.id = i.meeting_id
                          returning id, branch_id)
                        insert into criticism (id, branch_id, turn_id, critic_id)
                        select nextval('criticism_seq'), u.branch_id, u.id, a.member_id from turned u, attendance a
                        where a.branch_id = u.branch_id and a.name in ('余庆清', '罗颖') group by u.branch_id, u.id, a.member_id
                        """).param("meeting", meeting).update();
        recount();
        figures("""
                {"M01": 1, "M03": 6, "M04a": 1, "M04b": 1, "M12": 1, "M13": 2, "M14": 3, "M14b": 1, "M20a": 2, "M20b": 1}
                """);
        assertThat(rows(branch.member(), "M03")).contains("合计 6 名", "人员 6");
        assertThat(rows(branch.member(), "M04b")).contains("人员 1", "欧阳若溪").doesNotContain("夏荣涛");
        assertThat(rows(branch.office(), "M13")).contains("合计 2 条");
        // the meeting is opened again: it counts all the same; while it has not ended it does not
        jdbc.sql("update held_meeting set phase = 'RECORD_OPEN' where id = :id")
                .param("id", meeting)
                .update();
        recount();
        figures("{\"M01\": 1, \"M03\": 6}");
        jdbc.sql("update held_meeting set phase = 'RUNNING', ended_at = null where id = :id")
                .param("id", meeting)
                .update();
        recount();
        figures("{\"M01\": 0, \"M03\": 0, \"M04a\": 0, \"M04b\": 0, \"M12\": 0, \"M13\": 0, \"M14\": 0, \"M20a\": 0}");
    }

    /** Any change of the task counts it anew. */
    private void recount() {
        branches.raise(branch.secretary(), branch.task(), true, "学习不经常");
    }

    @Test
    @DisplayName(
            "A guest who bears a member's name is taken, with a word about it; a leave without a reason is another one")
    void whatIsUnusualIsTaken() {
        byte[] file = workbook(
                of(meeting(6, null)),
                of(
                        person("于光燕"),
                        person("罗颖", "工作人员"),
                        person("周静斌", "党员", "请假"),
                        person("康国斌", "党员", "请假", "公出"),
                        person("夏荣涛", "党员", "请假", "事假"),
                        person("梁梦清", "党员", "缺席", "未请假")));
        assertThat(preview(file)).contains("本支部有一名党员也叫这个名字", "如果就是他，参会身份改成党员");
        take(file);
        assertThat(jdbc.sql("""
                        select name || ' ' || status || ' ' || reason from attendance where branch_id = :branch and reason is not null order by id
                        """)
                        .param("branch", branch.unit().getId())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "周静斌 EXCUSED OTHER", "康国斌 EXCUSED DUTY", "夏荣涛 EXCUSED PERSONAL", "梁梦清 ABSENT WITHOUT_LEAVE");
        figures("{\"M03\": 1, \"M04a\": 3, \"M04b\": 4}");
    }

    @Test
    @DisplayName("The blank ledger explains both sheets")
    void templateHasBothSheets() throws IOException {
        var response = pages.get(branch.secretary(), "/imports/templates/ledger.xlsx");
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(response.getResponse().getContentAsByteArray()))) {
            assertThat(workbook.getSheet("会议")).isNotNull();
            assertThat(workbook.getSheet("参会人员")).isNotNull();
        }
    }
}
