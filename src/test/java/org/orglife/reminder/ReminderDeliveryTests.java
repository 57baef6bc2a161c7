package org.orglife.reminder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.audit.AuditTrail;
import org.orglife.organisation.OrgUnitService;
import org.orglife.rectification.ItemState;
import org.orglife.sealing.Sealer;
import org.orglife.shared.Labels;
import org.orglife.web.PublicAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** What leaves the system: to a robot and a mailbox that really listen. */
@FullApplicationTest
class ReminderDeliveryTests {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile String answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    ReminderChannelRepository channels;

    @Autowired
    OrgUnitService units;

    @Autowired
    Sealer sealer;

    @Autowired
    AuditTrail audit;

    @Autowired
    Labels labels;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    Reminders reminders;

    private HttpServer robot;
    private GreenMail mailServer;
    private Branch branch;
    private Channels access;
    private ReminderDelivery delivery;

    @BeforeEach
    void aRobotAndAMailboxListen() throws IOException {
        jdbc.sql("delete from reminder_channel").update();
        robot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        robot.createContext("/robot", exchange -> {
            heard.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            byte[] body = answer.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        robot.start();
        mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        branch = branches.branch("呼吸内科党支部");
        ReminderProperties properties =
                new ReminderProperties(7, 7, 15, 30, List.of(address("")), "orglife@example.cn");
        access = new Channels(channels, units, properties, sealer, audit);
        ChannelPost post = new ChannelPost(sealer, mail(), properties);
        delivery = new ReminderDelivery(
                channels,
                access,
                post,
                labels,
                new PublicAddress(URI.create("https://zb.example.com")),
                transaction,
                jdbc,
                clock);
    }

    @AfterEach
    void nobodyListensAnyMore() {
        robot.stop(0);
        mailServer.stop();
    }

    private String address(String key) {
        return "http://127.0.0.1:" + robot.getAddress().getPort() + "/robot?key=" + key;
    }

    private ObjectProvider<JavaMailSender> mail() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(mailServer.getSmtp().getPort());
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("mail", sender);
        return beans.getBeanProvider(JavaMailSender.class);
    }

    private void add(ChannelKind kind, String address) {
        People.actAs(branch.secretary());
        transaction.executeWithoutResult(status -> access.add(
                kind, "支部工作群", address, branch.secretary(), branch.secretary().scope()));
    }

    private void oneMeasureLate() {
        long item = branches.item(branch, ItemState.PLANNED);
        jdbc.sql("update measure set due_on = :day where item_id = :item")
                .param("day", TestClock.TODAY.minusDays(1))
                .param("item", item)
                .update();
        reminders.note();
    }

    private String outcome() {
        return jdbc.sql("select coalesce(outcome, 'NONE') from reminder_channel where unit_id = :unit")
                .param("unit", branch.unit().getId())
                .query(String.class)
                .single();
    }

    @Test
    @DisplayName("a robot hears numbers, once a day, no name and no text")
    void aRobotHearsNumbersOnce() {
        add(ChannelKind.ROBOT, address("abc-123"));
        delivery.tellAll();
        assertThat(heard).as("nothing was late").isEmpty();
        oneMeasureLate();
        delivery.tellAll();
        delivery.tellAll();
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0))
                .contains("\"msgtype\":\"text\"", "呼吸内科党支部", "1 条刚超期", "https://zb.example.com/overdue")
                .doesNotContain("等候时间长", "梁梦清");
        assertThat(outcome()).isEqualTo("SENT");
    }

    @Test
    @DisplayName("a robot that refuses is told of on the page, and not asked again the same day")
    void aRobotThatRefuses() {
        add(ChannelKind.ROBOT, address("abc-123"));
        oneMeasureLate();
        answer = "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}";
        delivery.tellAll();
        delivery.tellAll();
        assertThat(heard).hasSize(1);
        assertThat(outcome()).isEqualTo("FAILED");
        assertThat(words(pages.get(branch.secretary(), "/overdue/channels"))).contains("没有发出");
    }

    @Test
    @DisplayName("a mailbox gets the same by mail")
    void aMailboxGetsTheSame() throws Exception {
        add(ChannelKind.MAIL, "zhibu@example.cn");
        oneMeasureLate();
        delivery.tellAll();
        assertThat(mailServer.getReceivedMessages()).hasSize(1);
        assertThat(mailServer.getReceivedMessages()[0].getSubject()).isEqualTo("整改提醒");
        assertThat(String.valueOf(mailServer.getReceivedMessages()[0].getContent()))
                .contains("1 条刚超期")
                .doesNotContain("等候时间长", "梁梦清");
    }

    @Test
    @DisplayName("an address that is no robot of an allowed platform is refused; the address is not shown again")
    void onlyAllowedAddresses() {
        for (String wrong : List.of(
                "http://127.0.0.1:8080/actuator",
                "https://qyapi.weixin.qq.com.example.com/cgi-bin/webhook/send?key=a",
                "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=a@evil.example/",
                "file:///etc/passwd")) {
            MvcTestResult refused =
                    pages.post(branch.secretary(), "/overdue/channels", "kind", "ROBOT", "name", "群", "address", wrong);
            assertThat(refused).as(wrong).hasStatus(422);
            assertThat(words(refused)).contains("这不是企业微信或钉钉群机器人的地址");
        }
        String right = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693axxx6-7aoc-4bc4";
        assertThat(redirect(pages.post(
                        branch.secretary(), "/overdue/channels", "kind", "ROBOT", "name", "群", "address", right)))
                .isEqualTo("/overdue/channels");
        assertThat(Pages.body(pages.get(branch.secretary(), "/overdue/channels")))
                .doesNotContain("693axxx6");
        Long id = jdbc.sql("select max(id) from reminder_channel")
                .query(Long.class)
                .single();
        Branch other = branches.branch("消化内科党支部");
        assertThat(pages.post(other.secretary(), "/overdue/channels/" + id + "/delete"))
                .hasStatus(404);
        assertThat(redirect(pages.post(branch.secretary(), "/overdue/channels/" + id + "/delete")))
                .isEqualTo("/overdue/channels");
    }
}
