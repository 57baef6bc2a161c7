package org.orglife.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;
import static org.orglife.publication.PublicationsAtWork.fields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import jakarta.servlet.http.Cookie;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BallotsAtWork;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.Opinions;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.ReviewsAtWork;
import org.orglife.Statements;
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.orglife.rectification.ItemState;
import org.orglife.rectification.LedgerMeasure;
import org.orglife.rectification.LedgerRow;
import org.orglife.review.Grade;
import org.orglife.shared.BranchScope;
import org.orglife.talk.RecordTalk;
import org.orglife.talk.Talk;
import org.orglife.talk.TalkMedium;
import org.orglife.talk.TalkService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The page that everybody may see: who asks is nobody's business, and what must not be shown cannot get there. */
@FullApplicationTest
@Import({PublicationsAtWork.class, MeetingsAtWork.class, BallotsAtWork.class, ReviewsAtWork.class})
class PublicPageTests {

    private static final String CANARY = "金丝雀";

    @Autowired
    BranchesAtWork branches;

    @Autowired
    PublicationsAtWork publications;

    @Autowired
    BallotsAtWork ballots;

    @Autowired
    ReviewsAtWork reviews;

    @Autowired
    TalkService talks;

    @Autowired
    PublicationDrafts drafts;

    @Autowired
    PublicationGate gate;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester visitors;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private long item;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        publications.allowPage(branch.campaign());
        item = branches.item(branch, ItemState.IN_PROGRESS);
    }

    private long shown() {
        return publications.published(branch, fields(PublicationKind.MEASURES, List.of(item), "onPage", "true"));
    }

    private MvcTestResult visit(String address) {
        return visitors.get().uri(address).exchange();
    }

    @Test
    @DisplayName("It opens without a name, leaves no cookie, tells no search engine, and is asked for anew each time")
    void nobodyInParticular() {
        MvcTestResult page = visit(publications.page(shown()));
        assertThat(page).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(page)
                .headers()
                .hasValue("X-Robots-Tag", "noindex, nofollow, noarchive")
                .hasValue("Cache-Control", "private, no-cache")
                .hasValue("Referrer-Policy", "no-referrer");
        assertThat(body(page)).contains("<meta name=\"robots\" content=\"noindex,nofollow,noarchive\">");
        assertThat(body(page)).doesNotContain("<script", "_csrf", "/login");
        assertThat(words(page)).contains("等候时间长", "余庆清，内线8231", "2023年10月20日至10月25日", "中共呼吸内科支部委员会");
        Cookie session = new Cookie("SESSION", "c29tZWJvZHk=");
        MvcTestResult known =
                visitors.get().uri(publications.page(shown())).cookie(session).exchange();
        assertThat(known).hasStatusOk().doesNotContainHeader("Set-Cookie");
    }

    @Test
    @DisplayName("The address has 26 characters of those on slips; small letters and gaps lead there too")
    void address() {
        String page = publications.page(shown());
        assertThat(page).matches("/p/[0-9A-HJKMNP-TV-Z]{26}");
        assertThat(visit(page.toLowerCase(java.util.Locale.ROOT))).hasStatusOk();
        assertThat(publications.page(shown())).isNotEqualTo(page);
    }

    @Test
    @DisplayName("One statement for each request, cold or warm; none of what was not changed is sent again")
    void oneStatement() {
        String page = publications.page(shown());
        for (int visits = 0; visits < 3; visits++) {
            Statements.reset();
            assertThat(visit(page)).hasStatusOk();
            assertThat(Statements.count()).as(Statements.texts().toString()).isEqualTo(1);
        }
        String tag = Objects.requireNonNull(visit(page).getResponse().getHeader("ETag"));
        Statements.reset();
        MvcTestResult again =
                visitors.get().uri(page).header("If-None-Match", tag).exchange();
        assertThat(again).hasStatus(304);
        assertThat(again.getResponse().getContentAsByteArray()).isEmpty();
        assertThat(Statements.count()).isEqualTo(1);
        Statements.reset();
        assertThat(visit("/p/00000000000000000000000000")).hasStatus(404);
        assertThat(Statements.count()).isEqualTo(1);
    }

    @Test
    @DisplayName("Taken down it is gone at the next request, also for whoever has it; nothing of it is left")
    void withdrawn() {
        long id = shown();
        String page = publications.page(id);
        String tag = Objects.requireNonNull(visit(page).getResponse().getHeader("ETag"));
        redirect(publications.withdraw(branch.deputy(), id));
        for (MvcTestResult gone : List.of(
                visit(page),
                visitors.get().uri(page).header("If-None-Match", tag).exchange())) {
            assertThat(gone).hasStatus(410).doesNotContainHeader("Set-Cookie").doesNotContainHeader("ETag");
            assertThat(gone).headers().hasValue("Cache-Control", "no-store");
            assertThat(words(gone)).contains("这里没有正在公示的内容").doesNotContain("呼吸内科", "等候时间长");
            assertThat(body(gone)).isEqualTo(body(visit("/p/00000000000000000000000000")));
        }
        assertThat(jdbc.sql("select body is null from publication_page where publication_id = :id")
                        .param("id", id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    @DisplayName("It begins and ends with its days")
    void itsDays() {
        long id = shown();
        String page = publications.page(id);
        publications.over(id);
        assertThat(visit(page)).hasStatus(410);
        assertThat(words(pages.get(branch.secretary(), "/publications/" + id))).doesNotContain("/p/");
        jdbc.sql(
                        "update publication_page set from_on = '2023-10-21', until_on = '2023-10-28' where publication_id = :id")
                .param("id", id)
                .update();
        assertThat(visit(page)).hasStatus(410);
    }

    @Test
    @DisplayName("Whoever tries addresses is slowed down; a page that is there is still shown")
    void guessing() {
        String page = publications.page(shown());
        int refused = 0;
        for (int guess = 0; guess < 30; guess++) {
            MvcTestResult answer = visitors.get()
                    .uri("/p/%026d".formatted(guess))
                    .with(request -> {
                        request.setRemoteAddr("192.0.2.77");
                        return request;
                    })
                    .exchange();
            refused += answer.getResponse().getStatus() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(10);
        assertThat(visitors.get().uri(page).with(request -> {
                    request.setRemoteAddr("192.0.2.77");
                    return request;
                }))
                .hasStatusOk();
    }

    @Test
    @DisplayName("Where the campaign allows no page there is none; and none any more once it forbids it")
    void off() {
        long id = publications.published(branch, fields(PublicationKind.MEASURES, List.of(item)));
        assertThat(jdbc.sql("select count(*) from publication_page where publication_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
        long approved =
                publications.approved(branch, fields(PublicationKind.MEASURES, List.of(item), "onPage", "true"));
        jdbc.sql("update campaign set public_page = false where id = :id")
                .param("id", branch.campaign())
                .update();
        assertThat(words(publications.publish(branch.secretary(), approved))).contains("上级没有开通网页公示");
    }

    @Test
    @DisplayName("What people type is text there too")
    void noMarkup() {
        long wrong = branches.raise(
                branch.secretary(), branch.task(), true, "<img src=x onerror=alert(1)>${7*7}", branch.organiser());
        long id = publications.published(
                branch, fields(PublicationKind.MEASURES, List.of(wrong), "onPage", "true", "title", "<b>标题</b>"));
        assertThat(body(visit(publications.page(id))))
                .contains("&lt;img src=x onerror=alert(1)&gt;${7*7}", "&lt;b&gt;标题&lt;/b&gt;")
                .doesNotContain("<img", "<b>标题");
    }

    /** Paths of all fields of a record, with their types. */
    private static void collect(String path, Class<?> type, Set<String> found) {
        for (RecordComponent component : type.getRecordComponents()) {
            Type generic = component.getGenericType();
            Class<?> of = generic instanceof ParameterizedType list
                    ? (Class<?>) list.getActualTypeArguments()[0]
                    : component.getType();
            String here = path + component.getName();
            if (of.isRecord()) {
                collect(here + ".", of, found);
            } else {
                found.add(here + " " + of.getSimpleName());
            }
        }
    }

    @Test
    @DisplayName("There is no field for what must not be shown: these are all there are")
    void allFields() {
        TreeSet<String> content = new TreeSet<>();
        collect("", PublicationContent.class, content);
        assertThat(content)
                .containsExactlyInAnyOrder(
                        "problems.text String",
                        "problems.measures.text String",
                        "problems.measures.dueOn LocalDate",
                        "problems.measures.owner String",
                        "problems.measures.progress Progress",
                        "pledges.name String",
                        "pledges.post String",
                        "pledges.promises.text String",
                        "pledges.promises.dueOn LocalDate",
                        "points.name String",
                        "points.points int",
                        "points.total int",
                        "meeting.heldOn LocalDate",
                        "meeting.form MeetingForm",
                        "meeting.expected int",
                        "meeting.present int");
        TreeSet<String> around = new TreeSet<>();
        collect("", PublicationDetails.class, around);
        assertThat(around)
                .containsExactlyInAnyOrder(
                        "reach Reach",
                        "title String",
                        "intro String",
                        "contact String",
                        "signature String",
                        "from LocalDate",
                        "until LocalDate",
                        "onPage boolean");
    }

    @Test
    @DisplayName("Nothing here asks for causes, sources, results, talks, opinions, votes, grades or sealed words")
    void nobodyAsks() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.orglife.publication");
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.orglife.talk..",
                        "org.orglife.opinion..",
                        "org.orglife.ballot..",
                        "org.orglife.review..",
                        "org.orglife.minutes..",
                        "org.orglife.outline..",
                        "org.orglife.sealing..")
                .check(classes);
        for (String field :
                List.of("cause", "source", "result", "evidence", "responsibleLeader", "aspect", "subject")) {
            ArchRuleDefinition.noClasses()
                    .should()
                    .callMethod(LedgerRow.class, field)
                    .check(classes);
        }
        for (String field : List.of("progress", "target", "progressOn")) {
            ArchRuleDefinition.noClasses()
                    .should()
                    .callMethod(LedgerMeasure.class, field)
                    .check(classes);
        }
    }

    @Test
    @DisplayName(
            "With every text of the branch marked, none but what was chosen comes out on page, paper or in the chat")
    void fullWalk() {
        Meeting meeting = reviews.counted(8, 6, 1);
        reviews.met(meeting);
        SignedInUser secretary = meeting.secretary();
        SignedInUser member = meeting.members().get(0);
        reviews.decided(meeting, member, Grade.UNQUALIFIED);
        reviews.told(meeting, member);
        publications.allowPage(meeting.campaign());
        long chosen = branches.raise(secretary, meeting.task(), true, "等候时间长", secretary);
        long other = branches.raise(secretary, meeting.task(), true, CANARY + "没有选的问题", secretary);
        long personal = branches.raise(member, meeting.task(), false, CANARY + "个人问题", member);
        branches.report(chosen, secretary, false);
        String opinion = CANARY + "意见";
        new Opinions(pages).record(secretary, meeting.task(), opinion, "PHONE");
        People.actAs(secretary);
        talks.record(
                new RecordTalk(
                        meeting.task(),
                        memberOf(secretary),
                        List.of(memberOf(member)),
                        new Talk.Facts(TestClock.TODAY, TalkMedium.FACE, null),
                        CANARY + "谈话"),
                secretary.scope());
        List<String> planted = plant(meeting.unit().getId());
        assertThat(planted)
                .contains(
                        "problem.cause",
                        "measure.progress",
                        "measure.target",
                        "rectification_item.result",
                        "rectification_item.evidence",
                        "rectification_item.responsible_leader",
                        "opinion.text",
                        "member_review.opinion",
                        "member_review.everyday",
                        "member_review.study",
                        "agenda_item.title",
                        "meeting_notice.body");
        assertThat(personal).isNotEqualTo(other);
        long id = showOnPage(meeting, chosen);
        List<String> read = new ArrayList<>();
        read.add(body(visit(publications.page(id))));
        read.add(body(pages.get(member, "/publications/" + id)));
        read.add(body(pages.get(member, "/publications/" + id + "/print?paper=A3")));
        read.add(body(pages.get(member, "/publications/" + id + "/print")));
        assertThat(read)
                .allSatisfy(page -> assertThat(page)
                        .contains("等候时间长")
                        .doesNotContain(CANARY, "不合格", "得票", memberOf(member) + "\""));
        assertThat(body(pages.get(secretary, "/publications/" + id)))
                .contains("复制")
                .doesNotContain(CANARY);
    }

    /** Proposed by a member of the committee, checked by another, approved and shown by the secretary. */
    private long showOnPage(Meeting meeting, long chosen) {
        SignedInUser proposer = meeting.committee().get(1);
        BranchScope leads = meeting.secretary().scope();
        People.actAs(proposer);
        LocalDate today = TestClock.TODAY;
        long id = drafts.propose(
                meeting.task(),
                new ProposePublication(
                        PublicationKind.PROGRESS,
                        java.util.Set.of(chosen),
                        null,
                        null,
                        new PublicationDetails(
                                Reach.COMMUNITY, "整改进展公示", "请监督。", "支部意见箱", "党支部", today, today.plusDays(5), true)),
                proposer,
                proposer.scope());
        People.actAs(meeting.secretary());
        gate.check(id, 0, List.of(CheckPoint.values()), meeting.secretary(), leads);
        gate.approve(id, 1, null, null, meeting.secretary(), leads);
        gate.publish(id, 2, meeting.secretary(), leads);
        return id;
    }

    /** Marks every text that the branch keeps, but the two that may be shown; returns where it could. */
    private List<String> plant(long branchId) {
        List<String> columns = jdbc.sql("""
                        select c.table_name || '.' || c.column_name from information_schema.columns c
                        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'text'
                          and exists (select from information_schema.columns b
                            where b.table_schema = 'public' and b.table_name = c.table_name and b.column_name = 'branch_id')
                        order by 1
                        """).query(String.class).list();
        List<String> planted = new ArrayList<>();
        for (String column : columns) {
            String[] parts = column.split("\\.");
            if (column.equals("problem.text")
                    || column.equals("measure.text")
                    || parts[1].matches(".*state|.*key|source|kind|code|role|live_key")) {
                continue;
            }
            String more = parts[1].equals("progress") ? ", progress_on = '2023-10-20'" : "";
            if (mark(parts[0], parts[1], more, branchId, planted.size())) {
                planted.add(column);
            }
        }
        return planted;
    }

    /** In every row if that may be, otherwise where there are words already; a column of fixed words takes none. */
    private boolean mark(String table, String column, String more, long branchId, int number) {
        String update = "update \"" + table + "\" set \"" + column + "\" = :mark" + more + " where branch_id = :branch";
        for (String where : List.of("", " and \"" + column + "\" is not null")) {
            try {
                return jdbc.sql(update + where)
                                .param("mark", CANARY + number)
                                .param("branch", branchId)
                                .update()
                        > 0;
            } catch (DataAccessException fixedWords) {
                // not here, or not at all
            }
        }
        return false;
    }
}
