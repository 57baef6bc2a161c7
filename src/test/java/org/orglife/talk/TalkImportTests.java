package org.orglife.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.orglife.imports.Sheets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sheet 谈心谈话: what it brings, what it refuses, and that it can come twice and go again. */
@FullApplicationTest
class TalkImportTests {

    private static final List<String> HEAD = List.of("党支部", "日期", "谈话人", "谈话对象", "方式", "主题");

    @Autowired
    Samples samples;

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    TalkService talks;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("M11 = 632 for the hospital, in as many talks, all entered late, none to be confirmed")
    void hospitalHasItsTalks() {
        Sample hospital = samples.hospital();
        assertThat(pages.json(hospital.office(), "/campaigns/{id}/figures", hospital.campaign()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"M11\": 632, \"M11b\": 632}");
        Map<String, Object> counts =
                jdbc.sql("""
                        select count(*) talks, count(text_sealed) texts, sum(f.late) late from talk k
                        join branch_task t on t.id = k.task_id
                        join lateral (select case when k.recorded_on - k.held_on > 7 then 1 else 0 end late) f on true
                        where t.campaign_id = :campaign
                        """).param("campaign", hospital.campaign()).query().singleRow();
        assertThat(counts)
                .containsEntry("talks", 632L)
                .containsEntry("texts", 632L)
                .containsEntry("late", 632L);
    }

    private static byte[] workbook(List<List<Object>> rows) {
        List<Object[]> all = new ArrayList<>();
        all.add(HEAD.toArray());
        rows.forEach(row -> all.add(row.toArray()));
        return Sheets.workbook("谈心谈话", all.toArray(new Object[0][]));
    }

    private String upload(SignedInUser user, List<List<Object>> rows) {
        return redirect(pages.upload(user, "/imports", "谈话.xlsx", workbook(rows)));
    }

    private int count(Branch branch) {
        return jdbc.sql("select count(*) from talk where task_id = :task and withdrawn_at is null")
                .param("task", branch.task())
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("a row is known again by all of it: the same file twice changes nothing, two rows alike are two talks")
    void rowsAreKnownAgain() {
        Branch branch = branches.branch("呼吸内科党支部");
        SignedInUser secretary = branch.secretary();
        List<List<Object>> rows = List.of(
                List.of("呼吸内科党支部", "2023-10-11", "于光燕", "周静斌", "电话", "家里的事"),
                List.of("呼吸内科党支部", "2023-10-11", "于光燕", "周静斌", "电话", "家里的事"),
                List.of("呼吸内科党支部", "2023-10-12", "余庆清", "罗颖、夏荣涛", "", ""));
        People.actAs(secretary);
        // one that was recorded here is the one of the file
        talks.record(
                new RecordTalk(
                        branch.task(),
                        BranchesAtWork.memberOf(branch.deputy()),
                        List.of(
                                BranchesAtWork.memberOf(branch.colleague()),
                                BranchesAtWork.memberOf(branch.groupLeader())),
                        new Talk.Facts(TestClock.TODAY.minusDays(8), TalkMedium.FACE, null),
                        null),
                secretary.scope());
        String batch = upload(secretary, rows);
        assertThat(pages.post(secretary, batch + "/confirm")).hasStatus(302);
        assertThat(count(branch)).isEqualTo(3);
        assertThat(words(pages.get(secretary, upload(secretary, rows)))).contains("表里的内容系统里都有了，不用导入");
        // withdrawn here, it does not come back
        long first = jdbc.sql("select min(id) from talk where task_id = :task and source_sealed is not null")
                .param("task", branch.task())
                .query(Long.class)
                .single();
        talks.withdraw(first, secretary.scope());
        assertThat(words(pages.get(secretary, upload(secretary, rows)))).contains("表里的内容系统里都有了，不用导入");
        assertThat(jdbc.sql("select count(*) from import_record where object_type = 'Talk' and object_id = :id"
                                + " and file_values::text like '%家里%'")
                        .param("id", first)
                        .query(Integer.class)
                        .single())
                .as("words kept open beside the talk")
                .isZero();
    }

    @Test
    @DisplayName("an import of talks is taken back, unless one of them was changed since")
    void importIsUndone() {
        Branch branch = branches.branch("呼吸内科党支部");
        SignedInUser secretary = branch.secretary();
        String batch = upload(secretary, List.of(List.of("呼吸内科党支部", "2023-10-11", "于光燕", "周静斌", "电话", "家里的事")));
        pages.post(secretary, batch + "/confirm");
        assertThat(count(branch)).isEqualTo(1);
        assertThat(pages.post(secretary, batch + "/undo")).hasStatus(302);
        assertThat(count(branch)).isZero();
        assertThat(jdbc.sql("select talks from task_figures where task_id = :task")
                        .param("task", branch.task())
                        .query(Integer.class)
                        .single())
                .isZero();

        String again = upload(secretary, List.of(List.of("呼吸内科党支部", "2023-10-11", "于光燕", "周静斌", "电话", "家里的事")));
        pages.post(secretary, again + "/confirm");
        long talk = jdbc.sql("select id from talk where task_id = :task")
                .param("task", branch.task())
                .query(Long.class)
                .single();
        People.actAs(secretary);
        talks.change(talk, 0, new Talk.Facts(TestClock.TODAY, TalkMedium.FACE, null), "改过", secretary.scope());
        assertThat(pages.post(secretary, again + "/undo")).hasStatus(409);
        assertThat(count(branch)).isEqualTo(1);
    }

    @Test
    @DisplayName("each wrong cell is named with what to do; an office sees where, not who")
    void wrongRowsAreNamed() {
        Branch branch = branches.branch("呼吸内科党支部");
        List<List<Object>> rows = List.of(
                List.of("呼吸内科党支部", "2023-10-21", "于光燕", "周静斌", "当面", ""),
                List.of("呼吸内科党支部", "2023-10-11", "于光燕", "于光燕", "当面", ""),
                List.of("呼吸内科党支部", "2023-10-11", "于光艳", "周静斌", "当面", ""),
                List.of("呼吸内科党支部", "2023-10-11", "于光燕", "、", "短信", ""),
                List.of("骨科党支部", "2023-10-11", "于光燕", "周静斌", "当面", ""));
        String secretary = words(pages.get(branch.secretary(), upload(branch.secretary(), rows)));
        assertThat(secretary).contains("晚于今天", "谈话人和谈话对象里有同一个人", "本支部没有这名党员", "于光艳", "是不是“于光燕”？", "系统里没有这个党支部", "短信");
        String office = words(pages.get(branch.office(), upload(branch.office(), rows)));
        assertThat(office).contains("晚于今天", "本支部没有这名党员").doesNotContain("于光艳", "于光燕");
        assertThat(count(branch)).isZero();
    }
}
