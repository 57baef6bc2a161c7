package org.orglife.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.words;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.BranchTaskState;
import org.orglife.campaign.Preparation;
import org.orglife.campaign.ReportLine;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepState;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.meeting.LeaveReason;
import org.orglife.organisation.MemberFlag;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.orglife.sitting.AbsenceReason;
import org.orglife.sitting.AgendaItem;
import org.orglife.sitting.AgendaService;
import org.orglife.sitting.Attendance;
import org.orglife.sitting.AttendanceService;
import org.orglife.sitting.AttendanceStatus;
import org.orglife.sitting.Conduct;
import org.orglife.sitting.ConsoleView;
import org.orglife.sitting.CriticismRound;
import org.orglife.sitting.Gists;
import org.orglife.sitting.SignedHow;
import org.orglife.sitting.TurnRow;
import org.orglife.sitting.TurnStage;
import org.orglife.study.MakeUpState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The record of a meeting from its end on: who reads what of it, signatures, corrections, make-ups, gate G4, once more. */
@FullApplicationTest
@Import(MeetingsAtWork.class)
class MinutesTests {

    private static final String GIST = "开会常迟到";
    private static final String OWN_GIST = "学习抓得不紧";
    private static final String SIGN = "整理并签会议记录";
    private static final String NOTES = "学习了党章第三十一条";

    @Autowired
    Gists gists;

    @Autowired
    AttendanceService attendances;

    @Autowired
    MeetingsAtWork meetings;

    @Autowired
    People people;

    @Autowired
    Pages pages;

    @Autowired
    AgendaService agenda;

    @Autowired
    Conduct conduct;

    @Autowired
    CriticismRound round;

    @Autowired
    MinutesQuery query;

    @Autowired
    MinutesService minutes;

    @Autowired
    MakeUpQuery makeUpQuery;

    @Autowired
    ReportGate gate;

    @Autowired
    Preparation preparation;

    @Autowired
    BranchTaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private Meeting meeting;

    @BeforeEach
    void aBranchAboutToMeet() {
        meeting = meetings.scheduled(8, false);
    }

    private SignedInUser secretary() {
        return meeting.secretary();
    }

    private SignedInUser recorder() {
        return meeting.recorder();
    }

    private String at(String page) {
        return "/tasks/" + meeting.task() + page;
    }

    /** Held with 党员01 on leave and 党员02 absent without a word; the secretary criticised 党员03. */
    private void held() {
        meetings.excuse(meeting, meeting.members().get(0), LeaveReason.SICK);
        meetings.invite(meeting, AttendanceCapacity.SUPERVISOR, "秦玉和", "督导一组");
        meetings.open(meeting);
        BranchScope scope = secretary().scope();
        for (Attendance one : meetings.view(meeting).list()) {
            if (one.getStatus() == AttendanceStatus.EXPECTED && !one.getName().equals("党员02")) {
                attendances.tick(meeting.task(), one.getId(), SignedHow.LIST, scope);
            }
        }
        conduct.begin(meeting.task(), "照常开会", secretary(), scope);
        goThrough();
        conduct.end(meeting.task(), "都说过了", secretary(), scope);
    }

    private void goThrough() {
        BranchScope scope = secretary().scope();
        ConsoleView view = meetings.view(meeting);
        while (view.current() != null) {
            AgendaItem current = view.current();
            if (current.getType() == AgendaType.STUDY) {
                agenda.write(meeting.task(), current.getId(), NOTES, 0, scope);
            }
            if (current.getType() == AgendaType.CRITICISM_ROUND) {
                speak();
            }
            agenda.next(meeting.task(), current.getId(), scope);
            view = meetings.view(meeting);
        }
    }

    private void speak() {
        BranchScope scope = secretary().scope();
        for (TurnRow turn = meetings.view(meeting).turn();
                turn != null;
                turn = meetings.view(meeting).turn()) {
            if (turn.name().equals("党员03") && turn.stage() == TurnStage.CRITICISM) {
                gists.writeSelfCriticism(meeting.task(), turn.id(), OWN_GIST, scope);
                gists.writeGist(meeting.task(), turn.id(), memberOf(secretary()), GIST, scope);
            }
            round.next(meeting.task(), turn.id(), turn.stage(), scope);
        }
    }

    private MinutesView view(SignedInUser user) {
        return query.read(meeting.task(), null, null, user.scope()).orElseThrow();
    }

    private void reason(String name, AbsenceReason reason) {
        MinutesContent.Absentee one = view(secretary()).content().absentees().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        People.actAs(secretary());
        if (reason.isLeave()) {
            attendances.excuse(
                    meeting.task(), one.attendanceId(), reason, secretary().scope());
        } else {
            attendances.miss(meeting.task(), one.attendanceId(), secretary().scope());
        }
    }

    private void sign(SignedInUser user, SignatureRole role) {
        People.actAs(user);
        minutes.sign(meeting.task(), role, view(user).digest(), user, user.scope());
    }

    private void signed() {
        held();
        reason("党员02", AbsenceReason.WITHOUT_LEAVE);
        sign(secretary(), SignatureRole.CHAIR);
        sign(recorder(), SignatureRole.RECORDER);
    }

    private BranchTaskState state() {
        return meetings.task(meeting).getState();
    }

    private StepState step(StepCode code) {
        BranchScope scope = secretary().scope();
        return preparation.row(meetings.task(meeting), code, scope).state();
    }

    private SignedInUser superior(Role role) {
        return people.user(role, role == Role.SUPERVISOR ? meeting.unit() : meeting.above(), null, "沈光涛");
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(RuleViolationException.class)
                .extracting("code")
                .isEqualTo(code);
    }

    @Test
    @DisplayName("Everything in the minutes comes from the records: numbers, absentees, guests, items, the round")
    void drawnFromTheRecords() {
        held();
        MinutesContent content = view(secretary()).content();
        assertThat(content.count()).isEqualTo(new MinutesContent.Count(8, 6, 6, 0, 1, 1, 1));
        assertThat(content.count().addsUp()).isTrue();
        assertThat(content.absentees())
                .extracting(MinutesContent.Absentee::name, MinutesContent.Absentee::reason)
                .containsExactlyInAnyOrder(tuple("党员01", AbsenceReason.SICK), tuple("党员02", null));
        assertThat(content.guests()).extracting(MinutesContent.Guest::name).containsExactly("秦玉和");
        assertThat(content.items())
                .filteredOn(item -> item.type() == AgendaType.CRITICISM_ROUND)
                .flatExtracting(MinutesContent.Item::turns)
                .hasSize(6);
        assertThat(view(secretary()).gaps())
                .extracting(Gap::code)
                .contains("minutes.gap.reasons", "minutes.gap.notes", "minutes.gap.decisions");
    }

    @Test
    @DisplayName("T-PRIV: each role reads as much of the minutes as domain 7.2 gives it, on the page and in Word")
    void whoReadsWhat() throws IOException {
        held();
        reason("党员02", AbsenceReason.WITHOUT_LEAVE);
        SignedInUser criticised = meeting.members().get(2);
        record Reads(SignedInUser user, boolean gist, boolean reason, boolean names, boolean notes) {}
        List<Reads> table = List.of(
                new Reads(secretary(), true, true, true, true),
                new Reads(meeting.committee().get(2), true, true, true, true),
                new Reads(recorder(), true, true, true, true),
                new Reads(criticised, true, false, true, true),
                new Reads(meeting.members().get(3), false, false, true, true),
                new Reads(superior(Role.SUPERVISOR), false, false, true, true),
                new Reads(meeting.office(), false, false, false, false),
                new Reads(superior(Role.LEADER), false, false, false, false));
        for (Reads reads : table) {
            String page = words(pages.get(reads.user(), at("/minutes")));
            String paper = paper(pages.get(reads.user(), at("/minutes.docx")));
            for (String text : List.of(page, paper)) {
                String who = reads.user().role() + " " + reads.user().displayName() + ": " + text;
                assertThat(text.contains(GIST)).as("gist, " + who).isEqualTo(reads.gist());
                assertThat(text.contains("病假")).as("reason, " + who).isEqualTo(reads.reason());
                assertThat(text.contains("党员02")).as("names, " + who).isEqualTo(reads.names());
                assertThat(text.contains(NOTES)).as("notes, " + who).isEqualTo(reads.notes());
                assertThat(text).as(who).contains("请假");
                assertThat(text.contains("批评人")).as("round, " + who).isEqualTo(reads.names());
            }
        }
        assertThat(paper(pages.get(secretary(), at("/minutes.docx"))))
                .contains(
                        "呼吸内科党支部",
                        "应到：8人",
                        "6人，其中正式党员6人，预备党员0人",
                        "请假1人，未请假1人：",
                        "督导一组秦玉和（督导组）",
                        "于光燕：" + GIST,
                        "已作自我批评",
                        "主持人签名：");
    }

    private static String paper(MvcTestResult result) throws IOException {
        try (XWPFDocument document = new XWPFDocument(
                        new ByteArrayInputStream(result.getResponse().getContentAsByteArray()));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }

    @Test
    @DisplayName("Chair and recorder sign, each himself, once nothing hard is missing; then nothing changes any more")
    void signing() {
        held();
        refused("minutes.gap.reasons", () -> sign(secretary(), SignatureRole.CHAIR));
        pages.post(secretary(), at("/minutes/absentees/") + absentee("党员02").attendanceId(), "reason", "WITHOUT_LEAVE");
        assertThat(step(StepCode.RECORD)).isEqualTo(StepState.IN_PROGRESS);
        refused("minutes.sign.own", () -> sign(meeting.committee().get(1), SignatureRole.CHAIR));
        refused("minutes.sign.own", () -> sign(secretary(), SignatureRole.RECORDER));
        assertThat(words(pages.get(secretary(), at("/minutes"))))
                .contains("以主持人身份签名")
                .doesNotContain("以记录人身份签名");
        String digest = view(secretary()).digest();
        press(secretary(), SignatureRole.CHAIR, digest);
        press(secretary(), SignatureRole.CHAIR, digest);
        assertThat(words(pages.get(recorder(), at("/minutes")))).contains("以记录人身份签名", "未签，整理中");
        press(recorder(), SignatureRole.RECORDER, digest);
        assertThat(press(recorder(), SignatureRole.RECORDER, digest)).hasStatus(302);
        assertThat(jdbc.sql("select count(*) from minutes_signature s join meeting_minutes m on m.id = s.minutes_id"
                                + " join held_meeting h on h.id = m.meeting_id where h.task_id = :task")
                        .param("task", meeting.task())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(step(StepCode.RECORD)).isEqualTo(StepState.DONE);
        assertThat(words(pages.get(secretary(), at("/minutes")))).contains("主持人和记录人都签了名", "更正");
        refused(
                "sitting.signed",
                () -> minutes.decide(
                        meeting.task(), null, "加开窗口", null, null, secretary().scope()));
        MvcTestResult late = pages.post(
                secretary(), at("/minutes/absentees/") + absentee("党员01").attendanceId(), "reason", "DUTY");
        assertThat(words(late)).contains("会议记录已经签字");
    }

    private MvcTestResult press(SignedInUser user, SignatureRole role, String digest) {
        return pages.post(user, at("/minutes/signature"), "role", role.name(), "digest", digest);
    }

    private MinutesContent.Absentee absentee(String name) {
        return view(secretary()).content().absentees().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("A signature holds for the text that was read: a word changed between the two makes it void")
    void changedBetweenTheTwo() {
        held();
        reason("党员02", AbsenceReason.PERSONAL);
        String read = view(recorder()).digest();
        sign(secretary(), SignatureRole.CHAIR);
        minutes.decide(
                meeting.task(),
                null,
                "每周三下午加开一个窗口",
                memberOf(secretary()),
                LocalDate.of(2023, 12, 31),
                recorder().scope());
        assertThat(words(pages.get(secretary(), at("/minutes")))).contains("签名后内容有改动，请重新签名", "每周三下午加开一个窗口");
        refused(
                "minutes.sign.changed",
                () -> minutes.sign(
                        meeting.task(),
                        SignatureRole.RECORDER,
                        read,
                        recorder(),
                        recorder().scope()));
        sign(recorder(), SignatureRole.RECORDER);
        assertThat(view(secretary()).frozen()).isFalse();
        sign(secretary(), SignatureRole.CHAIR);
        assertThat(view(secretary()).frozen()).isTrue();
    }

    @Test
    @DisplayName(
            "A correction begins the next version; the one before stays word for word, and holds for everybody else")
    void correction() {
        signed();
        long id = view(secretary()).held().getId();
        refused(
                "minutes.correct.who",
                () -> minutes.correct(
                        meeting.task(),
                        "时间写错",
                        meeting.committee().get(1),
                        meeting.committee().get(1).scope()));
        pages.post(recorder(), at("/minutes/correction"), "reason", "散会时间写错");
        conduct.correctTimes(
                meeting.task(),
                TestClock.TODAY.minusDays(1),
                LocalTime.of(14, 30),
                LocalTime.of(16, 0),
                secretary().scope());
        assertThat(view(secretary()).content().heldOn()).isEqualTo(TestClock.TODAY.minusDays(1));
        MinutesView others = view(meeting.members().get(3));
        assertThat(others.frozen()).isTrue();
        assertThat(others.content().heldOn()).isEqualTo(TestClock.TODAY);
        assertThat(words(pages.get(meeting.office(), at("/minutes")))).contains("正在更正");
        sign(secretary(), SignatureRole.CHAIR);
        sign(recorder(), SignatureRole.RECORDER);
        assertThat(view(secretary()).number()).isEqualTo(2);
        MinutesView first =
                query.read(meeting.task(), id, 1, secretary().scope()).orElseThrow();
        assertThat(first.content().heldOn()).isEqualTo(TestClock.TODAY);
        assertThat(words(pages.get(secretary(), at("/meetings/" + id + "/minutes?version=1"))))
                .contains("2023年10月20日", "散会时间写错", GIST);
        assertThat(pages.get(secretary(), at("/meetings/" + id + "/minutes?version=3")))
                .hasStatus(404);
        assertThat(words(pages.get(meeting.members().get(3), at("/meetings/" + id + "/minutes?version=1"))))
                .doesNotContain(GIST, "病假");
    }

    @Test
    @DisplayName("What is kept of a signed version cannot be read or changed in the table without anybody noticing")
    void sealed() {
        signed();
        byte[] kept = jdbc.sql("select snapshot_sealed from meeting_minutes where meeting_id = :id")
                .param("id", view(secretary()).held().getId())
                .query(byte[].class)
                .single();
        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain(GIST);
        jdbc.sql("update meeting_minutes set snapshot_digest = sha256('x') where meeting_id = :id")
                .param("id", view(secretary()).held().getId())
                .update();
        assertThatThrownBy(() -> view(secretary())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("One person who chairs and keeps the record signs both, and the page says so")
    void onePerson() {
        held();
        reason("党员02", AbsenceReason.WITHOUT_LEAVE);
        conduct.hand(
                meeting.task(),
                memberOf(secretary()),
                memberOf(secretary()),
                secretary().scope());
        assertThat(words(pages.get(secretary(), at("/minutes")))).contains("主持人和记录人是同一个人", "以记录人身份签名");
        sign(secretary(), SignatureRole.CHAIR);
        sign(secretary(), SignatureRole.RECORDER);
        assertThat(view(secretary()).frozen()).isTrue();
    }

    @Test
    @DisplayName("M-13: whoever was at no sitting makes up for it within 15 days; the list follows corrections")
    void makeUps() {
        meeting = meetings.scheduled(8, false, MemberFlag.RETIRED);
        held();
        assertThat(makeUpQuery.rows(meetings.task(meeting)))
                .extracting(MakeUpRow::name, MakeUpRow::state, MakeUpRow::dueOn)
                .containsExactly(
                        tuple("党员01", MakeUpState.WAIVED, TestClock.TODAY.plusDays(15)),
                        tuple("党员02", MakeUpState.WAIVED, TestClock.TODAY.plusDays(15)));
        assertThat(step(StepCode.MAKE_UP)).isEqualTo(StepState.DONE);
        MinutesContent.Absentee second = absentee("党员02");
        attendances.tick(
                meeting.task(),
                second.attendanceId(),
                SignedHow.LIST,
                secretary().scope());
        assertThat(makeUpQuery.rows(meetings.task(meeting)))
                .extracting(MakeUpRow::name)
                .containsExactly("党员01");
    }

    @Test
    @DisplayName(
            "The branch notes a make-up and the member confirms it, or he says so himself; both find it on their page")
    void makingUp() {
        held();
        SignedInUser first = meeting.members().get(0);
        SignedInUser second = meeting.members().get(1);
        assertThat(step(StepCode.MAKE_UP)).isEqualTo(StepState.NOT_STARTED);
        assertThat(words(pages.get(first, "/"))).contains("补课：您没有到会");
        assertThat(words(pages.get(first, at("/make-ups")))).contains("党员01").doesNotContain("党员02");
        pages.post(first, at("/make-ups/") + memberOf(first), "way", "WRITTEN_STATEMENT", "on", "2023-10-18");
        assertThat(words(pages.get(first, "/"))).doesNotContain("补课：您没有到会");
        assertThat(words(pages.post(first, at("/make-ups/") + memberOf(second), "way", "PHONE")))
                .contains("只有支委和协助人员");
        assertThat(words(pages.post(
                        secretary(), at("/make-ups/") + memberOf(second), "way", "PHONE", "on", "2023-10-18")))
                .contains("补课日期早于开会那天");
        pages.post(secretary(), at("/make-ups/") + memberOf(second), "way", "PHONE");
        assertThat(words(pages.get(second, "/"))).contains("确认已经补课");
        pages.post(second, at("/make-ups/confirm"));
        assertThat(makeUpQuery.rows(meetings.task(meeting)))
                .extracting(MakeUpRow::state)
                .containsOnly(MakeUpState.CONFIRMED);
        assertThat(step(StepCode.MAKE_UP)).isEqualTo(StepState.DONE);
        assertThat(pages.json(secretary(), "/campaigns/{id}/figures", meeting.campaign()))
                .bodyJson()
                .isLenientlyEqualTo("{\"M04a\": 1, \"M04b\": 1, \"M04c\": 2}");
        assertThat(words(pages.get(secretary(), at("/meeting-figures/M04c")))).contains("党员01", "党员02");
        assertThat(words(pages.get(meeting.office(), at("/meeting-figures/M04c"))))
                .contains("2 名")
                .doesNotContain("党员01");
    }

    @Test
    @DisplayName(
            "Over two sittings minutes and figures count a member alike: there at one is there, on leave from one is on leave")
    void overTwoSittings() {
        meetings.excuse(meeting, meeting.members().get(0), LeaveReason.SICK);
        meetings.begin(meeting);
        BranchScope scope = secretary().scope();
        conduct.adjourn(meeting.task(), secretary(), scope);
        conduct.resume(meeting.task(), null, secretary(), scope);
        for (String name : List.of("党员01", "党员02")) {
            attendances.untick(
                    meeting.task(), meetings.attendance(meeting, name).getId(), scope);
        }
        goThrough();
        conduct.end(meeting.task(), "都说过了", secretary(), scope);
        assertThat(view(secretary()).content().absentees())
                .extracting(MinutesContent.Absentee::name, MinutesContent.Absentee::status)
                .containsExactly(tuple("党员01", AttendanceStatus.EXCUSED));
        assertThat(pages.json(secretary(), "/campaigns/{id}/figures", meeting.campaign()))
                .bodyJson()
                .isLenientlyEqualTo("{\"M03\": 7, \"M04a\": 1, \"M04b\": 0}");
    }

    @Test
    @DisplayName(
            "Minutes wait for a signature on the first page of whoever has not signed them, once more after a change")
    void waitingForASignature() {
        held();
        reason("党员02", AbsenceReason.WITHOUT_LEAVE);
        assertThat(words(pages.get(secretary(), "/"))).contains(SIGN);
        assertThat(words(pages.get(meeting.members().get(2), "/"))).doesNotContain(SIGN);
        sign(secretary(), SignatureRole.CHAIR);
        assertThat(words(pages.get(secretary(), "/"))).doesNotContain(SIGN);
        assertThat(words(pages.get(recorder(), "/"))).contains(SIGN);
        People.actAs(secretary());
        minutes.decide(meeting.task(), null, "加开窗口", null, null, secretary().scope());
        assertThat(words(pages.get(secretary(), "/"))).contains(SIGN);
    }

    private List<String> missing() {
        return gate.missing(meetings.task(meeting), secretary().scope()).stream()
                .map(ReportLine::code)
                .toList();
    }

    private void settleLists() {
        for (StepCode code : List.of(StepCode.BRANCH_LIST)) {
            // a ledger of its own is made elsewhere
            jdbc.sql(
                            "insert into step_plan (id, task_id, branch_id, code, done_on)"
                                    + " select nextval('step_plan_seq'), id, branch_id, :code, '2023-10-20' from branch_task where id = :task")
                    .param("code", code.name())
                    .param("task", meeting.task())
                    .update();
        }
    }

    @Test
    @DisplayName(
            "G4: what must be there keeps the branch from reporting, what should asks for a reason; the figures stay")
    void reporting() {
        held();
        assertThat(missing())
                .contains("minutes.report.unsigned", "minutes.report.reasons", "minutes.report.BRANCH_LIST");
        assertThat(words(pages.get(secretary(), at("")))).contains("还差什么才能上报", "会议记录还没有签好");
        assertThat(words(pages.post(secretary(), at("/report"), "reason", "先报")))
                .contains("会议记录还没有签好");
        reason("党员02", AbsenceReason.WITHOUT_LEAVE);
        sign(secretary(), SignatureRole.CHAIR);
        sign(recorder(), SignatureRole.RECORDER);
        settleLists();
        assertThat(missing()).doesNotContain("minutes.report.BRANCH_LIST").contains("minutes.report.PUBLICATION");
        assertThat(step(StepCode.REPORT)).isEqualTo(StepState.NOT_STARTED);
        assertThat(words(pages.post(secretary(), at("/report")))).contains("要先上报，请写明理由");
        assertThat(pages.post(meeting.committee().get(1), at("/report"), "reason", "先报"))
                .hasStatus(403);
        pages.post(secretary(), at("/report"), "reason", "公示还在办");
        assertThat(state()).isEqualTo(BranchTaskState.RECTIFYING);
        assertThat(step(StepCode.REPORT)).isEqualTo(StepState.DONE);
        assertThat(words(pages.get(meeting.office(), at("")))).contains("公示还在办");
        Map<String, Object> kept = jdbc.sql(
                        "select by_name, figures ->> 'meeting_members' members from reported_figures"
                                + " where task_id = :task")
                .param("task", meeting.task())
                .query()
                .singleRow();
        assertThat(kept).containsEntry("by_name", "于光燕").containsEntry("members", "6");
    }

    @Test
    @DisplayName("A combined review has to be decided before the branch reports")
    void combinedReview() {
        assertThat(missing()).doesNotContain("minutes.report.ASSESSMENT");
        meeting = meetings.scheduled(8, true);
        assertThat(missing()).contains("minutes.report.ASSESSMENT", "minutes.report.meeting");
    }

    @Test
    @DisplayName("T-MEET-REDO: held again, both records stay, the branch reads why and prepares anew")
    void heldAgain() {
        signed();
        long first = view(secretary()).held().getId();
        assertThat(words(pages.post(meeting.office(), at("/redo")))).contains("请写明为什么要重开");
        pages.post(meeting.office(), at("/redo"), "reason", "批评不见人见事");
        assertThat(state()).isEqualTo(BranchTaskState.REDO_REQUIRED);
        assertThat(words(pages.get(secretary(), at("")))).contains("上级责成重新召开：批评不见人见事");
        assertThat(words(pages.get(secretary(), at("/meeting")))).contains("上一次的会议记录");
        assertThat(view(secretary()).held().getId()).isEqualTo(first);
        assertThat(view(secretary()).mayCorrect()).isFalse();
        assertThat(words(pages.get(meeting.members().get(0), "/"))).doesNotContain("补课：您没有到会");
        assertThat(step(StepCode.RECORD)).isEqualTo(StepState.NOT_STARTED);
        meetings.prepareAgain(meeting);
        assertThat(state()).isEqualTo(BranchTaskState.SCHEDULED);
        meetings.begin(meeting);
        goThrough();
        conduct.end(meeting.task(), "都说过了", secretary(), secretary().scope());
        assertThat(view(secretary()).held().getId()).isNotEqualTo(first);
        assertThat(view(secretary()).meetings()).hasSize(2);
        String page = words(pages.get(secretary(), at("/minutes")));
        assertThat(page).contains("第 2 次召开", "这次活动开过的会");
        assertThat(words(pages.get(secretary(), at("/meetings/" + first + "/minutes"))))
                .contains("这是前一次会议的记录", GIST);
    }

    @Test
    @DisplayName("Before the end there are no minutes, and the pages of other branches stay closed")
    void before() {
        assertThat(words(pages.get(secretary(), at("/minutes")))).contains("会议还没有结束");
        assertThat(pages.get(secretary(), at("/minutes.docx"))).hasStatus(404);
        held();
        Meeting other = meetings.scheduled(8, false);
        for (String page : List.of("/minutes", "/minutes.docx", "/make-ups")) {
            assertThat(pages.get(other.secretary(), at(page))).as(page).hasStatus(404);
        }
        List<String> forms = new ArrayList<>();
        Matcher form = Pattern.compile("<form[^>]*action=\"(/tasks/[^\"]*)\"")
                .matcher(body(pages.get(meeting.members().get(3), at("/minutes"))));
        while (form.find()) {
            forms.add(form.group(1));
        }
        assertThat(forms).as("a member has nothing to fill in here").isEmpty();
    }

    @Test
    @DisplayName("Gists are written by those who may read them, and an empty one leaves who criticised")
    void gists() {
        held();
        TurnRow turn = meetings.view(meeting).turns().stream()
                .filter(one -> one.name().equals("党员03"))
                .findFirst()
                .orElseThrow();
        String address = at("/minutes/turns/") + turn.id();
        pages.post(recorder(), address, "self", "改了的要点", "gist-" + memberOf(secretary()), "");
        String page = words(pages.get(secretary(), at("/minutes")));
        assertThat(page).contains("改了的要点").doesNotContain(GIST);
        assertThat(view(secretary()).content().items())
                .flatExtracting(MinutesContent.Item::turns)
                .flatExtracting(MinutesContent.Speech::critics)
                .extracting(MinutesContent.Critic::name)
                .containsExactly("于光燕");
        assertThat(words(pages.post(meeting.members().get(3), address, "self", "x")))
                .contains("只有主持人、记录人和支委");
    }
}
