package org.orglife.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.orglife.People;
import org.orglife.Statements;
import org.orglife.TestClock;
import org.orglife.TestDatabase;
import org.orglife.reminder.ReminderDelivery;
import org.orglife.reminder.Reminders;
import org.orglife.shared.PrintedCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What follows the meeting, with 50,000 open items: the night's reminders beside their statements, what waits for a
 * secretary of 250 problems beside its statements, and a published page beside a file of the same size.
 */
@Tag("benchmark")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"orglife.demo=false", "db-scheduler.enabled=false", "orglife.files=target/benchmark-files"})
@Import({TestDatabase.class, TestClock.class, People.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FollowUpBenchmark {

    private static final int CAMPAIGN = 3;
    private static final int NIGHTS = 12;
    private static final double NIGHT = 3;
    private static final int ROUNDS = Integer.getInteger("orglife.benchmark.rounds", 200);
    private static final double PAGE = 3;
    private static final double ALLOWANCE = 0.040;
    private static final int READERS = 1_000;
    private static final double FILE = 2;
    private static final String ASSET = "/assets/app.css";

    private final Results results = new Results();

    @LocalServerPort
    int port;

    @Autowired
    JdbcConnectionDetails connections;

    @Autowired
    FlywayConnectionDetails owner;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reminders reminders;

    @Autowired
    ReminderDelivery delivery;

    /** What the application's own connections begin with. */
    @Value("${spring.datasource.hikari.connection-init-sql}")
    String beginning;

    @BeforeAll
    void load() throws Exception {
        LargeOrganisation organisation = new LargeOrganisation(owner, events, transaction, jdbc);
        organisation.organisation();
        organisation.campaign(CAMPAIGN, 50_000, 60_000, 10);
        jdbc.sql("update measure set done_on = null").update();
        jdbc.sql("""
                        update rectification_item set state = 'IN_PROGRESS', submitted_on = null, verified_on = null, closed_on = null
                        where state in ('SUBMITTED', 'VERIFIED', 'CLOSED')
                        """).update();
        asOwner("analyze");
        assertThat(jdbc.sql(
                                "select count(*) from rectification_item where state not in ('CLOSED', 'WITHDRAWN', 'MERGED', 'TRANSFERRED')")
                        .query(Long.class)
                        .single())
                .isEqualTo(50_000);
    }

    @AfterAll
    void print() {
        System.out.println(results);
        assertThat(results.missed()).isEmpty();
    }

    @Test
    @Order(1)
    void theNightTakesLittleLongerThanItsStatements() throws Exception {
        double[] ours = new double[NIGHTS];
        double[] bare = new double[NIGHTS];
        int noted = 0;
        List<Statements.Sent> sent = List.of();
        try (Connection connection = bare()) {
            for (int night = -2; night < NIGHTS; night++) {
                asOwner("truncate reminder");
                int[] steps = new int[1];
                long start = System.nanoTime();
                sent = Statements.sentDuring(() -> {
                    steps[0] = reminders.note();
                    delivery.tellAll();
                    return steps[0];
                });
                double own = (System.nanoTime() - start) / 1e9;
                noted = steps[0];
                asOwner("truncate reminder");
                start = System.nanoTime();
                for (Statements.Sent statement : sent) {
                    statement.sendOn(connection);
                }
                if (night >= 0) {
                    ours[night] = own;
                    bare[night] = (System.nanoTime() - start) / 1e9;
                }
            }
        }
        assertThat(noted).isPositive();
        results.add(
                "night: %,d steps noted (%d statements)".formatted(noted, sent.size()),
                Results.percentile(ours, 50),
                Results.percentile(bare, 50),
                NIGHT,
                0);
    }

    @Test
    @Order(2)
    void whatWaitsTakesLittleLongerThanItsStatements() throws Exception {
        Visitor secretary = Visitor.signedIn(port, LargeOrganisation.SECRETARY, LargeOrganisation.PASSWORD);
        for (String address : List.of("/", "/to-dos/count", "/my-measures", "/overdue")) {
            secretary.load(address);
            List<Statements.Sent> sent = Statements.sentDuring(() -> secretary.load(address));
            double[] ours = new double[ROUNDS];
            double[] bare = new double[ROUNDS];
            try (Connection connection = bare()) {
                for (int round = -ROUNDS / 5; round < ROUNDS; round++) {
                    long start = System.nanoTime();
                    secretary.load(address);
                    long between = System.nanoTime();
                    for (Statements.Sent statement : sent) {
                        statement.sendOn(connection);
                    }
                    if (round >= 0) {
                        ours[round] = (between - start) / 1e9;
                        bare[round] = (System.nanoTime() - between) / 1e9;
                    }
                }
            }
            results.add(
                    "secretary of 250 problems, %s (%d statements) p95".formatted(address, sent.size()),
                    Results.percentile(ours, 95),
                    Results.percentile(bare, 95),
                    PAGE,
                    ALLOWANCE);
        }
    }

    @Test
    @Order(3)
    void aPublishedPageTakesLittleLongerThanAFile() throws Exception {
        byte[] body = new ClassPathResource("static" + ASSET).getContentAsByteArray();
        String address = PrintedCode.next();
        jdbc.sql("""
                        with publication as (
                          insert into publication (id, branch_id, task_id, kind, state, reach, title, intro, contact, signature,
                            from_on, until_on, on_page, content, personal, proposed_by, proposed_by_name, proposed_at, checked_by,
                            checked_by_name, checked_at, approved_by, approved_by_name, approved_at, published_by,
                            published_by_name, published_at)
                          select nextval('publication_seq'), t.branch_id, t.id, 'MEASURES', 'PUBLISHED', 'COMMUNITY', '公示', '公示',
                            '内线8231', '支部', date '2023-10-01', date '2023-11-30', true, '[]', false, a.one, 'x', now(), a.other, 'y',
                            now(), a.one, 'x', now(), a.one, 'x', now()
                          from branch_task t, (select min(id) one, max(id) other from account) a
                          where t.id = :task returning id, branch_id)
                        insert into publication_page (address, publication_id, branch_id, from_on, until_on, tag, body)
                        select :address, id, branch_id, date '2023-10-01', date '2023-11-30', 'x', :body from publication
                        """)
                .param("task", LargeOrganisation.task(CAMPAIGN))
                .param("address", address)
                .param("body", body)
                .update();
        Visitor reader = Visitor.signedIn(port, LargeOrganisation.SECRETARY, LargeOrganisation.PASSWORD);
        double[] page = new double[READERS];
        double[] file = new double[READERS];
        for (int round = -READERS / 5; round < READERS; round++) {
            long start = System.nanoTime();
            reader.load("/p/" + address);
            long between = System.nanoTime();
            reader.load(ASSET);
            if (round >= 0) {
                page[round] = (between - start) / 1e9;
                file[round] = (System.nanoTime() - between) / 1e9;
            }
        }
        String what = "published page beside a file, %d kB".formatted(body.length / 1024);
        results.compare(what + " p50", Results.percentile(page, 50), Results.percentile(file, 50));
        results.add("  p95", Results.percentile(page, 95), Results.percentile(file, 95), FILE, 0);
    }

    private void asOwner(String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                var one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private Connection bare() throws SQLException {
        Connection connection = DriverManager.getConnection(
                connections.getJdbcUrl(), connections.getUsername(), connections.getPassword());
        connection.createStatement().execute(beginning);
        return connection;
    }
}
