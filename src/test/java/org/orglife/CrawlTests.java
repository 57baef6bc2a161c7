package org.orglife;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.CampaignService;
import org.orglife.rectification.ItemState;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.sitting.AgendaPlanning;
import org.orglife.survey.Surveys;
import org.orglife.talk.RecordTalk;
import org.orglife.talk.Talk;
import org.orglife.talk.TalkMedium;
import org.orglife.talk.TalkService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Walks through everything that is linked, as each role, and looks for what must not be there. */
@FullApplicationTest
class CrawlTests {

    private static final Pattern LINK = Pattern.compile("(?:href|hx-get|data-href)=\"(/[^\"#]*)");
    private static final Pattern ASSET = Pattern.compile("/(webjars|assets|actuator|help)/.*");
    private static final int MOST_PAGES = 30;
    private static final String CANARY = "金丝雀";
    private static final String SCRIPT = "\"><img src=x onerror=alert(1)>${7*7}";

    /** Every column that holds what people typed, with the way from its row to its unit. */
    private static final List<String> TEXTS = List.of(
            "update org_unit r set name = left(:text || r.id || r.name, 60), short_name = left(:text, 30), category = left(:text, 30)"
                    + " where r.path like :tree || '%'",
            "update member r set name = left(:text || r.name, 40) where exists (select 1 from membership m"
                    + " join org_unit u on u.id = m.branch_id where m.member_id = r.id and u.path like :tree || '%')",
            "update campaign r set title = :text || r.title, doc_number = :text, basis = :text, theme = :text,"
                    + " requirement_phrase = :text where r.issuer_id in (select id from org_unit u where u.path like :tree || '%')",
            "update aspect r set title = left(:text || r.id, 60), guiding_questions = :text where r.campaign_id in"
                    + " (select c.id from campaign c join org_unit u on u.id = c.issuer_id where u.path like :tree || '%')",
            "update opinion r set text = :text || r.text where r.branch_id in"
                    + " (select id from org_unit u where u.path like :tree || '%')",
            "update digest_point r set text = :text || r.text, answer = :text where r.branch_id in"
                    + " (select id from org_unit u where u.path like :tree || '%')",
            "update opinion_collection r set place = left(:text, 80), organiser = left(:text, 40) where r.branch_id in"
                    + " (select id from org_unit u where u.path like :tree || '%')",
            "update problem r set text = :text || r.text, cause = :text where r.branch_id in"
                    + " (select id from org_unit u where u.path like :tree || '%')",
            "update problem_draft r set text = :text || r.text, cause = :text where r.branch_id in"
                    + " (select id from org_unit u where u.path like :tree || '%')",
            "update measure r set text = :text || r.text, target = :text, progress = :text, progress_on = '2023-10-20',"
                    + " extension_until = coalesce(r.due_on, '2023-12-31') + 5, extension_reason = :text,"
                    + " extension_asked_on = '2023-10-20', extension_asked_by = left(:text, 40)"
                    + " where r.branch_id in (select id from org_unit u where u.path like :tree || '%')",
            "update rectification_item r set result = :text, evidence = :text, responsible_leader = :text"
                    + " where r.branch_id in (select id from org_unit u where u.path like :tree || '%')",
            "update evidence r set name = left(:text || r.name, 120), uploaded_by = left(:text, 40)"
                    + " where r.branch_id in (select id from org_unit u where u.path like :tree || '%')",
            "update invitation r set name = left(:text || r.name, 40), unit = left(:text, 60), subtype = left(:text, 30)"
                    + " where r.branch_id in (select id from org_unit u where u.path like :tree || '%')",
            "update meeting_notice r set title = left(:text || r.title, 100), body = :text || r.body, late_reason = left(:text, 300)"
                    + " where r.branch_id in (select id from org_unit u where u.path like :tree || '%')",
            "update agenda_item r set title = left(:text || r.title, 60), person = left(:text, 40)"
                    + " where r.branch_id in (select id from org_unit u where u.path like :tree || '%')",
            "update routine_meeting r set topics = :text || r.topics, place = left(:text, 60), lecturer = left(:text, 40),"
                    + " record = :text, state = 'RECORDED' where r.state in ('HELD', 'RECORDED') and r.branch_id in"
                    + " (select id from org_unit u where u.path like :tree || '%')",
            "update routine_decision r set text = :text || r.text where r.branch_id in"
                    + " (select id from org_unit u where u.path like :tree || '%')",
            "update routine_guest r set name = left(:text || r.name, 60) where r.branch_id in"
                    + " (select id from org_unit u where u.path like :tree || '%')",
            "update routine_change r set reason = left(:text || r.reason, 200), by_name = left(:text, 60) where r.branch_id in"
                    + " (select id from org_unit u where u.path like :tree || '%')",
            "update expected_exclusion r set consent_number = left(:text, 60)"
                    + " where r.branch_id in (select id from org_unit u where u.path like :tree || '%')",
            "update branch_plan r set place = left(:text, 60)"
                    + " where r.branch_id in (select id from org_unit u where u.path like :tree || '%')",
            "update supplement r set title = :text, body = :text where r.campaign_id in"
                    + " (select c.id from campaign c join org_unit u on u.id = c.issuer_id where u.path like :tree || '%')",
            "update member_review r set participation_reason = left(:text, 300), everyday = :text, study = :text, opinion = :text,"
                    + " statement = :text where r.branch_id in (select id from org_unit u where u.path like :tree || '%')",
            "update earlier_decision r set reason = left(:text, 300), opinion = :text, statement = :text, replaced_by = left(:text, 40)"
                    + " where r.branch_id in (select id from org_unit u where u.path like :tree || '%')",
            "update review_meeting_present r set name = left(:text, 40)"
                    + " where r.branch_id in (select id from org_unit u where u.path like :tree || '%')",
            "update review_improvement r set text = left(:text, 300)"
                    + " where r.branch_id in (select id from org_unit u where u.path like :tree || '%')",
            "update excellent_permission r set reason = left(:text, 300), by_name = left(:text, 40)"
                    + " where r.branch_id in (select id from org_unit u where u.path like :tree || '%')",
            "update publication r set title = left(:text || r.title, 80), intro = left(:text || r.intro, 300),"
                    + " contact = left(:text, 100), signature = left(:text, 60),"
                    + " content = jsonb_set(r.content, '{problems,0,text}', to_jsonb(cast(:text as text)))"
                    + " where r.branch_id in (select id from org_unit u where u.path like :tree || '%')",
            "update pledge r set name = left(:text || r.name, 40), post = left(:text || r.post, 60),"
                    + " returned_reason = left(:text, 300) where r.branch_id in"
                    + " (select id from org_unit u where u.path like :tree || '%')",
            "update pledge_promise r set text = left(:text || r.text, 200) where r.branch_id in"
                    + " (select id from org_unit u where u.path like :tree || '%')",
            "update points_item r set name = left(:text || r.name, 60) where r.branch_id in"
                    + " (select id from org_unit u where u.path like :tree || '%')",
            "update look_back_result r set remark = left(:text, 300), inspector_name = left(:text, 40),"
                    + " recorded_by_name = left(:text, 40) where r.finding is not null and r.branch_id in"
                    + " (select id from org_unit u where u.path like :tree || '%')",
            "update look_back_inspector r set name = left(:text || r.name, 40) where r.branch_id in"
                    + " (select id from org_unit u where u.path like :tree || '%')",
            "update survey_line r set words = left(:text || r.words, 500) where r.branch_id in"
                    + " (select id from org_unit u where u.path like :tree || '%')",
            "update import_batch r set file_name = :text || '.xlsx' where r.unit_id in"
                    + " (select id from org_unit u where u.path like :tree || '%')");

    @Autowired
    AgendaPlanning planning;

    @Autowired
    BranchesAtWork branches;

    @Autowired
    CampaignService campaigns;

    @Autowired
    TalkService talks;

    @Autowired
    BranchTaskService tasks;

    @Autowired
    Surveys surveys;

    @Autowired
    Pages pages;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private void populate(Branch branch) {
        for (ItemState state : ItemState.values()) {
            branches.item(branch, state);
        }
        branches.personalItem(branch, ItemState.SUBMITTED);
        pages.post(
                branch.colleague(),
                "/tasks/" + branch.task() + "/my-problems",
                "aspectId",
                String.valueOf(branches.aspect(branch.task(), false, branch.colleague())),
                "text",
                "交接班迟到");
        branches.personalItem(branch, ItemState.CLOSED);
        branches.raise(branch.secretary(), branch.task(), false, "联系群众少", branch.secretary());
        Opinions opinions = new Opinions(pages);
        long first = opinions.record(branch.secretary(), branch.task(), "挂号等得久", "WECHAT");
        opinions.record(branch.organiser(), branch.task(), "食堂太远", "PHONE");
        opinions.merge(branch.secretary(), branch.task(), "挂号等候时间长", first);
        pages.post(
                branch.secretary(),
                "/tasks/" + branch.task() + "/opinions/collections",
                "channel",
                "SEMINAR",
                "group",
                "OUTSIDER",
                "heldOn",
                "2023-10-12",
                "place",
                "三楼会议室");
        meet(branch);
        review(branch);
        gather(branch);
        lookBack(branch);
        show(branch);
        People.actAs(branch.secretary());
        surveys.prepareWhole(branch.task(), branch.secretary().scope());
        People.actAs(branch.office());
        campaigns.supplement(branch.campaign(), "补充通知", "顺延一周", branch.office().scope());
        pages.upload(branch.office(), "/imports", "名册.xlsx", new byte[] {1});
        pages.upload(branch.secretary(), "/imports", "台账.xlsx", new byte[] {1});
    }

    /** A list that is proposed to be shown, a pledge, a scheme of points. */
    private void show(Branch branch) {
        String item = String.valueOf(branches.item(branch, ItemState.PLANNED));
        String task = "/tasks/" + branch.task();
        Pages.redirect(pages.post(
                branch.secretary(),
                task + "/publications",
                "kind",
                "MEASURES",
                "reach",
                "UNIT",
                "title",
                "整改措施公示",
                "intro",
                "请监督",
                "contact",
                "余庆清",
                "signature",
                "党支部",
                "from",
                "2023-10-20",
                "until",
                "2023-10-25",
                "chosen",
                item));
        Pages.redirect(pages.post(branch.secretary(), task + "/pledges", "post", "医师", "first", "多走访"));
        Pages.redirect(pages.post(
                branch.secretary(),
                "/points/scheme",
                "year",
                "2023",
                "base",
                "0",
                "period",
                "YEAR",
                "items",
                "志愿服务｜2"));
    }

    /** A meeting that is fixed, with a guest, a leave and a member who is left out. */
    private void meet(Branch branch) {
        String task = "/tasks/" + branch.task();
        pages.post(
                branch.secretary(),
                task + "/meeting/schedule",
                "meetingOn",
                "2023-11-20",
                "startsAt",
                "14:30",
                "place",
                "会议室",
                "chairId",
                String.valueOf(BranchesAtWork.memberOf(branch.secretary())),
                "recorderId",
                String.valueOf(BranchesAtWork.memberOf(branch.organiser())),
                "form",
                "GENERAL_MEETING");
        pages.post(branch.secretary(), task + "/invitations", "capacity", "OUTSIDE_REP", "name", "患者代表");
        pages.post(
                branch.secretary(),
                task + "/leave",
                "memberId",
                String.valueOf(BranchesAtWork.memberOf(branch.colleague())),
                "reason",
                "DUTY");
        pages.post(
                branch.secretary(),
                task + "/expected/exclusions",
                "memberId",
                String.valueOf(BranchesAtWork.memberOf(branch.groupLeader())),
                "reason",
                "ABROAD",
                "consentNumber",
                "院党组8号",
                "consentOn",
                "2023-10-10",
                "decidedOn",
                "2023-10-16");
        BranchScope scope = branch.secretary().scope();
        planning.settle(branch.task(), planning.lines(tasks.get(branch.task(), scope)), scope);
        jdbc.sql("update branch_task set state = 'READY' where id = :task")
                .param("task", branch.task())
                .update();
        pages.post(branch.secretary(), task + "/meeting/notice", "title", "会议通知", "body", "请准时参加", "send", "true");
    }

    /** A review that is over for two: one is helped to improve, and was decided on a second time. */
    private void review(Branch branch) {
        jdbc.sql("update campaign set combines_member_review = true where id = :id")
                .param("id", branch.campaign())
                .update();
        long secretary = BranchesAtWork.memberOf(branch.secretary());
        long meeting = jdbc.sql("""
                        insert into review_meeting (id, branch_id, task_id, body, held_on, expected, present)
                        values (nextval('review_meeting_seq'), :branch, :task, 'COMMITTEE', '2023-10-12', 1, 1) returning id
                        """)
                .param("branch", branch.unit().getId())
                .param("task", branch.task())
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into review_meeting_present (meeting_id, branch_id, member_id, name)
                        values (:meeting, :branch, :secretary, '书记')
                        """)
                .param("meeting", meeting)
                .param("branch", branch.unit().getId())
                .param("secretary", secretary)
                .update();
        for (SignedInUser user : List.of(branch.member(), branch.organiser())) {
            jdbc.sql("""
                            insert into member_review (id, branch_id, task_id, member_id, kind, participation, balloted, everyday, study,
                              grade, opinion, meeting_id, fed_back_on, fed_back_by, feedback_way, statement, stated_at, recheck_on, reopened)
                            values (nextval('member_review_seq'), :branch, :task, :member, 'FULL', 'GRADED', true, '工作认真', '学习积极',
                              'BASIC', '评语', :meeting, '2023-10-13', :secretary, 'FACE_TO_FACE', '补充', now(), '2023-11-13', true)
                            """)
                    .param("branch", branch.unit().getId())
                    .param("task", branch.task())
                    .param("member", BranchesAtWork.memberOf(user))
                    .param("meeting", meeting)
                    .param("secretary", secretary)
                    .update();
        }
        jdbc.sql("""
                        insert into review_improvement (id, branch_id, review_id, text, helper_id)
                        select nextval('review_improvement_seq'), branch_id, id, '按时参加', :secretary from member_review where task_id = :task
                        """).param("secretary", secretary).param("task", branch.task()).update();
        jdbc.sql("""
                        insert into earlier_decision (id, branch_id, review_id, replaced_at, replaced_by, reason, grade, opinion, meeting_id,
                          fed_back_on, fed_back_by, feedback_way, statement, stated_at)
                        select nextval('earlier_decision_seq'), branch_id, id, now(), '书记', '材料有误', 'QUALIFIED', '评语', meeting_id,
                          fed_back_on, fed_back_by, feedback_way, statement, stated_at from member_review where task_id = :task
                        """).param("task", branch.task()).update();
        jdbc.sql("""
                        insert into excellent_permission (task_id, branch_id, most, reason, by_name, at)
                        values (:task, :branch, 3, '任务重', '党办', now())
                        """)
                .param("task", branch.task())
                .param("branch", branch.unit().getId())
                .update();
    }

    /** An ordinary meeting with a decision and a guest, another that was called off. */
    private void gather(Branch branch) {
        List<String> fields =
                new ArrayList<>(List.of("kinds", "THEME_DAY", "heldOn", "2023-10-18", "topics", "义诊", "record", "记录"));
        jdbc.sql("select member_id::text from membership where branch_id = :branch")
                .param("branch", branch.unit().getId())
                .query(String.class)
                .list()
                .forEach(id -> fields.addAll(List.of("listed", id, "present", id)));
        String meeting = Pages.redirect(pages.post(branch.secretary(), "/routine", fields.toArray(new String[0])));
        pages.post(branch.secretary(), meeting + "/decisions", "text", "每月义诊");
        pages.post(branch.secretary(), meeting + "/guests", "name", "李主任");
        fields.set(fields.indexOf("义诊"), "记重了");
        String other = Pages.redirect(pages.post(branch.secretary(), "/routine", fields.toArray(new String[0])));
        pages.post(branch.secretary(), other + "/cancel", "reason", "记重了");
    }

    /** A round with a result at the member's own item, which his superior only counts. */
    private void lookBack(Branch branch) {
        String round = Pages.redirect(pages.post(
                branch.secretary(),
                "/tasks/" + branch.task() + "/look-backs",
                "extent",
                "ALL",
                "plannedOn",
                "2023-10-20",
                "others",
                "王建国"));
        long result = jdbc.sql("select max(x.id) from look_back_result x join problem p on p.id = x.item_id"
                        + " where p.task_id = :task and p.subject_kind <> 'BRANCH'")
                .param("task", branch.task())
                .query(Long.class)
                .single();
        Pages.redirect(pages.post(
                branch.secretary(),
                "/look-backs/items/" + result,
                "finding",
                "PARTIAL",
                "remark",
                "还差一点",
                "way",
                "HEARING",
                "inspector",
                "0",
                "checkedOn",
                "2023-10-20",
                "version",
                "0"));
        assertThat(pages.get(branch.secretary(), round)).hasStatusOk();
    }

    /** A talk between two of a branch, with words that only they read. */
    private long talk(Branch branch, String text) {
        People.actAs(branch.organiser());
        return talks.record(
                        new RecordTalk(
                                branch.task(),
                                BranchesAtWork.memberOf(branch.organiser()),
                                List.of(BranchesAtWork.memberOf(branch.member())),
                                new Talk.Facts(TestClock.TODAY, TalkMedium.FACE, null),
                                text),
                        branch.organiser().scope())
                .id();
    }

    /** What a member asks to have put right: sealed, so that it is typed and not planted. */
    private void askCorrection(Branch branch, String text) {
        Pages.redirect(pages.post(branch.member(), "/me/records/corrections", "section", "STUDY", "text", text));
    }

    private void plant(String text, String tree) {
        for (String sql : TEXTS) {
            jdbc.sql(sql).param("text", text).param("tree", tree).update();
        }
    }

    @Test
    @DisplayName("T-SCOPE-02: nobody of one branch meets a text of another, on pages, in exports, as JSON")
    void noTextOfAnotherBranch() {
        Branch mine = branches.branch("呼吸内科党支部");
        Branch theirs = branches.branch(mine.committee(), "骨科党支部");
        populate(mine);
        populate(theirs);
        talk(theirs, CANARY);
        askCorrection(theirs, CANARY);
        plant(CANARY, theirs.unit().getPath());
        jdbc.sql("update campaign set title = :text || title, theme = :text where id = :id")
                .param("text", CANARY)
                .param("id", theirs.campaign())
                .update();
        List<String> guessed = guesses(theirs);
        List<String> leaks = new ArrayList<>();
        for (SignedInUser user : mine.all()) {
            if (user.role() != Role.PARTY_OFFICE && user.role() != Role.LEADER) {
                crawl(user, guessed).forEach((address, text) -> {
                    if (text.contains(CANARY)) {
                        leaks.add(user.role() + " " + address);
                    }
                });
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    @DisplayName("T-SCOPE-02: nobody of one tree, the office included, meets a text of another tree")
    void noTextOfAnotherTree() {
        Branch mine = branches.branch("呼吸内科党支部");
        Branch theirs = branches.branch("骨科党支部");
        populate(mine);
        populate(theirs);
        talk(theirs, CANARY);
        askCorrection(theirs, CANARY);
        plant(CANARY, theirs.committee().getPath());
        List<String> guessed = guesses(theirs);
        List<String> leaks = new ArrayList<>();
        for (SignedInUser user : List.of(mine.office(), mine.leader(), mine.supervisor(), mine.secretary())) {
            crawl(user, guessed).forEach((address, text) -> {
                if (text.contains(CANARY)) {
                    leaks.add(user.role() + " " + address);
                }
            });
        }
        assertThat(leaks).isEmpty();
    }

    /** Addresses of the other branch that nobody is shown but anybody can type. */
    private List<String> guesses(Branch other) {
        List<String> guesses = new ArrayList<>(List.of(
                "/campaigns/" + other.campaign(),
                "/campaigns/" + other.campaign() + "/notice",
                "/campaigns/" + other.campaign() + "/figures",
                "/campaigns/" + other.campaign() + "/figures/M08",
                "/tasks/" + other.task(),
                "/tasks/" + other.task() + "/problems",
                "/tasks/" + other.task() + "/my-problems",
                "/tasks/" + other.task() + "/recurring",
                "/tasks/" + other.task() + "/meeting-figures/M03",
                "/tasks/" + other.task() + "/problems/new",
                "/tasks/" + other.task() + "/opinions",
                "/tasks/" + other.task() + "/opinions/digest",
                "/tasks/" + other.task() + "/opinions/collections",
                "/tasks/" + other.task() + "/meeting",
                "/tasks/" + other.task() + "/meeting/notice",
                "/tasks/" + other.task() + "/meeting/notice/print",
                "/tasks/" + other.task() + "/meeting/agenda",
                "/tasks/" + other.task() + "/meeting/agenda/print",
                "/tasks/" + other.task() + "/meeting/check-in/code",
                "/tasks/" + other.task() + "/meeting/pack",
                "/tasks/" + other.task() + "/review",
                "/tasks/" + other.task() + "/review/result",
                "/tasks/" + other.task() + "/review/mine",
                "/tasks/" + other.task() + "/review/register.xlsx",
                "/tasks/" + other.task() + "/review/members/" + BranchesAtWork.memberOf(other.member()),
                "/tasks/" + other.task() + "/review/members/" + BranchesAtWork.memberOf(other.member()) + "/form.docx",
                "/tasks/" + other.task() + "/expected",
                "/tasks/" + other.task() + "/invitations",
                "/tasks/" + other.task() + "/leave",
                "/tasks/" + other.task() + "/talks",
                "/tasks/" + other.task() + "/talks?view=LIST",
                "/tasks/" + other.task() + "/talks/print",
                "/tasks/" + other.task() + "/talks/new",
                "/tasks/" + other.task() + "/publications",
                "/tasks/" + other.task() + "/publications/new",
                "/tasks/" + other.task() + "/pledges",
                "/tasks/" + other.task() + "/pledges/print",
                "/ledger?campaign=all",
                "/ledger?campaign=all&view=MEASURES",
                "/ledger?campaign=all&view=RESPONSIBILITIES",
                "/ledger?campaign=" + other.campaign(),
                "/ledger?campaign=" + other.campaign() + "&view=PERSONAL",
                "/ledger?campaign=all&branch=" + other.unit().getId(),
                "/ledger.xlsx?campaign=all",
                "/ledger.xlsx?campaign=all&short=true",
                "/ledger.xlsx?campaign=" + other.campaign() + "&branch="
                        + other.unit().getId(),
                "/ledger/personal.xlsx?campaign=" + other.campaign(),
                "/branches?campaign=" + other.campaign(),
                "/branches?unit=" + other.unit().getId(),
                "/members?unit=" + other.unit().getId(),
                "/routine?branch=" + other.unit().getId(),
                "/routine/periods?branch=" + other.unit().getId(),
                "/routine/print?branch=" + other.unit().getId(),
                "/routine/branches",
                "/routine/branches.xlsx",
                "/organisation/" + other.unit().getId()));
        jdbc.sql("select id from correction_request where branch_id = :branch")
                .param("branch", other.unit().getId())
                .query(Long.class)
                .list()
                .forEach(id -> guesses.add("/corrections/" + id));
        jdbc.sql("select id from routine_meeting where branch_id = :branch")
                .param("branch", other.unit().getId())
                .query(Long.class)
                .list()
                .forEach(id -> guesses.addAll(List.of("/routine/" + id, "/routine/" + id + "/print")));
        jdbc.sql("select id from problem where task_id = :task")
                .param("task", other.task())
                .query(Long.class)
                .list()
                .forEach(id -> guesses.add("/ledger/" + id));
        jdbc.sql("select id from opinion where task_id = :task")
                .param("task", other.task())
                .query(Long.class)
                .list()
                .forEach(id -> guesses.add("/opinions/" + id + "/edit"));
        jdbc.sql("select id from digest_point where task_id = :task")
                .param("task", other.task())
                .query(Long.class)
                .list()
                .forEach(id -> guesses.addAll(
                        List.of("/opinion-points/" + id + "/edit", "/opinion-points/" + id + "/problem")));
        jdbc.sql("select id from talk where task_id = :task")
                .param("task", other.task())
                .query(Long.class)
                .list()
                .forEach(id -> guesses.addAll(List.of("/talks/" + id, "/talks/" + id + "/print")));
        jdbc.sql("select id from import_batch where unit_id in (:units)")
                .param("units", List.of(other.unit().getId(), other.committee().getId()))
                .query(Long.class)
                .list()
                .forEach(id -> guesses.add("/imports/" + id));
        return guesses;
    }

    @Test
    @DisplayName("T-XSS-02, T-TPL-01: what people type is text, wherever it stands, and is not computed")
    void noTextIsMarkup() {
        Branch branch = branches.branch("呼吸内科党支部");
        populate(branch);
        long talk = talk(branch, SCRIPT);
        askCorrection(branch, SCRIPT);
        String talksOfTask = "/tasks/" + branch.task() + "/talks";
        plant(SCRIPT, branch.committee().getPath());
        List<String> wrong = new ArrayList<>();
        int[] seen = {0};
        for (SignedInUser user : branch.all()) {
            SignedInUser named = new SignedInUser(
                    user.accountId(),
                    user.username(),
                    SCRIPT,
                    user.memberId(),
                    false,
                    false,
                    user.roles(),
                    user.acting());
            crawl(
                            named,
                            List.of(
                                    "/ledger?q=" + "%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
                                    talksOfTask,
                                    talksOfTask + "?view=COMMITTEE",
                                    talksOfTask + "?view=LIST",
                                    talksOfTask + "/print",
                                    talksOfTask + "/new",
                                    "/me/records",
                                    "/me/records/print",
                                    "/corrections",
                                    "/talks/" + talk,
                                    "/talks/" + talk + "/print",
                                    "/my-talks"))
                    .forEach((address, text) -> {
                        if (!address.contains(".xlsx") && !address.contains("JSON") && text.contains("<img src=x")) {
                            wrong.add(user.role() + " " + address);
                        }
                        if (text.contains("onerror=alert(1)&gt;49")) {
                            wrong.add(user.role() + " computes at " + address);
                        }
                        seen[0] += text.contains("onerror=alert(1)&gt;${7*7}") ? 1 : 0;
                    });
        }
        assertThat(wrong).isEmpty();
        assertThat(seen[0]).as("pages on which the text stands").isGreaterThan(50);
    }

    /** Every page and workbook reached from the first page and from these addresses, by address. */
    private Map<String, String> crawl(SignedInUser user, List<String> also) {
        Map<String, String> found = new java.util.LinkedHashMap<>();
        Set<String> known = new LinkedHashSet<>(also);
        known.add("/");
        Deque<String> waiting = new ArrayDeque<>(known);
        while (!waiting.isEmpty() && found.size() < MOST_PAGES + also.size()) {
            String address = waiting.remove();
            MvcTestResult page = pages.follow(user, address);
            int status = page.getResponse().getStatus();
            assertThat(status).as(user.role() + " " + address).isLessThan(500);
            String redirected = page.getResponse().getRedirectedUrl();
            if (redirected != null && redirected.startsWith("/") && known.add(redirected)) {
                waiting.add(redirected);
            }
            String text = text(page);
            found.put(address, text);
            Matcher links = LINK.matcher(text);
            while (links.find()) {
                String link = links.group(1).replace("&amp;", "&");
                if (!ASSET.matcher(link).matches() && !link.contains("sort=") && known.add(link)) {
                    waiting.add(link);
                }
            }
        }
        for (String address : List.of("/campaigns")) {
            found.put(address + " as JSON", body(pages.json(user, address)));
        }
        return found;
    }

    /** A workbook as the texts of its parts. */
    private static String text(MvcTestResult page) {
        String type = String.valueOf(page.getResponse().getContentType());
        if (!type.contains("spreadsheet") && !type.contains("octet")) {
            return body(page);
        }
        StringBuilder text = new StringBuilder();
        try {
            Path file = Files.createTempFile("crawl", ".xlsx");
            Files.write(file, page.getResponse().getContentAsByteArray());
            try (ZipFile parts = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(parts.entries())) {
                    text.append(new String(parts.getInputStream(part).readAllBytes(), UTF_8));
                }
            }
            Files.delete(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
