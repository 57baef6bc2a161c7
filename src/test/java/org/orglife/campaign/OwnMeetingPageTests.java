package org.orglife.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A branch meets without being asked to, and starts from what it did the last time. */
@FullApplicationTest
class OwnMeetingPageTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    private Branch branch;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
    }

    private MvcTestResult begin(String... differing) {
        List<String> fields = new ArrayList<>(List.of(
                "_once", UUID.randomUUID().toString(),
                "title", "“接诉即办”专题组织生活会",
                "year", "2023",
                "theme", "把群众的事办好",
                "meetingUntil", "2023-12-10",
                "branchAspects", "联系服务群众",
                "memberAspects", "作用发挥"));
        for (int at = 0; at < differing.length; at += 2) {
            int known = fields.indexOf(differing[at]);
            if (known < 0) {
                fields.addAll(List.of(differing[at], differing[at + 1]));
            } else {
                fields.set(known + 1, differing[at + 1]);
            }
        }
        return pages.post(branch.secretary(), "/own-meetings", fields.toArray(new String[0]));
    }

    private MvcTestResult settle(String task, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "meetingOn", "2023-11-20",
                "startsAt", "16:00",
                "place", "三楼示教室",
                "chairId", String.valueOf(memberOf(branch.deputy())),
                "steps[0].code", "TALK",
                "steps[0].ownerId", String.valueOf(memberOf(branch.organiser()))));
        fields.addAll(List.of(more));
        return pages.post(branch.secretary(), task + "/plan", fields.toArray(new String[0]));
    }

    @Test
    @DisplayName("a branch begins a meeting of its own, with the aspects of the last one, and the superior sees it")
    void aMeetingOfItsOwn() {
        assertThat(words(pages.get(branch.secretary(), "/campaigns"))).contains("自行召开组织生活会");
        assertThat(body(pages.get(branch.secretary(), "/own-meetings/new"))).contains("联系服务群众｜做了多少");
        String plan = redirect(begin());
        assertThat(plan).startsWith("/tasks/").endsWith("/plan");
        assertThat(words(pages.get(branch.secretary(), plan))).contains("“接诉即办”专题组织生活会", "呼吸内科党支部");
        assertThat(words(pages.get(branch.office(), "/campaigns"))).contains("“接诉即办”专题组织生活会");
        // nobody has to confirm a notice of his own
        assertThat(words(pages.get(branch.secretary(), "/")))
                .contains("还有 1 份没有确认")
                .doesNotContain("接诉即办”专题组织生活会，还有");
        Branch other = branches.branch(branch.committee(), "急诊科党支部");
        assertThat(words(pages.get(other.secretary(), "/campaigns"))).doesNotContain("接诉即办");
    }

    @Test
    @DisplayName("only the branch itself, or its office, calls it off")
    void calledOff() {
        String task = redirect(begin()).replace("/plan", "");
        String campaign =
                body(pages.get(branch.secretary(), task)).replaceAll("(?s).*(/campaigns/\\d+)/notice.*", "$1");
        assertThat(words(pages.get(branch.secretary(), campaign + "/notice")))
                .contains("取消这次活动")
                .doesNotContain("要问的问题");
        assertThat(pages.post(branch.secretary(), "/campaigns/" + branch.campaign() + "/cancel"))
                .hasStatus(404);
        assertThat(pages.post(branch.secretary(), campaign + "/cancel")).hasStatus3xxRedirection();
    }

    @Test
    void whatIsWrongComesBackWithEverythingTyped() {
        MvcTestResult past = begin("meetingUntil", "2023-10-01", "title", "");
        assertThat(past).hasStatus(422);
        assertThat(words(past)).contains("有 2 处要改", "开会日期早于今天", "请填写活动名称");
        assertThat(body(past)).contains("把群众的事办好");
        begin();
        MvcTestResult twice = begin();
        assertThat(twice).hasStatus(422);
        assertThat(words(twice)).contains("本单位已经有一个2023年度的", "确实要另建一个");
        assertThat(begin("another", "true")).hasStatus3xxRedirection();
    }

    @Test
    @DisplayName("the last plan is a start: hour, place, people, tasks and the branch's own steps in one touch")
    void likeTheLastTime() {
        String first = "/tasks/" + branch.task();
        assertThat(words(pages.get(branch.secretary(), first + "/plan"))).doesNotContain("照上次的方案填");
        settle(first);
        pages.post(branch.secretary(), first + "/own-steps", "title", "走访两户老党员");
        String plan = redirect(begin());
        assertThat(words(pages.get(branch.secretary(), plan))).contains("照上次的方案填", "11月20日", "三楼示教室");
        MvcTestResult filled = pages.get(branch.secretary(), plan + "?like=true");
        assertThat(words(filled)).contains("已照上次的方案填好", "走访两户老党员");
        assertThat(body(filled))
                .contains("value=\"16:00\"", "value=\"三楼示教室\"")
                .containsPattern("value=\"" + memberOf(branch.deputy()) + "\"\\s+selected");
        String task = plan.replace("/plan", "");
        settle(task, "repeatOwn", "true");
        assertThat(words(pages.get(branch.secretary(), task))).contains("走访两户老党员");
        settle(task, "repeatOwn", "true", "version", "0");
        assertThat(words(pages.get(branch.secretary(), task)).split("走访两户老党员")).hasSize(2);
    }
}
