package org.orglife.sitting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.account.SignedInUser;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.meeting.LeaveReason;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The console as pages and plain forms: what works without a script, who is let in, what a refusal says. */
@FullApplicationTest
@Import(MeetingsAtWork.class)
class ConsolePageTests {

    @Autowired
    private MeetingsAtWork meetings;

    @Autowired
    private People people;

    @Autowired
    private Pages pages;

    @Autowired
    private AgendaService agenda;

    @Autowired
    private Statements statements;

    @Autowired
    private JdbcClient jdbc;

    private AgendaItem item(Meeting meeting, AgendaType type) {
        return meetings.view(meeting).agenda().stream()
                .filter(one -> one.getType() == type)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("before the check-in the console leads to the page of the meeting, where it is opened")
    void beforeTheCheckIn() {
        Meeting meeting = meetings.scheduled(7, false);
        assertThat(redirect(pages.get(meeting.secretary(), meeting.address() + "/console")))
                .isEqualTo(meeting.address());
        assertThat(words(pages.get(meeting.secretary(), meeting.address()))).contains("开始签到");
        assertThat(words(pages.get(meeting.recorder(), meeting.address()))).contains("开始签到");
        assertThat(words(pages.get(meeting.members().get(0), meeting.address())))
                .doesNotContain("开始签到");
        assertThat(redirect(pages.post(meeting.recorder(), meeting.address() + "/console/check-in")))
                .isEqualTo(meeting.address() + "/console");
        assertThat(words(pages.get(meeting.recorder(), meeting.address() + "/console")))
                .contains("应到 7 人，实到 0 人");
    }

    @Test
    @DisplayName("a plain form leads back to the console, words that are saved by themselves have a button")
    void withoutAScript() {
        Meeting meeting = meetings.scheduled(7, false);
        meetings.begin(meeting);
        long study = item(meeting, AgendaType.STUDY).getId();
        String console = meeting.address() + "/console";
        assertThat(redirect(pages.post(meeting.secretary(), console + "/items/" + study + "/begin")))
                .isEqualTo(console);
        String page = body(pages.get(meeting.secretary(), console + "?desk=recorder"));
        assertThat(page).contains("cs-plainsave").contains("“第一议题”学习");
        assertThat(redirect(pages.post(
                        meeting.secretary(), console + "/items/" + study + "/notes", "notes", "学习了党章", "version", "0")))
                .isEqualTo(console);
        assertThat(item(meeting, AgendaType.STUDY).getNotes()).isEqualTo("学习了党章");
    }

    @Test
    @DisplayName("a refusal says what is wrong and what to do; two texts for one item are shown side by side")
    void refusals() {
        Meeting meeting = meetings.scheduled(18, true);
        meetings.open(meeting);
        meetings.arrive(meeting, 9);
        String console = meeting.address() + "/console";
        assertThat(words(pages.post(meeting.secretary(), console + "/begin", "reason", "人没来齐")))
                .contains("到会 9 人，没有超过半数（应到 18 人），不能测评。可改为学习会，或另定时间");
        assertThat(words(pages.post(meeting.secretary(), console + "/guests", "capacity", "OBSERVER", "name", "")))
                .contains("请写列席人员的姓名");
        meetings.arrive(meeting, 18);
        People.actAs(meeting.secretary());
        assertThat(pages.post(meeting.secretary(), console + "/begin")).hasStatus(302);
        long first = item(meeting, AgendaType.BRIEFING).getId();
        agenda.write(meeting.task(), first, "先写的", 0, meeting.secretary().scope());
        assertThat(words(pages.post(
                        meeting.recorder(), console + "/items/" + first + "/notes", "notes", "后写的", "version", "0")))
                .contains("先写的")
                .contains("后写的");
    }

    @Test
    @DisplayName(
            "who is let in: those at the desk; other members are told, superiors have no console, strangers find nothing")
    void whoIsLetIn() {
        Meeting meeting = meetings.scheduled(7, false);
        Meeting other = meetings.scheduled(7, false);
        meetings.open(meeting);
        String console = meeting.address() + "/console";
        assertThat(words(pages.get(meeting.members().get(0), console))).contains("只有主持人、记录人和支委可以操作");
        assertThat(pages.get(other.secretary(), console)).hasStatus(404);
        assertThat(pages.get(meeting.office(), console)).hasStatus(403);
        SignedInUser supervisor = people.user(Role.SUPERVISOR, meeting.unit(), null, "秦玉和");
        assertThat(pages.get(supervisor, meeting.address() + "/projector")).hasStatus(403);
    }

    @Test
    @DisplayName("what is projected holds no reason of absence and no critic")
    void whatIsProjected() {
        Meeting meeting = meetings.scheduled(7, false);
        meetings.excuse(meeting, meeting.members().get(0), LeaveReason.SICK);
        meetings.begin(meeting);
        agenda.begin(
                meeting.task(),
                item(meeting, AgendaType.CRITICISM_ROUND).getId(),
                meeting.secretary().scope());
        assertThat(words(pages.get(meeting.secretary(), meeting.address() + "/projector")))
                .contains("于光燕")
                .contains("自我批评")
                .doesNotContain("病假")
                .doesNotContain("党员01");
    }

    @Test
    @DisplayName("what a supervisor said becomes a problem of the branch with its source, once")
    void aStatementBecomesAProblem() {
        Meeting meeting = meetings.scheduled(7, false);
        meetings.invite(meeting, AttendanceCapacity.SUPERVISOR, "秦玉和", "第二督导组");
        meetings.open(meeting);
        meetings.arrive(meeting, 7);
        String console = meeting.address() + "/console";
        long guest = meetings.attendance(meeting, "秦玉和").getId();
        pages.post(meeting.secretary(), console + "/attendance/" + guest + "/tick");
        pages.post(meeting.secretary(), console + "/begin");
        long comment = item(meeting, AgendaType.COMMENT).getId();
        pages.post(meeting.secretary(), console + "/items/" + comment + "/begin");
        pages.post(meeting.secretary(), console + "/items/" + comment + "/speakers/" + guest);
        long said = meetings.view(meeting).statements().get(0).getId();
        People.actAs(meeting.secretary());
        statements.write(meeting.task(), said, "窗口排队时间长", meeting.secretary().scope());
        String form = "/statements/" + said + "/problem";
        assertThat(words(pages.get(meeting.secretary(), form)))
                .contains("第二督导组 秦玉和")
                .contains("窗口排队时间长")
                .doesNotContain("\\n");
        assertThat(pages.post(meeting.secretary(), form, "source", "SUPERVISION"))
                .hasStatus(422);
        String aspect = jdbc.sql(
                        "select cast(min(id) as text) from aspect where campaign_id = :c and subject = 'BRANCH'")
                .param("c", meeting.campaign())
                .query(String.class)
                .single();
        String[] fields = {"source", "SUPERVISION", "aspectId", aspect, "text", "窗口排队时间长"};
        assertThat(pages.post(meeting.secretary(), form, fields)).hasStatus(302);
        assertThat(jdbc.sql("select source from problem where task_id = :task")
                        .param("task", meeting.task())
                        .query(String.class)
                        .list())
                .containsExactly("SUPERVISION");
        assertThat(words(pages.post(meeting.secretary(), form, fields))).contains("这条发言已经列为问题了");
        assertThat(pages.get(meeting.members().get(0), form)).hasStatus(403);
    }
}
