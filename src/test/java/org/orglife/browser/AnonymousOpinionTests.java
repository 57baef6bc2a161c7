package org.orglife.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.opinion.BoxRelease;
import org.orglife.opinion.OpinionBoxes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An anonymous opinion on the phone: from the scanned slip to the receipt, and what the receipt tells later. */
class AnonymousOpinionTests extends BrowserWalk {

    @Autowired
    private BranchesAtWork branches;

    @Autowired
    private OpinionBoxes boxes;

    @Autowired
    private BoxRelease release;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @DisplayName("scan, write, send: the code never stands in an address, and the browser keeps nothing")
    void scanWriteSend() {
        Branch branch = branches.branch("呼吸内科党支部");
        People.actAs(branch.secretary());
        String code = boxes.open(
                        branch.task(),
                        TestClock.TODAY.plusDays(7),
                        1,
                        2,
                        false,
                        branch.secretary().scope())
                .get(0);

        Page phone = browser().window(390, 844);
        List<String> addresses = new CopyOnWriteArrayList<>();
        phone.onRequest((Request request) -> addresses.add(request.url()));
        phone.navigate(address("/o") + "#" + code);
        assertThat(phone.locator("header")).containsText("呼吸内科党支部");
        assertThat(phone.locator("body")).containsText("不记姓名、手机和时间");
        fits(phone);

        phone.locator(".pick label", having("本单位工作")).click();
        phone.locator("#text").fill("短");
        phone.locator("button[type=submit]").click();
        assertThat(phone.locator("[role=alert]")).containsText("至少 5 个字");
        assertThat(phone.locator("#text")).hasValue("短");

        phone.locator("#text").fill("早上取报告排队太长，打 13800000000 找我");
        assertThat(phone.locator("#named")).isVisible();
        phone.locator("#text").fill("早上八点到十点取报告排队太长");
        assertThat(phone.locator("#named")).isHidden();
        phone.locator(".pick label", having("服务对象")).click();
        phone.locator("label.check").click();
        phone.locator("button[type=submit]").click();
        assertThat(phone.locator("h2")).containsText("意见已收到，谢谢您");
        assertThat(phone.locator("body")).not().containsText("取报告");
        fits(phone);
        String receipt = phone.locator(".receipt b").innerText();

        jdbc.sql("update opinion_box set closes_on = '2023-10-19'").update();
        release.releaseAll();
        phone.navigate(address("/o/result"));
        phone.locator("#receipt").fill(receipt);
        phone.locator("button[type=submit]").click();
        assertThat(phone.locator(".outcome")).containsText("支部正在梳理");

        assertThat(addresses).isNotEmpty().noneMatch(url -> url.contains(code));
        assertThat(phone.context().cookies()).isEmpty();
        assertThat(browser().complaints()).allMatch(complaint -> complaint.contains("422"));
    }

    @Test
    @DisplayName("the public code: scan, write, send; the phone does its little work by itself")
    void thePublicCode() {
        Branch branch = branches.branch("门诊党支部");
        People.actAs(branch.secretary());
        boxes.open(
                branch.task(),
                TestClock.TODAY.plusDays(7),
                1,
                2,
                true,
                branch.secretary().scope());
        String box = jdbc.sql("select id from opinion_box where task_id = :task")
                .param("task", branch.task())
                .query(String.class)
                .single();
        Page phone = browser().window(390, 844);
        phone.navigate(address("/o/" + box));
        assertThat(phone.locator("header")).containsText("门诊党支部");
        fits(phone);
        phone.locator(".pick label", having("本单位工作")).click();
        phone.locator("#text").fill("候诊区的椅子坏了两把\n请修一修");
        phone.locator("button[type=submit]").click();
        assertThat(phone.locator("h2")).containsText("意见已收到，谢谢您");
        assertThat(jdbc.sql("select open_count from opinion_box where task_id = :task")
                        .param("task", branch.task())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(phone.context().cookies()).isEmpty();
    }

    private static void fits(Page page) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    private static Page.LocatorOptions having(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
