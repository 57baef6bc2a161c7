package org.orglife.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.orglife.MeetingsAtWork;
import org.orglife.People;
import org.orglife.Statements;
import org.orglife.TestClock;
import org.orglife.TestDatabase;
import org.orglife.sitting.AgendaService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * How soon what is done at one console is seen at another while 200 branches of 19 members meet at once, each with three
 * pages open; and what those pages cost while nobody does anything.
 */
@Tag("benchmark")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "orglife.demo=false",
            "db-scheduler.enabled=false",
            "orglife.files=target/benchmark-files",
            "server.tomcat.mbeanregistry.enabled=true"
        })
@Import({TestDatabase.class, TestClock.class, People.class, MeetingsAtWork.class})
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleBenchmark {

    private static final int MEETINGS = Integer.getInteger("orglife.benchmark.meetings", 200);
    private static final int MEMBERS = 19;
    private static final int ROUNDS = Integer.getInteger("orglife.benchmark.rounds", 200);
    private static final int WARM_UP = ROUNDS / 5;
    private static final int SECONDS = Integer.getInteger("orglife.benchmark.seconds", 60);
    private static final int WARM_UP_SECONDS = SECONDS / 3;
    private static final int WARM_UP_MOST = SECONDS * 2;
    private static final int WARM_UP_STEP = 5;

    /** The part of the time that the compiler may be at work once all is warm: one in ten. */
    private static final int COMPILING = 10;

    private static final int IDLE_SECONDS = 10;
    private static final int MOST_STATEMENTS_A_SECOND = 5;

    /** Milliseconds between what is done in one meeting, more or less. */
    private static final int PACE = 10_000;

    private static final double PAGE = 3;
    private static final double WRITE = 2;
    private static final double SEEN = 2;

    /** Seconds that the way through the network, filters and session may take. */
    private static final double ALLOWANCE = 0.040;

    private static final Pattern NEXT =
            Pattern.compile("action=\"([^\"]+/turns/\\d+/next)\".*?name=\"from\" value=\"(\\w+)\"", Pattern.DOTALL);
    private static final Pattern CRITIC = Pattern.compile(
            "action=\"([^\"]+/turns/\\d+/critics/\\d+)\"((?!</form>).)*?name=\"has\" value=\"true\"", Pattern.DOTALL);

    private final Results results = new Results();
    private final Measured measured = new Measured();
    private final ExecutorService work = Executors.newFixedThreadPool(2);
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(3);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(work)
            .build();

    @LocalServerPort
    int port;

    @Autowired
    JdbcConnectionDetails connections;

    @Autowired
    FlywayConnectionDetails owner;

    @Autowired
    MeetingsAtWork meetings;

    @Autowired
    AgendaService agenda;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource pool;

    /** What the application's own connections begin with. */
    @Value("${spring.datasource.hikari.connection-init-sql}")
    String beginning;

    private List<Meeting> all = List.of();

    /** A meeting with its pages: who chairs, who keeps the record, and what is thrown on the wall. */
    private final class Meeting {

        private final ManyMeetings.Desk at;
        private final OpenPage chair;
        private final OpenPage recorder;
        private final OpenPage projector;
        private final Random random;

        /** When what was done last was done; 0 once the recorder has seen it. */
        private final AtomicLong doneAt = new AtomicLong();

        private final AtomicLong before = new AtomicLong();
        private volatile boolean over;

        Meeting(ManyMeetings.Desk at) throws Exception {
            this.at = at;
            this.random = new Random(at.held());
            String chairs = OpenPage.signIn(client, port, at.chair(), ManyMeetings.PASSWORD);
            String records = OpenPage.signIn(client, port, at.recorder(), ManyMeetings.PASSWORD);
            this.chair = OpenPage.open(client, port, at.console(), "chair", chairs, measured, page -> {});
            this.recorder = OpenPage.open(client, port, at.console(), "recorder", records, measured, this::shown);
            this.projector = OpenPage.open(client, port, at.projector(), "projector", chairs, measured, page -> {});
        }

        private List<OpenPage> pages() {
            return List.of(chair, recorder, projector);
        }

        private void live() {
            pages().forEach(page -> page.live(clock, random.nextInt(900)));
        }

        private void shown(OpenPage page) {
            long done = doneAt.get();
            if (done != 0 && page.version() > before.get() && doneAt.compareAndSet(done, 0)) {
                measured.seen(done);
            }
        }

        private void lead(int after) {
            var unused = clock.schedule(measured.noting(this::act), after, TimeUnit.MILLISECONDS);
        }

        private void act() {
            if (over) {
                return;
            }
            lead(PACE * 9 / 10 + random.nextInt(PACE / 5));
            if (doneAt.get() != 0) {
                measured.failed(new IllegalStateException("Never seen by the recorder of " + at.task()));
            }
            before.accumulateAndGet(chair.version(), Math::max);
            doneAt.set(System.nanoTime());
            var unused = press(chair);
        }

        private boolean isSeen() {
            return doneAt.get() == 0;
        }

        private void end() {
            over = true;
        }
    }

    /** In the criticism two critics are noted, then it goes on: to the next stage, from the response to the next member. */
    private static CompletableFuture<?> press(OpenPage chair) {
        String page = chair.middle();
        Matcher next = NEXT.matcher(page);
        if (!next.find()) {
            throw new IllegalStateException("The round is over");
        }
        Matcher critic = CRITIC.matcher(page);
        int noted = page.split("aria-pressed=\"true\"", -1).length - 1;
        return next.group(2).equals("CRITICISM") && noted < 2 && critic.find()
                ? chair.send(critic.group(1), Map.of("has", "true"))
                : chair.send(next.group(1), Map.of("from", next.group(2)));
    }

    @BeforeAll
    void open() throws Exception {
        long start = System.nanoTime();
        List<ManyMeetings.Desk> desks = new ManyMeetings(meetings, agenda, owner, jdbc).begin(MEETINGS, MEMBERS);
        assertThat(desks).hasSize(MEETINGS);
        assertThat(jdbc.sql("select count(*) from turn").query(Integer.class).single())
                .isEqualTo(MEETINGS * MEMBERS);
        List<Callable<Meeting>> opening = new ArrayList<>();
        for (ManyMeetings.Desk desk : desks) {
            opening.add(() -> new Meeting(desk));
        }
        List<Meeting> opened = new ArrayList<>();
        for (var one : clock.invokeAll(opening)) {
            opened.add(one.get());
        }
        all = opened;
        results.note("loading and signing in", seconds((System.nanoTime() - start) / 1e9));
    }

    @AfterAll
    void print() {
        System.out.println(results);
        measured.failures().stream().limit(20).forEach(System.out::println);
        clock.shutdownNow();
        work.shutdownNow();
        assertThat(results.missed()).isEmpty();
        assertThat(measured.failures()).isEmpty();
    }

    @Test
    @Order(1)
    void aStepTakesLittleLongerThanItsStatements() throws Exception {
        Meeting meeting = all.get(0);
        OpenPage chair = meeting.chair;
        while (!chair.middle().contains("value=\"CRITICISM\"")) {
            await(press(chair));
        }
        Matcher critic = CRITIC.matcher(chair.middle());
        assertThat(critic.find()).isTrue();
        String tick = critic.group(1);
        String forget = "delete from criticism where branch_id = (select branch_id from held_meeting where id = "
                + meeting.at.held() + ")";
        List<String> undo =
                List.of(forget, "update held_meeting set version = version - 1 where id = " + meeting.at.held());
        double[][] ours = new double[3][ROUNDS];
        double[][] bare = new double[3][ROUNDS];
        int[] statements = new int[3];
        try (Connection connection = bare();
                Connection reading = bare()) {
            connection.setAutoCommit(false);
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                jdbc.sql(forget).update();
                long start = System.nanoTime();
                List<Statements.Sent> sent =
                        Statements.sentDuring(() -> await(chair.send(tick, Map.of("has", "true"))));
                long end = System.nanoTime();
                List<Statements.Sent> own = Replay.withoutSession(sent);
                statements[0] = own.size();
                note(ours[0], round, (end - start) / 1e9);
                note(bare[0], round, Replay.onceMore(own, undo, connection));
                List<OpenPage> readers = List.of(meeting.recorder, meeting.projector);
                for (int which = 1; which <= 2; which++) {
                    OpenPage reader = readers.get(which - 1);
                    start = System.nanoTime();
                    sent = Statements.sentDuring(() -> await(reader.fetch()));
                    end = System.nanoTime();
                    statements[which] = sent.size();
                    note(ours[which], round, (end - start) / 1e9);
                    start = System.nanoTime();
                    for (Statements.Sent statement : sent) {
                        statement.sendOn(reading);
                    }
                    note(bare[which], round, (System.nanoTime() - start) / 1e9);
                }
            }
        }
        List<String> names =
                List.of("noting a critic, and the page", "fetching the recorder's page", "the projector's");
        for (int which = 0; which < names.size(); which++) {
            double limit = which == 0 ? WRITE : PAGE;
            String what = names.get(which) + " (%d statements)".formatted(statements[which]);
            for (int percent : List.of(50, 95)) {
                results.add(
                        percent == 50 ? what + " p50" : "  p95",
                        Results.percentile(ours[which], percent),
                        Results.percentile(bare[which], percent),
                        limit,
                        ALLOWANCE);
            }
        }
    }

    /** Until the compiler has little left to do, as in an application that has run for a while. */
    private static int warmUp() throws InterruptedException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        for (int seconds = WARM_UP_STEP; ; seconds += WARM_UP_STEP) {
            long before = compiler.getTotalCompilationTime();
            TimeUnit.SECONDS.sleep(WARM_UP_STEP);
            boolean rests = compiler.getTotalCompilationTime() - before < WARM_UP_STEP * 1000 / COMPILING;
            if (seconds >= WARM_UP_MOST || (seconds >= WARM_UP_SECONDS && rests)) {
                return seconds;
            }
        }
    }

    private static int await(CompletableFuture<?> answer) {
        answer.join();
        return 0;
    }

    private static void note(double[] times, int round, double seconds) {
        if (round >= 0) {
            times[round] = seconds;
        }
    }

    @Test
    @Order(2)
    void whatIsDoneIsSeenWithinTwoSeconds() throws Exception {
        for (Meeting meeting : all) {
            meeting.live();
            meeting.lead(meeting.random.nextInt(PACE));
        }
        results.note("  warmed up for", warmUp() + " s");
        measured.begin();
        ProcessorTime processors = ProcessorTime.begin();
        TimeUnit.SECONDS.sleep(SECONDS);
        String atWork = processors.toString();
        all.forEach(Meeting::end);
        long asked = measured.askedSoFar();
        TimeUnit.SECONDS.sleep(3);
        long unseen = all.stream().filter(meeting -> !meeting.isSeen()).count();
        double[] seen = measured.seen();
        results.note("meetings, pages", MEETINGS + ", " + MEETINGS * 3);
        results.note(
                "done a second, asked a second",
                "%.1f, %.0f".formatted(seen.length / (double) SECONDS, asked / (double) SECONDS));
        results.note("seen by the recorder, p50", seconds(Results.percentile(seen, 50)));
        results.within("seen by the recorder, p95", Results.percentile(seen, 95), SEEN);
        results.note("seen by the recorder, p99", seconds(Results.percentile(seen, 99)));
        results.note("seen by the recorder, longest", seconds(Results.percentile(seen, 100)));
        for (int percent : List.of(50, 95)) {
            results.note("  the chair's answer, p" + percent, seconds(Results.percentile(measured.sent(), percent)));
            results.note("  a page fetched, p" + percent, seconds(Results.percentile(measured.fetched(), percent)));
        }
        results.note("  pages fetched, of them in vain", measured.fetched().length + ", " + measured.needless());
        results.note("  processors: server, this process, the machine", atWork);
        results.note("errors", String.valueOf(measured.failures().size()));
        assertThat(unseen).as("not seen by the recorder in the end").isZero();
        assertThat(seen.length).isGreaterThan(MEETINGS * SECONDS * 1000 / PACE * 8 / 10);
    }

    @Test
    @Order(3)
    void idlePagesHoldNothing() throws Exception {
        HikariDataSource connectionPool = pool.unwrap(HikariDataSource.class);
        ObjectName threads = ManagementFactory.getPlatformMBeanServer()
                .queryNames(new ObjectName("*:type=ThreadPool,name=\"http-nio-auto-*\""), null)
                .iterator()
                .next();
        List<Double> active = new ArrayList<>();
        List<Double> busy = new ArrayList<>();
        measured.begin();
        ProcessorTime processors = ProcessorTime.begin();
        List<Statements.Sent> sent = Statements.sentDuring(() -> {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(IDLE_SECONDS);
            while (System.nanoTime() < end) {
                active.add((double) connectionPool.getHikariPoolMXBean().getActiveConnections());
                busy.add((double) attribute(threads, "currentThreadsBusy"));
                TimeUnit.MILLISECONDS.sleep(7);
            }
            return 0;
        });
        results.note("idle: processors: server, this process, the machine", processors.toString());
        long open = attribute(threads, "connectionCount");
        all.forEach(meeting -> meeting.pages().forEach(OpenPage::close));
        double statements = sent.size() / (double) IDLE_SECONDS;
        results.note("idle: connections of open pages", String.valueOf(open));
        results.note("idle: questions a second", "%.0f".formatted(measured.askedSoFar() / (double) IDLE_SECONDS));
        results.note("idle: statements a second", "%.1f".formatted(statements));
        results.note("idle: database connections in use, on average and most", meanAndMost(active));
        results.note("idle: request threads at work, on average and most", meanAndMost(busy));
        assertThat(open).isGreaterThanOrEqualTo(MEETINGS * 3L);
        assertThat(statements).isLessThanOrEqualTo(MOST_STATEMENTS_A_SECOND);
        assertThat(active).allMatch(connections -> connections <= 1);
        assertThat(busy.stream().filter(threadsAtWork -> threadsAtWork == 0).count())
                .as("moments without a request thread at work")
                .isGreaterThan(busy.size() / 4);
    }

    private static String meanAndMost(List<Double> samples) {
        var summary = samples.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return String.format(Locale.ROOT, "%.2f, %.0f", summary.getAverage(), summary.getMax());
    }

    private static long attribute(ObjectName name, String attribute) throws JMException {
        return ((Number) ManagementFactory.getPlatformMBeanServer().getAttribute(name, attribute)).longValue();
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.1f ms" : "%.2f s", value < 1 ? value * 1000 : value);
    }

    private Connection bare() throws SQLException {
        Connection connection = DriverManager.getConnection(
                connections.getJdbcUrl(), connections.getUsername(), connections.getPassword());
        connection.createStatement().execute(beginning);
        return connection;
    }
}
