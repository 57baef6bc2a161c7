package org.orglife.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.redirectedId;
import static org.orglife.Pages.words;
import static org.orglife.TestClock.TODAY;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reads and writes what of a meeting. */
@FullApplicationTest
class RoutineAccessTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    RoutinePeople people;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private Routines routines;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        routines = new Routines(pages, jdbc, people);
    }

    private long recorded(RoutineKind kind) {
        long member = memberOf(branch.member());
        long colleague = memberOf(branch.colleague());
        Set<Long> absent = kind == RoutineKind.COMMITTEE ? Set.of() : Set.of(member, colleague);
        return redirectedId(routines.send(
                branch.secretary(),
                "/routine",
                routines.fields(
                        branch,
                        null,
                        TODAY,
                        List.of(kind),
                        absent,
                        "record",
                        "逐项研究，意见一致",
                        "reasons",
                        member + ":PERSONAL",
                        "reasons",
                        colleague + ":SICK")));
    }

    @Test
    @DisplayName("T-ROU-09: members read names and record, of reasons their own; offices day, topics and counts")
    void whoReadsWhat() {
        String page = "/routine/" + recorded(RoutineKind.THEME_DAY);
        assertThat(words(pages.get(branch.organiser(), page))).contains("周静斌 事假", "罗颖 病假");
        assertThat(words(pages.get(branch.member(), page)))
                .contains("逐项研究", "周静斌 事假", "罗颖 未到会")
                .doesNotContain("病假", "更正会议", "作废");
        assertThat(words(pages.get(branch.assistant(), page))).contains("逐项研究").doesNotContain("病假", "事假", "作废");
        assertThat(words(pages.get(branch.supervisor(), page)))
                .contains("逐项研究", "罗颖")
                .doesNotContain("病假", "事假", "作废");
        for (SignedInUser above : List.of(branch.office(), branch.leader())) {
            assertThat(words(pages.get(above, page)))
                    .contains("学习党章", "应到 8 人，到会 6 人")
                    .doesNotContain("逐项研究", "罗颖", "周静斌", "病假", "事假");
        }
        Branch other = branches.branch(branch.committee(), "急诊科党支部");
        for (SignedInUser stranger : List.of(other.secretary(), other.member(), other.supervisor())) {
            assertThat(pages.get(stranger, page)).hasStatus(404);
            assertThat(pages.get(stranger, page + "/print")).hasStatus(404);
        }
        assertThat(pages.post(other.secretary(), page + "/cancel", "reason", "x"))
                .hasStatus(404);
        assertThat(pages.get(
                        other.supervisor(), "/routine?branch=" + branch.unit().getId()))
                .hasStatus(404);
    }

    @Test
    void whatTheCommitteeTalkedAboutIsForTheCommittee() {
        String page = "/routine/" + recorded(RoutineKind.COMMITTEE);
        assertThat(words(pages.get(branch.deputy(), page))).contains("逐项研究");
        assertThat(words(pages.get(branch.supervisor(), page))).contains("逐项研究");
        assertThat(words(pages.get(branch.member(), page)))
                .contains("支委会", "学习党章")
                .doesNotContain("逐项研究");
        assertThat(words(pages.get(branch.member(), page + "/print"))).doesNotContain("逐项研究");
    }

    @Test
    @DisplayName("T-ROU-10: a group's leader writes the meetings of his group and no others")
    void groupLeader() {
        long group = routines.group(branch, "第一党小组", branch.groupLeader(), branch.member());
        long other = routines.group(branch, "第二党小组", branch.colleague());
        SignedInUser leader = branch.groupLeader();
        assertThat(words(pages.get(leader, "/routine/new")))
                .contains("第一党小组", "应到 2 人", "夏荣涛", "周静斌")
                .doesNotContain("第二党小组");
        assertThat(Pages.body(pages.get(leader, "/routine/new")))
                .contains("value=\"THEME_DAY\"")
                .doesNotContain("value=\"GENERAL_MEETING\"", "value=\"COMMITTEE\"");
        List<String> own = routines.fields(branch, group, TODAY, List.of(RoutineKind.GROUP), Set.of());
        long id = redirectedId(routines.send(leader, "/routine", own));
        assertThat(words(pages.get(leader, "/routine/" + id))).contains("党小组会", "第一党小组", "应到 2 人，到会 2 人", "作废");
        List<String> foreign = routines.fields(branch, other, TODAY, List.of(RoutineKind.GROUP), Set.of());
        assertThat(words(routines.send(leader, "/routine", foreign))).contains("党小组组长记本小组的会议");
        long general = routines.held(branch, TODAY, List.of(RoutineKind.GENERAL_MEETING), branch.colleague());
        assertThat(pages.post(leader, "/routine/" + general + "/cancel", "reason", "x"))
                .hasStatus(409);
        assertThat(words(pages.get(leader, "/routine/" + general))).doesNotContain("作废");
        assertThat(words(routines.send(
                        branch.secretary(),
                        "/routine",
                        routines.fields(branch, null, TODAY, List.of(RoutineKind.GROUP), Set.of()))))
                .contains("请选哪个党小组");
        jdbc.sql("update position set until_on = '2022-01-01' where unit_id = :group")
                .param("group", group)
                .update();
        assertThat(pages.get(leader, "/routine/new")).hasStatus(409);
    }
}
