package org.orglife.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.Policy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 我的整改 and 长期坚持: many measures in one form, results of long-term ones, what is carried over. */
@FullApplicationTest
class OwnMeasureTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
    }

    private List<Long> measures(long item) {
        return jdbc.sql("select id from measure where item_id = :item order by position")
                .param("item", item)
                .query(Long.class)
                .list();
    }

    private void makeLongTerm(long measure) {
        jdbc.sql("update measure set due_on = null, track = 'LONG_TERM', next_stage_on = '2023-10-25' where id = :id")
                .param("id", measure)
                .update();
    }

    private LocalDate nextStage(long measure) {
        return jdbc.sql("select next_stage_on from measure where id = :id")
                .param("id", measure)
                .query(LocalDate.class)
                .single();
    }

    @Test
    @DisplayName("twenty measures, some written on, one save; what was left empty stays as it was")
    void manyAtOnce() {
        SignedInUser owner = branch.organiser();
        SignedInUser[] twenty = new SignedInUser[20];
        Arrays.fill(twenty, owner);
        long item = branches.raise(branch.secretary(), branch.task(), true, "窗口少", twenty);
        List<Long> ids = measures(item);
        String page = words(pages.get(owner, "/my-measures"));
        assertThat(page).contains("窗口少的措施1", "窗口少的措施20", "全部保存");
        assertThat(words(pages.get(branch.member(), "/my-measures"))).contains("您没有要报进展的措施");
        List<String> form = new ArrayList<>();
        for (int at = 0; at < 20; at++) {
            form.addAll(List.of("rows[" + at + "].item", String.valueOf(item)));
            form.addAll(List.of("rows[" + at + "].measure", String.valueOf(ids.get(at))));
            form.addAll(List.of("rows[" + at + "].words", at < 3 ? "做了第" + at + "步" : ""));
            if (at == 5) {
                form.addAll(List.of("rows[5].done", "true"));
            }
        }
        assertThat(pages.post(owner, "/my-measures", form.toArray(new String[0])))
                .hasStatus(302);
        assertThat(jdbc.sql(
                                "select count(*) from measure where item_id = :item and (progress is not null or done_on is not null)")
                        .param("item", item)
                        .query(Long.class)
                        .single())
                .isEqualTo(4);
        assertThat(words(pages.get(owner, "/ledger/{id}", item))).contains("做了第2步", "10月20日完成");
    }

    @Test
    @DisplayName("a line that cannot be saved says why; nothing is saved and nothing typed is lost")
    void errorsPerLine() {
        SignedInUser owner = branch.organiser();
        long item = branches.raise(branch.secretary(), branch.task(), true, "窗口少", owner, owner, branch.publicity());
        List<Long> ids = measures(item);
        makeLongTerm(ids.get(1));
        String[] form = {
            "rows[0].item", "" + item, "rows[0].measure", "" + ids.get(0), "rows[0].words", "问了三家",
            "rows[1].item", "" + item, "rows[1].measure", "" + ids.get(1), "rows[1].done", "true"
        };
        MvcTestResult refused = pages.post(owner, "/my-measures", form);
        assertThat(refused).hasStatus(422);
        assertThat(words(refused)).contains("没有保存：有 1 条要改", "请写一句阶段成效", "问了三家");
        assertThat(jdbc.sql("select count(*) from measure where item_id = :item and progress is not null")
                        .param("item", item)
                        .query(Long.class)
                        .single())
                .isZero();
        String[] foreign = {"rows[0].item", "" + item, "rows[0].measure", "" + ids.get(2), "rows[0].words", "代写"};
        assertThat(pages.post(branch.member(), "/my-measures", foreign)).hasStatus(422);
        assertThat(pages.post(owner, "/my-measures", "rows[0].item", "" + item))
                .as("nothing filled in")
                .hasStatus(302);
        String[] tooLong = form.clone();
        tooLong[5] = "长".repeat(501);
        assertThat(words(pages.post(owner, "/my-measures", tooLong))).contains("进展太长，最多 500 个字，请删去 1 个字");
    }

    @Test
    @DisplayName("problems whose measures are all done are handed in together, all of the ticked ones or none")
    void handedInTogether() {
        SignedInUser owner = branch.organiser();
        long[] items = new long[3];
        for (int at = 0; at < 3; at++) {
            items[at] = branches.raise(branch.secretary(), branch.task(), true, "窗口少" + at, owner);
            branches.report(items[at], owner, at < 2);
        }
        MvcTestResult page = pages.get(owner, "/my-measures");
        assertThat(words(page)).contains("可以交账的问题", "窗口少0", "窗口少1", "还要报进展的措施", "窗口少2的措施1");
        String[] form = {
            "rows[0].item", "" + items[0], "rows[0].chosen", "true", "rows[0].result", "开了窗口",
            "rows[1].item", "" + items[1], "rows[1].chosen", "true", "rows[1].result", " ",
            "rows[2].item", "" + items[2], "rows[2].result", "还没有"
        };
        MvcTestResult refused = pages.post(owner, "/my-measures/hand-in", form);
        assertThat(refused).hasStatus(422);
        assertThat(words(refused)).contains("没有交账：有 1 项要改", "请写一句整改结果再交账", "开了窗口");
        assertThat(branches.state(items[0])).isEqualTo(ItemState.IN_PROGRESS);

        form[11] = "也开了窗口";
        String[] early = form.clone();
        early[7] = "" + items[2];
        assertThat(words(pages.post(owner, "/my-measures/hand-in", early))).contains("还有 1 条措施没有完成", "开了窗口");
        assertThat(words(pages.post(branch.colleague(), "/my-measures/hand-in", form)))
                .as("nobody hands in what others answer for")
                .contains("没有交账：有 2 项要改");
        assertThat(branches.state(items[0])).isEqualTo(ItemState.IN_PROGRESS);

        assertThat(pages.post(owner, "/my-measures/hand-in", form)).hasStatus(302);
        assertThat(branches.state(items[0])).isEqualTo(ItemState.SUBMITTED);
        assertThat(branches.state(items[1])).isEqualTo(ItemState.SUBMITTED);
        assertThat(branches.state(items[2])).isEqualTo(ItemState.IN_PROGRESS);
        assertThat(words(pages.get(branch.secretary(), "/ledger/{id}", items[1])))
                .contains("也开了窗口");
        assertThat(pages.post(owner, "/my-measures/hand-in", "rows[0].item", "" + items[2]))
                .as("nothing ticked")
                .hasStatus(302);
    }

    @Test
    @DisplayName("a long-term measure: its result is kept with its day, and the next one is expected 90 days later")
    void resultsOfStages() {
        SignedInUser owner = branch.organiser();
        long item = branches.raise(branch.secretary(), branch.task(), true, "窗口少", owner, owner);
        List<Long> ids = measures(item);
        makeLongTerm(ids.get(1));
        assertThat(words(pages.get(owner, "/"))).contains("填报整改进展");
        String report = "/ledger/" + item + "/measures/" + ids.get(1) + "/report";
        assertThat(words(pages.post(owner, report, "done", "true"))).contains("请写一句阶段成效");
        assertThat(pages.post(owner, report, "done", "true", "words", "月月有人查", "on", "2023-10-10"))
                .hasStatus(302);
        assertThat(nextStage(ids.get(1))).isEqualTo(LocalDate.of(2024, 1, 8));
        assertThat(pages.post(owner, report, "done", "true", "words", "又查了一次", "on", "2023-10-18"))
                .as("as often as there is one")
                .hasStatus(302);
        assertThat(nextStage(ids.get(1))).isEqualTo(LocalDate.of(2024, 1, 16));
        assertThat(words(pages.get(branch.member(), "/ledger/{id}", item)))
                .contains("月月有人查", "又查了一次", "下次报成效：2024年1月16日");

        pages.post(owner, "/ledger/" + item + "/measures/" + ids.get(0) + "/report", "done", "true");
        pages.post(owner, "/ledger/" + item + "/hand-in", "result", "窗口够了");
        assertThat(pages.post(branch.office(), "/ledger/" + item + "/approve")).hasStatus(302);
        assertThat(branches.state(item)).isEqualTo(ItemState.CLOSED);
    }

    @Test
    @DisplayName("which meeting agreed the list stands on the ledger, with a way to the meeting")
    void theListAsAgreed() {
        branches.item(branch, ItemState.PLANNED);
        String at = "/tasks/" + branch.task() + "/list-decision";
        assertThat(words(pages.get(branch.secretary(), "/ledger"))).contains("还没有记下整改清单由哪次会议议定");
        assertThat(words(pages.post(branch.secretary(), at, "on", "2023-10-18")))
                .contains("请选择由谁决定");
        assertThat(pages.post(branch.member(), at, "on", "2023-10-18", "body", "COMMITTEE"))
                .hasStatus(403);
        assertThat(pages.post(branch.secretary(), at, "on", "2023-10-18", "body", "COMMITTEE", "atMeeting", "true"))
                .hasStatus(302);
        for (SignedInUser reader : List.of(branch.secretary(), branch.member())) {
            MvcTestResult ledger = pages.get(reader, "/ledger");
            assertThat(words(ledger)).contains("整改清单由支委会 2023年10月18日议定");
            assertThat(Pages.body(ledger)).contains("/tasks/" + branch.task() + "/meeting");
        }
        assertThat(words(pages.get(
                        branch.office(),
                        "/ledger?campaign={c}&branch={b}",
                        branch.campaign(),
                        branch.unit().getId())))
                .contains("整改清单由支委会");
        assertThat(pages.post(branch.deputy(), at, "on", "2023-10-19", "body", "GENERAL_MEETING"))
                .as("somebody has noted it meanwhile")
                .hasStatus(409);
    }

    @Test
    @DisplayName("a recorded meeting of the branch or its committee is chosen instead of typing it once more")
    void theListAsAgreedAtARecordedMeeting() {
        branches.item(branch, ItemState.PLANNED);
        String at = "/tasks/" + branch.task() + "/list-decision";
        long committee = recorded("COMMITTEE", "2023-10-16", branch);
        long lecture = recorded("LECTURE", "2023-10-17", branch);
        long elsewhere = recorded("COMMITTEE", "2023-10-15", branches.branch("骨科党支部"));
        assertThat(words(pages.get(branch.secretary(), at)))
                .contains("2023年10月16日 支委会")
                .doesNotContain("10月17日", "10月15日");
        for (long wrong : List.of(lecture, elsewhere)) {
            assertThat(words(pages.post(branch.secretary(), at, "meeting", String.valueOf(wrong))))
                    .contains("选的那次会议已经改动");
        }
        assertThat(pages.post(branch.secretary(), at, "meeting", String.valueOf(committee), "on", "", "body", ""))
                .hasStatus(302);
        MvcTestResult ledger = pages.get(branch.member(), "/ledger");
        assertThat(words(ledger)).contains("整改清单由支委会 2023年10月16日议定");
        assertThat(Pages.body(ledger)).contains("/routine/" + committee);
    }

    private long recorded(String kind, String on, Branch of) {
        return jdbc.sql("""
                        insert into routine_meeting (id, branch_id, kinds, state, held_on, topics, record, recorded_on)
                        values (nextval('routine_meeting_seq'), :branch, array[:kind], 'RECORDED', cast(:on as date), '研究整改清单', '同意',
                          cast(:on as date)) returning id
                        """)
                .param("branch", of.unit().getId())
                .param("kind", kind)
                .param("on", on)
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("结转: what is open from campaigns before is counted on the ledger and opens as a list")
    void carriedOver() {
        long old = branches.item(branch, ItemState.IN_PROGRESS);
        branches.item(branch, ItemState.CLOSED);
        long newer = branches.issued(branch.office(), branch.committee(), branch.unit(), Policy.defaults())
                .getId();
        String ledger = words(pages.get(branch.secretary(), "/ledger?campaign={c}", newer));
        assertThat(ledger).contains("结转：以前的活动还有 1 项没有销号");
        MvcTestResult carried = pages.get(branch.secretary(), "/ledger?campaign={c}&status=CARRIED", newer);
        assertThat(words(carried)).contains("问题 1 个", "等候时间长", "2023年度专题组织生活会");
        assertThat(Pages.body(carried)).contains("/ledger/" + old);
        assertThat(words(pages.get(branch.secretary(), "/ledger?campaign={c}", branch.campaign())))
                .doesNotContain("结转：以前的活动");
    }
}
