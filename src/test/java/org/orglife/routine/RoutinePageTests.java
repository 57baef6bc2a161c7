package org.orglife.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.redirectedId;
import static org.orglife.Pages.words;
import static org.orglife.TestClock.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Planning a meeting, telling the branch, writing it down, putting it right. */
@FullApplicationTest
class RoutinePageTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    RoutinePeople people;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private Routines routines;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        routines = new Routines(pages, jdbc, people);
    }

    private List<String> fields(Set<Long> absent, String... more) {
        return routines.fields(branch, null, TODAY, List.of(RoutineKind.GENERAL_MEETING), absent, more);
    }

    private MvcTestResult record(Set<Long> absent, String... more) {
        return routines.send(branch.secretary(), "/routine", fields(absent, more));
    }

    @Test
    @DisplayName("T-ROU-03: a meeting is written down in one go: kind, day, topics, and who was not there")
    void inOneGo() {
        assertThat(words(pages.get(branch.secretary(), "/routine"))).contains("2023年还没有会议记录", "记一次会议");
        MvcTestResult form = pages.get(branch.secretary(), "/routine/new");
        assertThat(words(form)).contains("党员大会", "支委会", "党课", "主题党日").doesNotContain("党小组");
        assertThat(body(form)).contains("value=\"2023-10-20\"");
        long absent = memberOf(branch.member());
        long id = redirectedId(record(
                Set.of(absent),
                "kinds",
                "GENERAL_MEETING",
                "lecturer",
                "王教授",
                "startsAt",
                "15:00",
                "endsAt",
                "16:30",
                "reasons",
                absent + ":SICK",
                "reasons",
                ""));
        assertThat(words(pages.get(branch.secretary(), "/routine/" + id)))
                .contains("党员大会", "10月20日（周五）", "已召开", "应到 8 人，到会 7 人", "周静斌 病假", "15:00", "写会议记录");
        assertThat(redirect(pages.post(
                        branch.secretary(),
                        "/routine/" + id + "/record",
                        "record",
                        "书记讲话，三人发言。",
                        "version",
                        routines.version(id))))
                .isEqualTo("/routine/" + id);
        assertThat(routines.state(id)).isEqualTo("RECORDED");
        assertThat(words(pages.get(branch.secretary(), "/routine")))
                .contains("共 1 次", "党员大会", "7/8", "已记录")
                .doesNotContain("补记");
    }

    @Test
    @DisplayName("T-ROU-04: several kinds, recorded once: it is found under each")
    void severalKinds() {
        List<String> fields = routines.fields(
                branch, null, TODAY, List.of(RoutineKind.GENERAL_MEETING, RoutineKind.LECTURE), Set.of());
        long id = redirectedId(routines.send(branch.secretary(), "/routine", fields));
        for (String kind : List.of("GENERAL_MEETING", "LECTURE")) {
            assertThat(body(pages.get(branch.secretary(), "/routine?kind=" + kind)))
                    .contains("/routine/" + id);
        }
        assertThat(words(pages.get(branch.secretary(), "/routine?kind=THEME_DAY")))
                .contains("没有符合条件的会议");
        assertThat(body(pages.get(branch.secretary(), "/routine?q=研究工作"))).contains("/routine/" + id);
        assertThat(words(pages.get(branch.secretary(), "/routine?q=没有这个"))).contains("没有符合条件的会议");
        assertThat(words(pages.get(branch.secretary(), "/routine?year=2022&kind=x&state=y&page=-3")))
                .contains("2022年还没有会议记录");
    }

    @Test
    @DisplayName("T-ROU-05: what cannot be comes back with a sentence and all that was typed")
    void whatIsWrongComesBack() {
        assertThat(words(record(Set.of(), "heldOn", "2023-10-21"))).contains("日期晚于今天");
        MvcTestResult wrong = record(
                Set.of(),
                "topics",
                "长".repeat(501),
                "place",
                "远".repeat(61),
                "record",
                "记".repeat(10_001),
                "heldOn",
                "");
        assertThat(wrong).hasStatus(422);
        assertThat(words(wrong)).contains("500 个字以内", "60 个字以内", "10000 个字以内", "请选择开会日期");
        assertThat(body(wrong)).contains("长".repeat(501));
        assertThat(words(record(Set.of(), "startsAt", "16:00", "endsAt", "15:00")))
                .contains("结束时间要晚于开始时间");
        assertThat(words(
                        routines.send(branch.secretary(), "/routine", List.of("heldOn", "2023-10-18", "topics", "学习"))))
                .contains("请选开的什么会");
        assertThat(words(record(Set.of(), "chairId", "999999999"))).contains("那天不在本支部");
        assertThat(words(record(Set.of(), "heldOn", "1990-01-01"))).contains("没有应到的人");
        assertThat(words(record(Set.of(), "kinds", "COMMITTEE"))).contains("应到名单已经更新");
        assertThat(words(record(Set.of(), "heldOn", "abc"))).contains("请");
        Set<Long> everybody = new java.util.HashSet<>();
        people.expected(branch.unit().getId(), null, false, TODAY).forEach(one -> everybody.add(one.id()));
        MvcTestResult nobody = record(everybody);
        assertThat(nobody).hasStatus(422);
        assertThat(words(nobody)).contains("没有勾到会的人");
        assertThat(jdbc.sql("select count(*) from routine_meeting where branch_id = :branch")
                        .param("branch", branch.unit().getId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("T-ROU-06: planned, told, moved and told again, held, corrected with a reason")
    void fromPlanToCorrection() {
        long id = routines.planned(branch, TODAY.plusDays(7), "chairId", String.valueOf(memberOf(branch.secretary())));
        String page = "/routine/" + id;
        assertThat(body(pages.get(branch.organiser(), page)))
                .contains("【会议通知】呼吸内科党支部定于10月27日（周五）15:00在三楼会议室召开主题党日", "提前向于光燕请假", "复制通知");
        assertThat(words(pages.post(branch.organiser(), page + "/held", "version", "0")))
                .contains("请写议题");
        pages.post(branch.organiser(), page + "/told");
        assertThat(routines.state(id)).isEqualTo("NOTIFIED");
        pages.post(
                branch.organiser(),
                page + "/plan",
                "kinds",
                "THEME_DAY",
                "heldOn",
                "2023-10-20",
                "topics",
                "走访慰问",
                "version",
                routines.version(id));
        assertThat(routines.state(id)).isEqualTo("PLANNED");
        assertThat(words(pages.get(branch.organiser(), "/"))).contains("记录会议：主题党日", "去记录");
        assertThat(words(pages.get(branch.member(), "/"))).doesNotContain("记录会议：");
        List<String> held = routines.fields(
                branch, null, TODAY, List.of(RoutineKind.THEME_DAY), Set.of(), "version", routines.version(id));
        assertThat(redirect(routines.send(branch.organiser(), page + "/held", held)))
                .isEqualTo(page);
        assertThat(routines.state(id)).isEqualTo("HELD");
        List<String> corrected = routines.fields(
                branch,
                null,
                TODAY.minusDays(1),
                List.of(RoutineKind.THEME_DAY),
                Set.of(memberOf(branch.colleague())),
                "version",
                routines.version(id));
        assertThat(words(routines.send(branch.organiser(), page, corrected))).contains("请写原因");
        corrected.addAll(List.of("why", "日期记错了"));
        assertThat(redirect(routines.send(branch.organiser(), page, corrected))).isEqualTo(page);
        assertThat(words(pages.get(branch.member(), page))).contains("10月19日（周四）", "更正", "日期记错了", "罗颖");
        corrected.set(corrected.indexOf("version") + 1, "0");
        assertThat(routines.send(branch.organiser(), page, corrected)).hasStatus(409);
    }

    @Test
    @DisplayName("T-ROU-07: what is entered late keeps both days; what is cancelled stays and counts for nothing")
    void lateAndCancelled() {
        long id = routines.held(branch, TODAY.minusMonths(2), List.of(RoutineKind.THEME_DAY));
        assertThat(words(pages.get(branch.secretary(), "/routine/" + id))).contains("8月20日", "补记，10月20日录入");
        String cancel = "/routine/" + id + "/cancel";
        assertThat(words(pages.post(branch.secretary(), cancel))).contains("请写原因");
        assertThat(words(pages.post(branch.secretary(), cancel, "reason", "长".repeat(201))))
                .contains("200 个字以内");
        pages.post(branch.secretary(), cancel, "reason", "记重了");
        assertThat(words(pages.get(branch.secretary(), "/routine/" + id))).contains("已取消", "记重了");
        assertThat(words(pages.post(branch.secretary(), cancel, "reason", "再来")))
                .contains("已经取消");
        assertThat(words(pages.get(branch.secretary(), "/routine?state=CANCELLED")))
                .contains("共 1 次");
        assertThat(words(pages.get(branch.secretary(), "/my-routine"))).contains("还没有您的会议记录");
    }

    @Test
    @DisplayName("BR-01, BR-02: decisions with who and until when; a vote needs half of those who vote")
    void decisionsAndGuests() {
        long id = routines.held(branch, TODAY, List.of(RoutineKind.GENERAL_MEETING), branch.member());
        String decisions = "/routine/" + id + "/decisions";
        assertThat(words(pages.get(branch.secretary(), decisions + "/new"))).contains("应到有表决权 8 人，到会 7 人");
        assertThat(words(pages.post(branch.secretary(), decisions))).contains("请写议定了什么");
        assertThat(words(pages.post(branch.secretary(), decisions, "text", "义诊", "approve", "9")))
                .contains("请核对");
        assertThat(words(pages.post(branch.secretary(), decisions, "text", "义诊", "dueOn", "0001-01-01")))
                .contains("核对年份");
        pages.post(
                branch.secretary(),
                decisions,
                "text",
                "每月义诊一次",
                "ownerId",
                String.valueOf(memberOf(branch.organiser())),
                "dueOn",
                "2023-12-31",
                "approve",
                "6",
                "abstained",
                "1");
        pages.post(branch.secretary(), "/routine/" + id + "/guests", "name", "李主任（医务科）", "capacity", "CONTACT_LEADER");
        assertThat(words(pages.get(branch.secretary(), "/routine/" + id)))
                .contains("每月义诊一次", "梁梦清负责", "12月31日前办完", "赞成 6，反对 0，弃权 1", "超过应到有表决权 8 人的半数", "李主任（医务科）");
        assertThat(words(pages.post(branch.secretary(), "/routine/" + id + "/guests")))
                .contains("请写列席人员姓名");
        String decision = routines.text("select id::text from routine_decision where meeting_id = :id", id);
        pages.post(branch.secretary(), decisions + "/" + decision + "/delete");
        assertThat(words(pages.get(branch.secretary(), "/routine/" + id))).contains("没有记议定事项");
    }

    @Test
    @DisplayName("T-ROU-08: the book of records (F27), one meeting or a whole year")
    void prints() {
        long first = routines.held(branch, TODAY.minusMonths(1), List.of(RoutineKind.THEME_DAY), branch.member());
        routines.held(branch, TODAY, List.of(RoutineKind.LECTURE));
        assertThat(words(pages.get(branch.secretary(), "/routine/" + first + "/print")))
                .contains("主题党日记录", "2023年9月20日", "三楼会议室", "周静斌", "主持人签名");
        assertThat(words(pages.get(branch.member(), "/routine/print?year=2023")))
                .contains("三会一课记录本", "主题党日记录", "党课记录");
        assertThat(words(pages.get(
                        branch.supervisor(),
                        "/routine/print?year=2023&branch=" + branch.unit().getId())))
                .contains("主题党日记录");
        assertThat(pages.get(branch.office(), "/routine/print")).hasStatus(403);
    }

    @Test
    void aDoubleClickMakesOneMeeting() {
        String once = UUID.randomUUID().toString();
        assertThat(redirect(record(Set.of(), "_once", once))).isEqualTo(redirect(record(Set.of(), "_once", once)));
    }

    @Test
    void theListOfPeopleFollowsDayAndKind() {
        MvcTestResult committee = pages.post(
                branch.secretary(),
                "/routine/people",
                "kinds",
                "COMMITTEE",
                "heldOn",
                "2023-10-18",
                "listed",
                String.valueOf(memberOf(branch.organiser())),
                "topics",
                "不相干");
        assertThat(words(committee)).contains("应到 4 人", "于光燕").doesNotContain("周静斌");
        assertThat(body(committee))
                .contains("value=\"" + memberOf(branch.secretary()) + "\" checked")
                .doesNotContain("name=\"present\" value=\"" + memberOf(branch.organiser()) + "\" checked");
        assertThat(words(pages.post(branch.secretary(), "/routine/people", "kinds", "GROUP", "heldOn", "")))
                .contains("再选党小组");
    }

    @Test
    void theDatabaseKeepsWhatNobodyMayWrite() {
        long id = routines.held(branch, TODAY, List.of(RoutineKind.LECTURE));
        for (String change : List.of(
                "kinds = array['COMMITTEE', 'LECTURE']",
                "kinds = array['GENERAL_MEETING', 'GROUP']",
                "kinds = array[]::text[]",
                "kinds = array['OTHER']",
                "starts_at = '15:00', ends_at = '15:00'",
                "state = 'RECORDED', record = null",
                "recorded_on = held_on - 1")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> jdbc.sql("update routine_meeting set " + change + " where id = :id")
                                    .param("id", id)
                                    .update())
                    .as(change)
                    .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
        }
        assertThat(LocalDate.parse(routines.text("select recorded_on::text from routine_meeting where id = :id", id)))
                .isEqualTo(TODAY);
    }
}
