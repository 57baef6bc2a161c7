package org.orglife.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.words;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.Samples;
import org.orglife.Samples.Sample;
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.meeting.ExpectedListService;
import org.orglife.meeting.ExpectedQuery;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberDetails;
import org.orglife.organisation.MemberService;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.organisation.Standing;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** BR-62: who has talked with whom, counted by the system and counted once more by hand. */
@FullApplicationTest
class TalkCoverageTests {

    /** Who is expected in the branch, by its list once that is confirmed, with whether they sit on its committee today. */
    private static final String EXPECTED = """
            select m.id, exists (select 1 from position p where p.unit_id = :branch and p.member_id = m.id
              and p.until_on is null and p.assistant = false and p.kind in ('SECRETARY', 'DEPUTY_SECRETARY', 'ORGANISATION', 'PUBLICITY', 'DISCIPLINE', 'OTHER')) committee
            from member m where case (select count(*) from expected_list where id = :task and confirmed_at is not null)
              when 1 then m.id in (select member_id from expected_member where list_id = :task)
              else m.standing not in ('OUT_OF_CONTACT', 'SUSPENDED')
                and m.id in (select member_id from membership where branch_id = :branch and until_on is null) end
            """;

    /** Whether two persons have talked with each other in the task, one as the convener. */
    private static final String TALKED = """
            select 1 from talk t, talk_participant x, talk_participant y
            where t.task_id = :task and t.withdrawn_at is null and x.talk_id = t.id and y.talk_id = t.id
              and x.convener <> y.convener and x.member_id = %s and y.member_id = %s
            """;

    /** A seat held on the day of a talk t. */
    private static final String SAT =
            " exists (select 1 from position p where p.unit_id = :branch and p.member_id = y.member_id and not p.assistant"
                    + " and p.kind <> 'GROUP_LEADER' and t.held_on between p.from_on and coalesce(p.until_on, '9999-12-31'))";

    @Autowired
    Samples samples;

    @Autowired
    People people;

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    TalkQuery query;

    @Autowired
    TalkService talks;

    @Autowired
    BranchTaskService tasks;

    @Autowired
    OrgUnitService units;

    @Autowired
    MemberService members;

    @Autowired
    ExpectedListService lists;

    @Autowired
    ExpectedQuery expected;

    @Autowired
    JdbcClient jdbc;

    private List<Integer> countedByHand(BranchTask task) {
        String all = "with e as (" + EXPECTED + ") select "
                + "(select count(*) from e a, e b where a.committee and b.committee and a.id < b.id) || ',' || "
                + "(select count(*) from e a, e b where a.committee and b.committee and a.id < b.id and exists ("
                + TALKED.formatted("a.id", "b.id") + ")) || ',' || "
                + "(select count(*) from e where not committee) || ',' || "
                + "(select count(*) from e where not committee and exists (" + TALKED.formatted("e.id", "y.member_id")
                + " and " + SAT + ")) || ',' || "
                + "(select count(*) from e where not committee and exists (" + TALKED.formatted("e.id", "y.member_id")
                + " and not " + SAT + "))";
        String counts = jdbc.sql(all)
                .param("task", task.getId())
                .param("branch", task.getBranch().getId())
                .query(String.class)
                .single();
        return List.of(counts.split(",")).stream().map(Integer::valueOf).toList();
    }

    private List<Integer> counted(BranchTask task) {
        TalkCoverage coverage = query.coverage(task);
        return List.of(
                coverage.pairs(),
                coverage.pairsDone(),
                coverage.members(),
                coverage.membersDone(),
                coverage.peersDone());
    }

    private List<Integer> kept(BranchTask task) {
        Map<String, Object> row =
                jdbc.sql("""
                        select talk_pairs, talk_pairs_done, talk_members, talk_members_done, talk_peers_done
                        from task_figures where task_id = :task
                        """).param("task", task.getId()).query().singleRow();
        return row.values().stream().map(value -> ((Number) value).intValue()).toList();
    }

    private List<BranchTask> tasks(Sample sample) {
        List<BranchTask> found = new ArrayList<>();
        for (OrgUnit unit : units.branches(sample.office().scope())) {
            found.addAll(tasks.ofBranch(unit.getId(), sample.office().scope()));
        }
        return found;
    }

    private int assertAgree(List<BranchTask> all) {
        int done = 0;
        for (BranchTask task : all) {
            List<Integer> byHand = countedByHand(task);
            assertThat(counted(task)).as(task.getBranch().getName()).isEqualTo(byHand);
            assertThat(kept(task)).as(task.getBranch().getName()).isEqualTo(byHand);
            done += byHand.get(1) + byHand.get(3) + byHand.get(4);
        }
        return done;
    }

    @Test
    @DisplayName(
            "BR-62: coverage of the hospital is what plain SQL counts, also after 60 talks and 30 members are gone")
    void coverageIsWhatCanBeCounted() {
        Sample empty = samples.emptyHospital();
        samples.take("2023年度专题组织生活会台账.xlsx", Samples.file("ledger.xlsx"), Map.of(), empty.office());
        List<BranchTask> all = tasks(empty);
        assertThat(all).hasSize(20);
        int before = assertAgree(all);
        Random random = new Random(20231020);
        withdraw(all, random);
        int fewerTalks = assertAgree(all);
        assertThat(fewerTalks).isLessThan(before);
        markAbsent(empty, random, 30);
        int fewerMembers = assertAgree(all);
        assertThat(fewerMembers).isLessThan(fewerTalks);
        // the ledger put every task behind its meeting; lists are confirmed before it
        jdbc.sql("update branch_task set state = 'PREPARING' where id in (:tasks)")
                .param("tasks", all.stream().map(BranchTask::getId).toList())
                .update();
        all.forEach(this::confirm);
        assertThat(assertAgree(all)).isEqualTo(fewerMembers);
        markAbsent(empty, random, 40);
        assertThat(assertAgree(all)).as("the confirmed lists count").isEqualTo(fewerMembers);
        all.forEach(this::confirm);
        assertThat(assertAgree(all)).isLessThan(fewerMembers);
        assertThat(jdbc.sql("select sum(talks) from task_figures where task_id in (:tasks)")
                        .param("tasks", all.stream().map(BranchTask::getId).toList())
                        .query(Integer.class)
                        .single())
                .isEqualTo(632 - 60);
    }

    @Test
    @DisplayName(
            "BR-62 (b): where the campaign asks for the secretary himself, a talk with another of the committee does not do")
    void theSecretaryHimself() {
        Branch branch = branches.branch("呼吸内科党支部");
        BranchTask task = tasks.get(branch.task(), branch.office().scope());
        talk(branch, branch.organiser(), branch.member());
        assertThat(query.coverage(task).membersDone()).isEqualTo(1);
        jdbc.sql("update campaign set talked_by = 'SECRETARY' where id = :id")
                .param("id", branch.campaign())
                .update();
        assertThat(query.coverage(task).membersDone()).isZero();
        assertThat(words(pages.get(branch.secretary(), "/tasks/" + branch.task() + "/talks")))
                .contains("这次要求支部书记本人谈");
        talk(branch, branch.secretary(), branch.member());
        assertThat(query.coverage(task).membersDone()).isEqualTo(1);
    }

    private void talk(Branch branch, SignedInUser one, SignedInUser other) {
        People.actAs(branch.secretary());
        talks.record(
                new RecordTalk(
                        branch.task(),
                        memberOf(one),
                        List.of(memberOf(other)),
                        new Talk.Facts(TestClock.TODAY, TalkMedium.FACE, null),
                        null),
                branch.secretary().scope());
    }

    private void withdraw(List<BranchTask> all, Random random) {
        List<Map.Entry<Long, OrgUnit>> each = new ArrayList<>();
        for (BranchTask task : all) {
            jdbc.sql("select id from talk where task_id = :task")
                    .param("task", task.getId())
                    .query(Long.class)
                    .list()
                    .forEach(id -> each.add(Map.entry(id, task.getBranch())));
        }
        Collections.shuffle(each, random);
        each.subList(0, 60).forEach(talk -> {
            SignedInUser secretary = people.user(Role.SECRETARY, talk.getValue(), null, "书记");
            People.actAs(secretary);
            talks.withdraw(talk.getKey(), secretary.scope());
        });
    }

    private void confirm(BranchTask task) {
        SignedInUser secretary = people.user(Role.SECRETARY, task.getBranch(), null, "书记");
        People.actAs(secretary);
        lists.confirm(task.getId(), expected.roll(task).mark(), secretary, secretary.scope());
    }

    private void markAbsent(Sample sample, Random random, int number) {
        List<Long> ids = new ArrayList<>(jdbc.sql("""
                        select m.member_id from membership m join org_unit u on u.id = m.branch_id
                        where u.path like :tree || '%' order by m.member_id
                        """)
                .param("tree", sample.root().getPath())
                .query(Long.class)
                .list());
        Collections.shuffle(ids, random);
        People.actAs(sample.office());
        for (long id : ids.subList(0, number)) {
            Member member = members.get(id, sample.office().scope()).member();
            members.change(
                    id,
                    member.getVersion(),
                    null,
                    new MemberDetails(
                            member.getCode(),
                            member.getName(),
                            member.getGender(),
                            member.getBornOn(),
                            member.getKind(),
                            Standing.OUT_OF_CONTACT,
                            member.getJoinedOn(),
                            member.getFullOn(),
                            member.getFlags(),
                            null),
                    sample.office().scope());
        }
    }
}
