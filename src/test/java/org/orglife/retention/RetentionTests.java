package org.orglife.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orglife.Pages.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Opinions;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.campaign.Policy;
import org.orglife.rectification.ItemState;
import org.orglife.shared.RuleViolationException;
import org.orglife.talk.RecordTalk;
import org.orglife.talk.Talk;
import org.orglife.talk.TalkMedium;
import org.orglife.talk.TalkService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 材料保存期限: nothing goes before its time, nothing goes by itself, and of what goes no word is left. */
@FullApplicationTest
class RetentionTests {

    private static final String MARK = "只能留到期限的话";

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    TalkService talks;

    @Autowired
    Retention retention;

    @Autowired
    RetentionJob job;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;

    @BeforeEach
    void aBranchWithWords() {
        branch = branches.branch("呼吸内科党支部");
        People.actAs(branch.secretary());
        talks.record(
                new RecordTalk(
                        branch.task(),
                        BranchesAtWork.memberOf(branch.secretary()),
                        List.of(BranchesAtWork.memberOf(branch.member())),
                        new Talk.Facts(TestClock.TODAY.minusDays(1), TalkMedium.FACE, null),
                        MARK),
                branch.secretary().scope());
        Opinions opinions = new Opinions(pages);
        long settled = opinions.record(branch.secretary(), branch.task(), MARK + "一", "PHONE");
        opinions.record(branch.secretary(), branch.task(), MARK + "二", "PHONE");
        opinions.merge(branch.secretary(), branch.task(), "挂号等候时间长", settled);
        long item = branches.personalItem(branch, ItemState.SUBMITTED);
        jdbc.sql("update problem set text = :text where id = :id")
                .param("text", MARK)
                .param("id", item)
                .update();
    }

    /** The task was done so many years ago. */
    private void over(long task, int years) {
        jdbc.sql("update branch_task set state = 'DONE', last_activity_at = :at where id = :id")
                .param("at", TestClock.TODAY.minusYears(years).minusDays(1))
                .param("id", task)
                .update();
    }

    private void laterCampaign(int years) {
        People.actAs(branch.office());
        long campaign = branches.issued(branch.office(), branch.committee(), branch.unit(), Policy.defaults())
                .getId();
        over(
                jdbc.sql("select id from branch_task where campaign_id = :campaign")
                        .param("campaign", campaign)
                        .query(Long.class)
                        .single(),
                years);
    }

    private Map<Material, Long> due() {
        return retention.due(branch.office().scope()).stream()
                .collect(Collectors.toMap(Retention.Due::material, Retention.Due::pieces));
    }

    private long delete(Material material) {
        People.actAs(branch.office());
        return retention.delete(material, branch.office().scope(), (done, total) -> {});
    }

    private String figures() {
        return Pages.body(pages.json(branch.office(), "/campaigns/{id}/figures", branch.campaign()));
    }

    private List<String> trail() {
        return jdbc.sql(
                        "select fields::text from audit_entry where action like '%MATERIAL_DELETED' and object_id = :task order by id")
                .param("task", String.valueOf(branch.task()))
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName("nothing is due while a branch is at work, nor within its time")
    void notBeforeItsTime() {
        assertThat(due().values()).containsOnly(0L);
        over(branch.task(), 0);
        assertThat(due().values()).containsOnly(0L);
        over(branch.task(), 1);
        assertThat(due())
                .containsEntry(Material.TALK_TEXTS, 1L)
                .containsEntry(Material.SIGNED_OPINIONS, 2L)
                .containsEntry(Material.PERSONAL_LEDGERS, 0L);
        laterCampaign(0);
        assertThat(due()).containsEntry(Material.PERSONAL_LEDGERS, 0L);
        laterCampaign(0);
        assertThat(due()).containsEntry(Material.PERSONAL_LEDGERS, 1L);
    }

    @Test
    @DisplayName("the words are gone, the figures stay, and the trail says how much went and nothing of it")
    void wordsGoFiguresStay() {
        over(branch.task(), 4);
        laterCampaign(2);
        laterCampaign(1);
        String before = figures();
        assertThat(delete(Material.TALK_TEXTS)).isEqualTo(1);
        assertThat(delete(Material.SIGNED_OPINIONS)).isEqualTo(2);
        assertThat(delete(Material.PERSONAL_LEDGERS)).isEqualTo(1);
        assertThat(due().values()).containsOnly(0L);
        assertThat(figures()).isEqualTo(before);
        assertThat(words(pages.get(branch.secretary(), "/tasks/" + branch.task() + "/opinions")))
                .doesNotContain(MARK)
                .contains("（已按保存期限删除）");
        assertThat(jdbc.sql("""
                                select (select count(*) from opinion where task_id = :task and text like :mark)
                                  + (select count(*) from problem where task_id = :task and text like :mark)
                                  + (select count(*) from talk where task_id = :task and text_sealed is not null)
                                """)
                        .param("mark", "%" + MARK + "%")
                        .param("task", branch.task())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(trail())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).doesNotContain(MARK))
                .anySatisfy(line -> assertThat(line).contains("SIGNED_OPINIONS 2"));
    }

    @Test
    @DisplayName("every material can be deleted, also where there is nothing of it; another tree keeps its own")
    void everyMaterial() {
        over(branch.task(), 4);
        Branch other = branches.branch("骨科党支部");
        for (Material material : Material.values()) {
            assertThat(retention.delete(material, other.office().scope(), (done, total) -> {}))
                    .as(material.name())
                    .isZero();
            MaterialSql.delete(material)
                    .forEach(sql -> jdbc.sql(sql)
                            .param("task", -1L)
                            .param("gone", "x")
                            .param("before", TestClock.TODAY)
                            .update());
        }
        assertThat(due()).containsEntry(Material.TALK_TEXTS, 1L);
    }

    @Test
    @DisplayName(
            "the office sees what is due before it goes; what changed meanwhile is looked at again; others see nothing")
    void previewFirst() {
        over(branch.task(), 1);
        assertThat(words(pages.get(branch.office(), "/retention"))).contains("谈心谈话的内容", "活动办结后 1 年", "1 件，1 个支部");
        assertThat(words(pages.get(branch.office(), "/retention/TALK_TEXTS"))).contains("呼吸内科党支部", "删除这 1 件？");
        assertThat(words(pages.post(branch.office(), "/retention/TALK_TEXTS", "pieces", "2")))
                .contains("到期的件数刚才有变化");
        assertThat(pages.post(branch.office(), "/retention/TALK_TEXTS", "pieces", "1"))
                .hasStatus(302);
        assertThat(words(pages.get(branch.office(), "/downloads"))).contains("删除到期材料：谈心谈话的内容");
        assertThat(due()).as("nothing goes before the job runs").containsEntry(Material.TALK_TEXTS, 1L);
        People.actAs(branch.office());
        assertThat(job.run(
                        Map.of("material", "TALK_TEXTS"),
                        branch.office(),
                        branch.office().scope(),
                        (d, t) -> {}))
                .isEmpty();
        assertThat(due()).containsEntry(Material.TALK_TEXTS, 0L);
        assertThat(pages.get(branch.secretary(), "/retention")).hasStatus(403);
        assertThatThrownBy(() -> retention.due(branch.secretary().scope()))
                .isInstanceOfSatisfying(
                        RuleViolationException.class,
                        refused -> assertThat(refused.code()).isEqualTo("retention.office-only"));
    }

    @Test
    @DisplayName("a deletion that is cancelled leaves whole branches as they were")
    void cancelled() {
        over(branch.task(), 1);
        Branch second = branches.branch(branch.committee(), "骨科党支部");
        Opinions opinions = new Opinions(pages);
        opinions.record(second.secretary(), second.task(), MARK, "PHONE");
        over(second.task(), 1);
        People.actAs(branch.office());
        List<Long> reached = new ArrayList<>();
        assertThatThrownBy(() -> retention.delete(
                        Material.SIGNED_OPINIONS, branch.office().scope(), (done, total) -> {
                            reached.addAll(Arrays.asList(done, total));
                            throw new IllegalStateException("cancelled");
                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(reached).containsExactly(1L, 2L);
        assertThat(due()).containsEntry(Material.SIGNED_OPINIONS, 1L);
    }
}
