package org.orglife.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.words;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BallotsAtWork;
import org.orglife.BallotsAtWork.Ballot;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.ReviewsAtWork;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.ReportCheck;
import org.orglife.campaign.ReportLine;
import org.orglife.shared.Role;
import org.orglife.statistics.Boards;
import org.orglife.statistics.Metric;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What leaves the committee of a review: figures, names, documents, and what the office allows. */
@FullApplicationTest
@Import({MeetingsAtWork.class, BallotsAtWork.class, ReviewsAtWork.class})
class ReviewResultTests {

    @Autowired
    BallotsAtWork ballots;

    @Autowired
    ReviewsAtWork reviews;

    @Autowired
    MeetingsAtWork meetings;

    @Autowired
    Boards boards;

    @Autowired
    ReportCheck gate;

    @Autowired
    People people;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Meeting meeting;

    /** Eight of whom the last is probationary; five graded, four of them told. */
    @BeforeEach
    void decided() {
        meeting = meetings.scheduled(8, true);
        jdbc.sql("update member set kind = 'PROBATIONARY', full_on = null where id = :id")
                .param("id", memberOf(meeting.members().get(4)))
                .update();
        meetings.begin(meeting);
        Ballot ballot = ballots.reached(meeting);
        reviews.counted(ballot, 6, 1);
        reviews.met(meeting);
        Map<SignedInUser, Grade> grades = Map.of(
                meeting.committee().get(0), Grade.EXCELLENT,
                meeting.committee().get(1), Grade.QUALIFIED,
                meeting.members().get(0), Grade.BASIC,
                meeting.members().get(1), Grade.UNQUALIFIED);
        grades.forEach((member, grade) -> {
            reviews.decided(meeting, member, grade);
            reviews.told(meeting, member);
        });
        reviews.decided(meeting, meeting.members().get(2), Grade.QUALIFIED);
    }

    private String at(String page) {
        return "/tasks/" + meeting.task() + "/review" + page;
    }

    private static long figure(Map<Metric, Long> figures, Metric metric) {
        return figures.getOrDefault(metric, -1L);
    }

    @Test
    @DisplayName("BR-52, M18: whoever was decided on takes part; which grade he has counts once he was told")
    void figures() {
        Map<Metric, Long> figures = figures(1, 5 + 1);
        long graded = figure(figures, Metric.M18b)
                + figure(figures, Metric.M18c)
                + figure(figures, Metric.M18d)
                + figure(figures, Metric.M18e);
        assertThat(jdbc.sql("select count(grade) from member_review where task_id = :task and fed_back_on is not null")
                        .param("task", meeting.task())
                        .query(Long.class)
                        .single())
                .isEqualTo(graded);
        assertThat(words(pages.get(meeting.secretary(), at("/result")))).contains("参加评议的党员 6 人", "已评定，还没有反馈 1");
        assertThat(words(pages.get(
                        meeting.office(), "/campaigns/{id}/figures/{metric}", meeting.campaign(), Metric.M18a)))
                .contains("参加评议的党员");
        reviews.told(meeting, meeting.members().get(2));
        figures = figures(2, 5 + 1);
        assertThat(figure(figures, Metric.M18a) - figure(figures, Metric.M18f))
                .as("graded is the sum of the four grades once all were told")
                .isEqualTo(graded + 1);
        assertThat(words(pages.get(meeting.secretary(), at("/result")))).doesNotContain("还没有反馈");
    }

    private Map<Metric, Long> figures(long qualified, long all) {
        Map<Metric, Long> figures =
                boards.figures(meeting.campaign(), meeting.office().scope());
        assertThat(figures)
                .containsEntry(Metric.M18b, 1L)
                .containsEntry(Metric.M18c, qualified)
                .containsEntry(Metric.M18d, 1L)
                .containsEntry(Metric.M18e, 1L)
                .containsEntry(Metric.M18f, 1L)
                .containsEntry(Metric.M18a, all);
        return figures;
    }

    @Test
    @DisplayName("M18: whoever reports before all were told is warned that their grades are not counted")
    void reportedEarly() {
        ReportLine line = untold().get(0);
        assertThat(line.must()).isFalse();
        assertThat(line.arguments()).containsExactly(7 - 4);
        for (int at = 2; at < 4; at++) {
            reviews.decided(meeting, meeting.members().get(at), Grade.QUALIFIED);
            reviews.told(meeting, meeting.members().get(at));
        }
        reviews.decided(meeting, meeting.committee().get(2), Grade.QUALIFIED);
        assertThat(untold())
                .singleElement()
                .satisfies(one -> assertThat(one.arguments()).containsExactly(1));
        reviews.told(meeting, meeting.committee().get(2));
        assertThat(untold()).isEmpty();
    }

    private List<ReportLine> untold() {
        return gate.missing(meetings.task(meeting), meeting.secretary().scope()).stream()
                .filter(line -> line.code().equals("minutes.report.untold"))
                .toList();
    }

    @Test
    @DisplayName("BR-52: the office reads the names that its form asks for, others above the branch and members counts")
    void names() {
        String committee = words(pages.get(meeting.committee().get(1), at("/result")));
        assertThat(committee).contains("于光燕", "梁梦清", "党员01", "党员02", "党员05");
        String office = words(pages.get(meeting.office(), at("/result")));
        assertThat(office).contains("于光燕", "党员01", "党员02", "只看人数").doesNotContain("梁梦清", "党员03", "党员05");
        SignedInUser leader = people.user(Role.LEADER, meeting.above(), null, "领导");
        for (SignedInUser reader : new SignedInUser[] {leader, meeting.members().get(3)}) {
            assertThat(words(pages.get(reader, at("/result"))))
                    .contains("基本合格", "只看人数")
                    .doesNotContain("党员01", "党员02");
        }
        assertThat(pages.get(meeting.office(), at(""))).hasStatus(403);
    }

    @Test
    @DisplayName("BR-25: the office lets one branch have more, with a reason; within reason")
    void allow() {
        reviews.decided(meeting, meeting.committee().get(2), Grade.EXCELLENT);
        assertThat(reviews.view(meeting).cap().isFull()).isTrue();
        MvcTestResult none = pages.post(meeting.office(), at("/permission"), "most", "2", "reason", "先进支部");
        assertThat(none).hasStatus(422);
        assertThat(words(none)).contains("放宽的人数要多于 2 人，不超过 7 人", "先进支部");
        assertThat(pages.post(meeting.secretary(), at("/permission"), "most", "3", "reason", "x"))
                .hasStatus(403);
        assertThat(pages.post(meeting.office(), at("/permission"), "most", "3", "reason", "先进支部"))
                .hasStatus(302);
        assertThat(words(pages.get(meeting.secretary(), at("")))).contains("优秀不超过 3 人；已评 2 人", "放宽到 3 人：先进支部");
        reviews.decided(meeting, meeting.members().get(3), Grade.EXCELLENT);
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where action = 'review.reviewAction.MORE_ALLOWED' and object_id = :id")
                        .param("id", String.valueOf(meeting.task()))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("F16 and F17 hold what was decided and no number of an identity card, for the committee alone")
    void documents() throws IOException {
        SignedInUser member = meeting.members().get(0);
        String form = at("/members/" + memberOf(member) + "/form.docx");
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(
                        pages.get(meeting.secretary(), form).getResponse().getContentAsByteArray()));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            assertThat(text.getText())
                    .contains("民主评议党员登记表", "党员01", "1980年5月", "基本合格", "评语", "优秀 6 票", "上级党组织意见")
                    .doesNotContain("身份证", "住址");
        }
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(pages.get(meeting.secretary(), at("/register.xlsx"))
                        .getResponse()
                        .getContentAsByteArray()))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(8);
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("于光燕");
            assertThat(sheet.getRow(1).getCell(7).getStringCellValue()).isEqualTo("优秀");
        }
        assertThat(pages.get(member, form)).hasStatus(403);
        assertThat(pages.get(meeting.office(), at("/register.xlsx"))).hasStatus(403);
    }
}
