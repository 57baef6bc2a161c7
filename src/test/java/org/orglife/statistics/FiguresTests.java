package org.orglife.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.Samples;
import org.orglife.Samples.Sample;
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.orglife.rectification.ItemState;
import org.orglife.talk.RecordTalk;
import org.orglife.talk.Talk;
import org.orglife.talk.TalkMedium;
import org.orglife.talk.TalkService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures kept of each task are those of its records, whatever has happened, and each opens its rows. */
@FullApplicationTest
class FiguresTests {

    private static final Pattern ROW =
            Pattern.compile("href=\"([^\"]*)\"[^>]*>([^<]*)</a></td>\\s*<td class=\"ol-r\">(\\d+)<");

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Samples samples;

    @Autowired
    TalkService talks;

    @Autowired
    Pages pages;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private Map<String, Object> kept(long task) {
        return new LinkedHashMap<>(jdbc.sql("""
                        select members, branch_problems, secretary_problems, member_problems, measures, items, closed_items,
                          submitted_items, closed_branch_items, long_term_measures, recurring_problems, extended_measures, reopened_items, opinions, forms_issued, forms_returned, hearings,
                          talks, talk_persons, late_talks, held_meetings, meeting_members, excused_members, absent_members,
                          leaders_as_members, guidance_visits, outside_reps
                          from task_figures where task_id = :task
                        """).param("task", task).query().singleRow());
    }

    /** Counted from the records, one question after the other. */
    private Map<String, Object> counted(long task) {
        String items = "select count(*) from problem p join rectification_item i on i.id = p.id where p.task_id = :task"
                + " and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')";
        String measures = "select count(*) from measure m join rectification_item i on i.id = m.item_id"
                + " where m.task_id = :task and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')";
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("members", """
                select count(*) from membership m join branch_task t on t.branch_id = m.branch_id
                where t.id = :task and m.until_on is null
                """);
        questions.put("branch_problems", items + " and p.subject_kind = 'BRANCH'");
        questions.put("secretary_problems", items + " and p.subject_kind = 'SECRETARY'");
        questions.put("member_problems", items + " and p.subject_kind in ('MEMBER', 'COMMITTEE_MEMBER')");
        questions.put("measures", measures);
        questions.put("items", items);
        questions.put("closed_items", items + " and i.state = 'CLOSED'");
        questions.put("submitted_items", items + " and i.state in ('SUBMITTED', 'VERIFIED')");
        questions.put("closed_branch_items", items + " and i.state = 'CLOSED' and p.subject_kind = 'BRANCH'");
        questions.put("long_term_measures", measures + " and m.track = 'LONG_TERM'");
        questions.put("recurring_problems", items + " and p.recurrence_of is not null");
        questions.put("extended_measures", measures + " and m.first_due_on is not null");
        questions.put("reopened_items", items + " and i.reopenings > 0");
        questions.put("opinions", "select count(*) from opinion o where o.task_id = :task and o.withdrawn_on is null");
        String asked = " from opinion_collection c where c.task_id = :task";
        questions.put("forms_issued", "select coalesce(sum(c.issued), 0)" + asked);
        questions.put("forms_returned", "select coalesce(sum(c.returned), 0)" + asked);
        questions.put("hearings", "select count(*)" + asked + " and c.channel in ('SEMINAR', 'VISIT')");
        questions.put("talks", "select count(*) from talk where task_id = :task and withdrawn_at is null");
        questions.put("talk_persons", """
                select count(*) from talk_participant p join talk t on t.id = p.talk_id
                where t.task_id = :task and t.withdrawn_at is null and not p.convener
                """);
        questions.put("late_talks", """
                select count(*) from talk where task_id = :task and withdrawn_at is null and recorded_on > held_on + 7
                """);
        String held = " from held_meeting h where h.task_id = :task and h.phase in ('RECORD_OPEN', 'RECORD_SIGNED')";
        String there =
                " from held_meeting h join sitting s on s.meeting_id = h.id join attendance a on a.sitting_id = s.id"
                        + " where h.task_id = :task and h.phase in ('RECORD_OPEN', 'RECORD_SIGNED')";
        questions.put("held_meetings", "select count(*)" + held);
        questions.put(
                "meeting_members",
                "select count(distinct a.member_id)" + there + " and a.status = 'PRESENT' and a.member_id is not null");
        questions.put("excused_members", "select count(*)" + there + " and a.status = 'EXCUSED'");
        questions.put("absent_members", "select count(*)" + there + " and a.status = 'ABSENT'");
        questions.put(
                "leaders_as_members",
                "select count(*)" + there + " and a.status = 'PRESENT' and a.capacity = 'LEADER_AS_ORDINARY_MEMBER'");
        questions.put(
                "guidance_visits",
                "select count(*)" + there
                        + " and a.status = 'PRESENT' and a.capacity in ('CONTACT_LEADER', 'SUPERVISOR')");
        questions.put(
                "outside_reps", "select count(*)" + there + " and a.status = 'PRESENT' and a.capacity = 'OUTSIDE_REP'");
        Map<String, Object> counts = new LinkedHashMap<>();
        questions.forEach((name, sql) -> counts.put(
                name, jdbc.sql(sql).param("task", task).query(Integer.class).single()));
        return counts;
    }

    private void assertKeptIsCounted(long task) {
        Map<String, Object> kept = kept(task);
        kept.replaceAll((name, number) -> ((Number) number).intValue());
        assertThat(kept).isEqualTo(counted(task));
    }

    @ParameterizedTest
    @DisplayName("Whatever people do in whatever order, what is kept is what can be counted")
    @ValueSource(longs = {7, 2023})
    void keptIsCountedAfterAnySequence(long seed) {
        Branch branch = branches.branch("呼吸内科党支部");
        Random random = new Random(seed);
        List<Long> items = new ArrayList<>();
        for (int step = 0; step < 80; step++) {
            SignedInUser user = branch.all().get(random.nextInt(branch.all().size()));
            if (items.size() < 4 || random.nextInt(5) == 0) {
                boolean forBranch = random.nextBoolean();
                SignedInUser author = forBranch ? branch.secretary() : branch.member();
                items.add(
                        random.nextInt(4) == 0
                                ? branches.raise(author, branch.task(), forBranch, "第" + step + "个问题")
                                : branches.raise(
                                        author, branch.task(), forBranch, "第" + step + "个问题", branch.organiser()));
            } else {
                act(random, user, items.get(random.nextInt(items.size())), items, branch);
            }
            if (step % 10 == 9) {
                assertKeptIsCounted(branch.task());
            }
        }
        people.member(branch.unit(), "新来的");
        assertKeptIsCounted(branch.task());
    }

    /** One of the actions, by anybody: many are refused, and then nothing may have changed. */
    private void act(Random random, SignedInUser user, long item, List<Long> items, Branch branch) {
        String address = "/ledger/" + item;
        long measure = branches.measure(item);
        SignedInUser doer = random.nextInt(3) == 0 ? user : branch.organiser();
        switch (random.nextInt(8)) {
            case 0 -> pages.post(doer, address + "/measures/" + measure + "/report", "words", "问了三家");
            case 1, 2 -> pages.post(doer, address + "/measures/" + measure + "/report", "done", "true");
            case 3 -> pages.post(doer, address + "/hand-in", "result", "已经改好");
            case 4 -> pages.post(random.nextBoolean() ? branch.office() : branch.secretary(), address + "/approve");
            case 5 -> pages.post(branch.office(), address + "/return", "reason", "还有人等");
            case 6 ->
                pages.post(
                        branch.secretary(),
                        address + "/withdraw",
                        "body",
                        "COMMITTEE",
                        "on",
                        "2023-10-18",
                        "reason",
                        "重复了");
            default ->
                pages.post(
                        branch.secretary(),
                        address + "/merge",
                        "into",
                        String.valueOf(items.get(random.nextInt(items.size()))));
        }
    }

    @Test
    @DisplayName("Changes at the same time lose no count and give no number twice")
    void concurrentChangesLoseNothing() throws Exception {
        Branch branch = branches.branch("呼吸内科党支部");
        ExecutorService all = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < 6; worker++) {
                int number = worker;
                running.add(all.submit(() -> {
                    for (int at = 0; at < 4; at++) {
                        branches.raise(
                                number % 2 == 0 ? branch.secretary() : branch.deputy(),
                                branch.task(),
                                true,
                                "第" + number + "-" + at + "个",
                                branch.organiser(),
                                branch.publicity());
                    }
                }));
            }
            for (Future<?> work : running) {
                work.get();
            }
        } finally {
            all.shutdownNow();
        }
        assertKeptIsCounted(branch.task());
        assertThat(kept(branch.task())).containsEntry("measures", 48);
        assertThat(jdbc.sql("select number from problem where task_id = :task")
                        .param("task", branch.task())
                        .query(Integer.class)
                        .list())
                .hasSize(24)
                .doesNotHaveDuplicates();
        assertThat(jdbc.sql("select number from measure where task_id = :task")
                        .param("task", branch.task())
                        .query(Integer.class)
                        .list())
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("Figures of the sample are those of its records")
    void theSamplesFiguresAreCounted() {
        Sample hospital = samples.hospital();
        jdbc.sql("select id from branch_task where campaign_id = :campaign")
                .param("campaign", hospital.campaign())
                .query(Long.class)
                .list()
                .forEach(this::assertKeptIsCounted);
    }

    @Test
    @DisplayName("Each role gets the figures of its own scope; of a campaign that does not reach it none")
    void figuresAreOfTheScope() {
        Branch first = branches.branch("呼吸内科党支部");
        Branch second = branches.branch(first.committee(), "骨科党支部");
        branches.item(first, ItemState.CLOSED);
        branches.personalItem(first, ItemState.PLANNED);
        for (SignedInUser user : first.all()) {
            assertThat(pages.json(user, "/campaigns/{id}/figures", first.campaign()))
                    .hasStatusOk()
                    .bodyJson()
                    .isStrictlyEqualTo("""
                            {"M01": 0, "M02": 1, "M03": 0, "M03a": 8, "M04a": 0, "M04b": 0, "M04c": 0, "M05": 0, "M06a": 0, "M06b": 0, "M07": 0, "M08": 1, "M09": 0, "M10": 1, "M11": 0, "M11b": 0, "M12": 0, "M13": 0, "M14": 0, "M14b": 0, "M15": 2, "M16": 1, "M17a": 0, "M17b": 0, "M17c": 0, "M17d": 0, "M17e": 0, "M18a": 0, "M18b": 0, "M18c": 0, "M18d": 0, "M18e": 0, "M18f": 0, "M19": 0, "M20a": 0, "M20b": 0, "M21a": 0, "M21b": 0, "M21c": 0, "M22a": 0, "M22b": 0, "M23": 0}
                            """);
        }
        assertThat(pages.json(second.secretary(), "/campaigns/{id}/figures", first.campaign()))
                .hasStatus(404);
        assertThat(pages.get(second.secretary(), "/campaigns/{id}/figures", first.campaign()))
                .hasStatus(404);
        assertThat(pages.get(second.secretary(), "/campaigns/{id}/figures/M08", first.campaign()))
                .hasStatus(404);
        assertThat(pages.get(first.office(), "/campaigns/{id}/figures/M99", first.campaign()))
                .hasStatus(404);
    }

    @Test
    @DisplayName("The page of figures shows the same numbers as the script gets, each with a way to its rows")
    void htmlAndJsonAgree() {
        Sample hospital = samples.hospital();
        String page = body(pages.get(hospital.office(), "/campaigns/{id}/figures", hospital.campaign()));
        for (Metric metric : Metric.values()) {
            assertThat(page).contains("/campaigns/" + hospital.campaign() + "/figures/" + metric);
        }
        assertThat(words(pages.get(hospital.office(), "/campaigns/{id}/figures", hospital.campaign())))
                .contains("82", "76", "626", "962", "216", "372");
    }

    @Test
    @DisplayName("Each figure opens its rows, and there are as many as the figure says")
    void everyFigureOpensItsRows() {
        Branch branch = branches.branch("呼吸内科党支部");
        branches.item(branch, ItemState.CLOSED);
        branches.item(branch, ItemState.IN_PROGRESS);
        branches.personalItem(branch, ItemState.PLANNED);
        branches.raise(branch.secretary(), branch.task(), false, "联系群众少", branch.secretary());
        branches.raise(branch.organiser(), branch.task(), false, "学习不深", branch.organiser());
        long late =
                branches.raise(branch.secretary(), branch.task(), true, "两条措施", branch.organiser(), branch.publicity());
        jdbc.sql("update measure set due_on = '2023-10-01' where item_id = :item and position = 1")
                .param("item", late)
                .update();
        jdbc.sql("update measure set due_on = null, track = 'LONG_TERM' where item_id = :item and position = 2")
                .param("item", late)
                .update();
        jdbc.sql("update task_figures set long_term_measures = 1 where task_id = :task")
                .param("task", branch.task())
                .update();
        People.actAs(branch.secretary());
        talks.record(
                new RecordTalk(
                        branch.task(),
                        BranchesAtWork.memberOf(branch.secretary()),
                        List.of(BranchesAtWork.memberOf(branch.member()), BranchesAtWork.memberOf(branch.colleague())),
                        new Talk.Facts(TestClock.TODAY, TalkMedium.FACE, null),
                        null),
                branch.secretary().scope());
        Map<Metric, Integer> expected = new LinkedHashMap<>();
        expected.put(Metric.M11, 2);
        expected.put(Metric.M11b, 1);
        expected.put(Metric.M08, 3);
        expected.put(Metric.M09, 1);
        expected.put(Metric.M10, 2);
        expected.put(Metric.M15, 7);
        expected.put(Metric.M16, 1);
        expected.put(Metric.M17b, 1);
        expected.put(Metric.M17c, 1);
        jdbc.sql("update branch_task set state = 'RECTIFYING' where id = :id")
                .param("id", branch.task())
                .update();
        expected.forEach((metric, number) -> {
            Matcher row = ROW.matcher(
                    body(pages.get(branch.secretary(), "/campaigns/{id}/figures/{m}", branch.campaign(), metric)));
            assertThat(row.find()).as(metric.name()).isTrue();
            assertThat(Integer.parseInt(row.group(3))).as(metric.name()).isEqualTo(number);
            String list = words(pages.follow(branch.secretary(), row.group(1).replace("&amp;", "&")));
            if (metric == Metric.M11 || metric == Metric.M11b) {
                assertThat(list).as(metric.name()).contains("共 1 场、2 人次");
                return;
            }
            boolean measures = metric == Metric.M15 || metric == Metric.M17b || metric == Metric.M17c;
            assertThat(list).as(metric.name()).contains((measures ? "措施 " + number + " 条" : "问题 " + number + " 个"));
        });
    }

    @Test
    @DisplayName("Rows behind a figure add up to it")
    void sharesAddUp() {
        Sample hospital = samples.hospital();
        Map<String, Integer> figures = new LinkedHashMap<>(
                Map.of("M08", 82, "M09", 76, "M10", 626, "M15", 962, "M16", 216, "M03a", 372, "M05", 76, "M11", 632));
        figures.putAll(Map.of("M01", 20, "M03", 372, "M04a", 0, "M04b", 0, "M12", 7, "M14", 13, "M14b", 0));
        figures.forEach((metric, figure) -> {
            Matcher row = ROW.matcher(
                    body(pages.get(hospital.office(), "/campaigns/{id}/figures/{m}", hospital.campaign(), metric)));
            int sum = 0;
            int branchesListed = 0;
            while (row.find()) {
                sum += Integer.parseInt(row.group(3));
                branchesListed++;
            }
            assertThat(branchesListed).isEqualTo(20);
            assertThat(sum).as(metric).isEqualTo(figure);
        });
    }
}
