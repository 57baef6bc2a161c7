package org.orglife;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.MeetingsAtWork.Meeting;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.Policy;
import org.orglife.meeting.AgendaType;
import org.orglife.rectification.ItemState;
import org.orglife.shared.Role;
import org.orglife.sitting.AgendaItem;
import org.orglife.sitting.AgendaService;
import org.orglife.sitting.TurnRow;
import org.orglife.talk.RecordTalk;
import org.orglife.talk.Talk;
import org.orglife.talk.TalkMedium;
import org.orglife.talk.TalkService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A list page sends as many statements for many rows as for a few. */
@FullApplicationTest
@Import(MeetingsAtWork.class)
class StatementCountTests {

    private static final int MOST = 25;

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    People people;

    @Autowired
    TalkService talks;

    @Autowired
    MeetingsAtWork meetings;

    @Autowired
    AgendaService agenda;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("Ledger, board, branches, campaigns, figures, imports, downloads: the number of rows does not matter")
    void statementsDoNotGrowWithRows() {
        Branch branch = branches.branch("呼吸内科党支部");
        Branch second = branches.branch(branch.committee(), "消化内科党支部");
        fill(branch, second, 2);
        Map<String, Integer> few = counts(branch);
        fill(branch, second, 12);
        for (int more = 0; more < 3; more++) {
            Branch another = branches.branch(branch.committee(), "第" + more + "党支部");
            branches.issued(branch.office(), branch.committee(), branch.unit(), Policy.defaults());
            branches.item(another, ItemState.IN_PROGRESS);
        }
        assertThat(counts(branch)).isEqualTo(few);
        assertThat(few.values()).allMatch(count -> count <= MOST);
    }

    @Test
    @DisplayName(
            "The workspace and the talks of a branch of 100 members with 300 talks take as many statements as of a small one")
    void statementsDoNotGrowWithMembersAndTalks() {
        Branch branch = branches.branch("呼吸内科党支部");
        Map<String, Integer> small = preparation(branch);
        for (int number = 8; number < 100; number++) {
            people.member(branch.unit(), "党员" + number);
        }
        jdbc.sql("""
                        with member as (
                          select member_id, row_number() over (order by member_id) n from membership where branch_id = :branch
                        ), held as (
                          insert into talk (id, branch_id, task_id, held_on, medium, pair_kind, partners, recorded_on)
                          select nextval('talk_seq'), :branch, :task, date '2023-10-01' + n / 20, 'FACE', 'COMM_MEMBER', 1, '2023-10-20'
                          from generate_series(0, 299) n returning id
                        ), numbered as (select id, row_number() over (order by id) n from held)
                        insert into talk_participant (id, talk_id, branch_id, member_id, convener, capacity)
                        select nextval('talk_participant_seq'), t.id, :branch, m.member_id, m.n <= 4,
                          case when m.n <= 4 then 'COMMITTEE' else 'MEMBER' end
                        from numbered t join member m on m.n = 1 + t.n % 4 or m.n = 5 + t.n % 96
                        """)
                .param("branch", branch.unit().getId())
                .param("task", branch.task())
                .update();
        // talks put down behind the services' back: something has to happen in the task for it to be counted
        talk(branch, branch.secretary(), branch.colleague(), 1);
        assertThat(jdbc.sql("select count(*) || ' ' || (select count(*) from talk where task_id = :task)"
                                + " from membership where branch_id = :branch")
                        .param("branch", branch.unit().getId())
                        .param("task", branch.task())
                        .query(String.class)
                        .single())
                .isEqualTo("100 301");
        Map<String, Integer> large = preparation(branch);
        assertThat(large).isEqualTo(small);
        assertThat(large.get(Role.SECRETARY + " /tasks/" + branch.task())).isLessThanOrEqualTo(12);
        assertThat(Pages.words(pages.get(branch.secretary(), "/tasks/" + branch.task())))
                .contains("支委与党员 96/96 人");
    }

    @Test
    @DisplayName(
            "The console in the middle of the round takes as many statements for a branch of 100 members as for 19")
    void statementsOfTheConsoleDoNotGrowWithMembers() {
        Map<String, Integer> small = console(19);
        assertThat(console(100)).isEqualTo(small);
        System.out.println("Statements of the console: " + small);
        assertThat(small)
                .allSatisfy((what, count) -> assertThat(count).as(what).isLessThanOrEqualTo(mostAtConsole(what)));
    }

    /** What is pressed comes with the new page; and the page alone, which the other desks fetch. */
    private static int mostAtConsole(String what) {
        return switch (what) {
            case "chair", "recorder", "list", "projector" -> 14;
            case "everybody is there" -> 27;
            default -> 20;
        };
    }

    /** How many each desk takes, and each step of the chair with the page that comes back. */
    private Map<String, Integer> console(int members) {
        Meeting meeting = meetings.scheduled(members, true);
        meetings.open(meeting);
        String console = meeting.address() + "/console";
        Map<String, Integer> counts = new LinkedHashMap<>();
        act(counts, meeting, "everybody is there", console + "/attendance/all");
        meetings.begin(meeting);
        AgendaItem item = meetings.view(meeting).agenda().stream()
                .filter(one -> one.getType() == AgendaType.CRITICISM_ROUND)
                .findFirst()
                .orElseThrow();
        agenda.begin(meeting.task(), item.getId(), meeting.secretary().scope());
        for (int turns = 0; turns < 3; turns++) {
            TurnRow turn = Objects.requireNonNull(meetings.view(meeting).turn());
            String base = console + "/turns/" + turn.id();
            act(counts, meeting, "to the criticism", base + "/next", "from", "SELF_CRITICISM");
            meeting.members().stream()
                    .limit(5)
                    .forEach(critic -> act(
                            counts,
                            meeting,
                            "a critic",
                            base + "/critics/" + BranchesAtWork.memberOf(critic),
                            "has",
                            "true"));
            act(counts, meeting, "to the response", base + "/next", "from", "CRITICISM");
            act(counts, meeting, "to the next member", base + "/next", "from", "RESPONSE");
        }
        middle(counts, meeting.secretary(), console, "chair");
        middle(counts, meeting.recorder(), console, "recorder");
        middle(counts, meeting.secretary(), console, "list");
        middle(counts, meeting.secretary(), meeting.address() + "/projector", "projector");
        return counts;
    }

    private void act(Map<String, Integer> counts, Meeting meeting, String what, String address, String... fields) {
        Statements.reset();
        MvcTestResult page = pages.act(meeting.secretary(), address, "chair", fields);
        int count = Statements.count();
        assertThat(page).as(address).hasStatusOk();
        // a number for a new row is fetched in advance now and then
        counts.merge(what, count, Math::min);
    }

    private void middle(Map<String, Integer> counts, SignedInUser user, String address, String desk) {
        Statements.reset();
        MvcTestResult page = pages.middle(user, address, desk);
        int count = Statements.count();
        assertThat(page).as(address).hasStatusOk();
        assertThat(Pages.body(page)).contains("id=\"console\"");
        counts.put(desk, count);
    }

    private Map<String, Integer> preparation(Branch branch) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        String task = "/tasks/" + branch.task();
        for (String page : List.of(
                task,
                task + "/meeting",
                task + "/expected",
                task + "/talks",
                task + "/talks?view=COMMITTEE",
                task + "/talks?view=LIST")) {
            count(counts, branch.secretary(), page);
        }
        return counts;
    }

    private void fill(Branch branch, Branch second, int times) {
        for (int number = 0; number < times; number++) {
            branches.item(branch, ItemState.IN_PROGRESS);
            branches.item(branch, ItemState.CLOSED);
            branches.personalItem(branch, ItemState.SUBMITTED);
            branches.raise(
                    branch.secretary(),
                    branch.task(),
                    true,
                    "几条措施",
                    branch.organiser(),
                    branch.publicity(),
                    branch.colleague());
            branches.item(second, ItemState.PLANNED);
            Opinions opinions = new Opinions(pages);
            long opinion = opinions.record(branch.secretary(), branch.task(), "挂号等得久" + number, "WECHAT");
            opinions.record(branch.secretary(), branch.task(), "食堂太远" + number, "PHONE");
            opinions.merge(branch.secretary(), branch.task(), "挂号等候时间长" + number, opinion);
            talk(branch, branch.secretary(), branch.member(), number);
            talk(branch, branch.organiser(), branch.colleague(), number);
            pages.upload(branch.office(), "/imports", "名册" + number + ".xlsx", new byte[] {1});
            jdbc.sql("""
                            insert into job (id, account_id, acting_as, kind, title, parameters, state, at)
                            values (nextval('job_seq'), :account, 'PARTY_OFFICE:1', 'ledger-export', '整改台账', '{}', 'WAITING', now())
                            """).param("account", branch.office().accountId()).update();
        }
    }

    private void talk(Branch branch, SignedInUser one, SignedInUser other, int daysAgo) {
        People.actAs(branch.secretary());
        talks.record(
                new RecordTalk(
                        branch.task(),
                        BranchesAtWork.memberOf(one),
                        List.of(BranchesAtWork.memberOf(other)),
                        new Talk.Facts(TestClock.TODAY.minusDays(daysAgo), TalkMedium.FACE, null),
                        null),
                branch.secretary().scope());
    }

    private Map<String, Integer> counts(Branch branch) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        String campaign = "campaign=" + branch.campaign();
        for (SignedInUser user : List.of(branch.office(), branch.secretary())) {
            for (String view : List.of("PROBLEMS", "MEASURES", "RESPONSIBILITIES", "PERSONAL")) {
                count(counts, user, "/ledger?" + campaign + "&view=" + view);
            }
            count(counts, user, "/ledger?" + campaign + "&sort=DUE&status=OPEN");
            count(counts, user, "/campaigns/" + branch.campaign());
            count(counts, user, "/campaigns");
            count(counts, user, "/campaigns/" + branch.campaign() + "/figures");
            count(counts, user, "/campaigns/" + branch.campaign() + "/figures/M15");
            count(counts, user, "/imports");
            count(counts, user, "/to-dos/count");
            count(counts, user, "/");
            count(counts, user, "/downloads");
        }
        count(counts, branch.office(), "/branches?" + campaign);
        String opinions = "/tasks/" + branch.task() + "/opinions";
        count(counts, branch.secretary(), opinions);
        count(counts, branch.secretary(), opinions + "/digest");
        count(counts, branch.secretary(), opinions + "/collections");
        count(counts, branch.member(), opinions);
        count(counts, branch.office(), opinions);
        String talksOfTask = "/tasks/" + branch.task() + "/talks";
        for (String view : List.of("", "?view=COMMITTEE", "?view=LIST", "/print", "/new")) {
            count(counts, branch.secretary(), talksOfTask + view);
        }
        count(counts, branch.organiser(), talksOfTask);
        count(counts, branch.office(), talksOfTask);
        for (String page : List.of("/recurring", "/problems", "/my-problems", "/meeting-figures/M03")) {
            count(counts, branch.secretary(), "/tasks/" + branch.task() + page);
        }
        count(counts, branch.member(), "/tasks/" + branch.task() + "/my-problems");
        count(counts, branch.member(), "/my-talks");
        count(counts, branch.member(), "/my-problems");
        count(counts, branch.member(), "/me/records");
        count(counts, branch.secretary(), "/corrections");
        count(counts, branch.member(), "/");
        count(counts, branch.organiser(), "/my-problems?view=MEASURES");
        return counts;
    }

    private void count(Map<String, Integer> counts, SignedInUser user, String address) {
        Statements.reset();
        MvcTestResult page = pages.get(user, address);
        int count = Statements.count();
        assertThat(page).as(address).hasStatusOk();
        counts.put(user.role() + " " + address, count);
    }
}
