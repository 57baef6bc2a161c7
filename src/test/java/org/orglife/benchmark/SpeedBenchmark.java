package org.orglife.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.orglife.account.SignedInUser;
import org.orglife.account.SignedInUsers;
import org.orglife.excel.Progress;
import org.orglife.imports.ImportPreview;
import org.orglife.imports.ImportService;
import org.orglife.organisation.OrgUnit;
import org.orglife.rectification.LedgerExport;
import org.orglife.rectification.LedgerFile;
import org.orglife.rectification.LedgerFilter;
import org.orglife.rectification.LedgerVariant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How long the main work takes with 1,000 branches, 20,000 members, 50,000 problems and 60,000 measures, each time beside
 * the least it could take: a page beside its own statements, sent once more without the application.
 */
@Tag("benchmark")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"orglife.demo=false", "db-scheduler.enabled=false", "orglife.files=target/benchmark-files"})
@Import({TestDatabase.class, TestClock.class, People.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SpeedBenchmark {

    private static final int CAMPAIGN = 3;
    private static final long TASK = LargeOrganisation.task(CAMPAIGN);
    private static final int WARM_UP = Integer.getInteger("orglife.benchmark.rounds", 200) / 5;
    private static final int ROUNDS = Integer.getInteger("orglife.benchmark.rounds", 200);
    private static final double PAGE = 3;
    private static final double WRITE = 2;
    private static final int LARGE_CAMPAIGN = 4;
    private static final int LARGE_ROWS = 100_000;
    private static final int EXPORTS = Integer.getInteger("orglife.benchmark.exports", 3);
    private static final double EXPORT = 1.5;
    private static final int IMPORTS = 3;
    private static final double IMPORT = 10;
    private static final Path FOLDER = Path.of("target");

    /** Seconds that the way through the network, filters and session may take. */
    private static final double ALLOWANCE = 0.040;

    /** Seconds from which on a statement's plan is shown. */
    private static final double SLOW = 0.020;

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
    SignedInUsers users;

    @Autowired
    LedgerExport export;

    @Autowired
    ImportService imports;

    @Autowired
    People people;

    /** What the application's own connections begin with. */
    @Value("${spring.datasource.hikari.connection-init-sql}")
    String beginning;

    private LargeOrganisation organisation;

    /** A page, and the statements it sends. */
    private record Page(String what, Visitor visitor, String address, List<Statements.Sent> statements) {}

    @BeforeAll
    void load() throws Exception {
        LiveHeap.watch();
        long start = System.nanoTime();
        organisation = new LargeOrganisation(owner, events, transaction, jdbc);
        organisation.organisation();
        organisation.campaign(CAMPAIGN, 50_000, 60_000, 10);
        results.note("loading", String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9));
        assertThat(jdbc.sql("select count(*) from problem").query(Long.class).single())
                .isEqualTo(50_000);
        assertThat(jdbc.sql("select count(*) from measure").query(Long.class).single())
                .isEqualTo(60_000);
    }

    @AfterAll
    void print() {
        System.out.println(results);
        assertThat(results.missed()).isEmpty();
    }

    @Test
    @Order(1)
    void pagesTakeLittleLongerThanTheirStatements() throws Exception {
        Visitor office = Visitor.signedIn(port, LargeOrganisation.OFFICE, LargeOrganisation.PASSWORD);
        Visitor secretary = Visitor.signedIn(port, LargeOrganisation.SECRETARY, LargeOrganisation.PASSWORD);
        List<Page> pages = new ArrayList<>();
        for (String view : List.of("PROBLEMS", "MEASURES", "RESPONSIBILITIES")) {
            pages.add(page("ledger, office, " + view, office, "/ledger?status=IN_PROGRESS&view=" + view));
            pages.add(page("ledger, secretary, " + view, secretary, "/ledger?status=OPEN&view=" + view));
        }
        pages.add(page("ledger, office, overdue", office, "/ledger?due=OVERDUE"));
        pages.add(page("ledger, office, text", office, "/ledger?q=%E5%AD%A6%E4%B9%A0%E5%86%85%E5%AE%B9"));
        pages.add(page("board, office", office, "/campaigns/" + CAMPAIGN));
        pages.add(page("board of a general branch", office, "/campaigns/" + CAMPAIGN + "?unit=1000001"));
        pages.add(page("board, secretary", secretary, "/campaigns/" + CAMPAIGN));
        pages.add(page("workspace, secretary", secretary, "/tasks/" + TASK));
        pages.add(page("steps of 1,000 branches, office", office, "/campaigns/" + CAMPAIGN + "/steps"));
        String wanted = System.getProperty("orglife.benchmark.pages", "");
        compare(pages.stream().filter(page -> page.what().contains(wanted)).toList());
    }

    private static Page page(String what, Visitor visitor, String address) throws Exception {
        visitor.load(address);
        List<Statements.Sent> sent = Statements.sentDuring(() -> visitor.load(address));
        return new Page(what, visitor, address, sent);
    }

    /** With {@code -Dorglife.benchmark.explain}: what the database does for the statements that take longest. */
    private static void explain(Page page, Connection connection) throws Exception {
        for (Statements.Sent statement : page.statements()) {
            long start = System.nanoTime();
            statement.sendOn(connection);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%8.1f ms %s: %s%n",
                    seconds * 1000,
                    page.what(),
                    statement.sql().replaceAll("\\s+", " "));
            if (seconds > SLOW) {
                statement.explainOn(connection).forEach(System.out::println);
            }
        }
    }

    private void compare(List<Page> pages) throws Exception {
        double[][] ours = new double[pages.size()][ROUNDS];
        double[][] bare = new double[pages.size()][ROUNDS];
        int[] bytes = new int[pages.size()];
        try (Connection connection = bare()) {
            if (Boolean.getBoolean("orglife.benchmark.explain")) {
                for (Page page : pages) {
                    explain(page, connection);
                }
            }
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (int i = 0; i < pages.size(); i++) {
                    Page page = pages.get(i);
                    long start = System.nanoTime();
                    bytes[i] = page.visitor().load(page.address());
                    long between = System.nanoTime();
                    for (Statements.Sent statement : page.statements()) {
                        statement.sendOn(connection);
                    }
                    long end = System.nanoTime();
                    if (round >= 0) {
                        ours[i][round] = (between - start) / 1e9;
                        bare[i][round] = (end - between) / 1e9;
                    }
                }
                Statements.reset();
            }
        }
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            String what = "%s (%d statements, %d kB)"
                    .formatted(page.what(), page.statements().size(), bytes[i] / 1024);
            results.add(
                    what + " p50", Results.percentile(ours[i], 50), Results.percentile(bare[i], 50), PAGE, ALLOWANCE);
            results.add("  p95", Results.percentile(ours[i], 95), Results.percentile(bare[i], 95), PAGE, ALLOWANCE);
        }
    }

    @Test
    @Order(2)
    void aLedgerOfAHundredThousandMeasuresTakesLittleLongerThanABareLoop() throws Exception {
        organisation.campaign(LARGE_CAMPAIGN, 80_000, LARGE_ROWS, 100);
        SignedInUser office =
                users.ofAccount(LargeOrganisation.OFFICE_ACCOUNT, null).orElseThrow();
        People.actAs(office);
        LedgerFilter filter = LedgerFilter.of(LARGE_CAMPAIGN);
        Path workbook = FOLDER.resolve("ledger.xlsx");
        List<Statements.Sent> sent = Statements.sentDuring(() -> export(office, filter, workbook));
        WrittenCells cells = WrittenCells.of(workbook, FOLDER.resolve("ledger.cells"));
        results.note(
                "export: %,d cells on %d sheets, %,d merged ranges"
                        .formatted(cells.cells(), cells.sheets(), cells.merged()),
                (Files.size(workbook) >> 20) + " MB");
        double[] ours = new double[EXPORTS];
        double[] loop = new double[EXPORTS];
        double[] rows = new double[EXPORTS];
        long live = 0;
        long bareLive = 0;
        for (int i = 0; i < EXPORTS; i++) {
            LiveHeap.reset();
            ours[i] = seconds(() -> export(office, filter, workbook));
            live = Math.max(live, LiveHeap.megabytes());
            rows[i] = seconds(() -> stream(sent));
            LiveHeap.reset();
            loop[i] = seconds(() -> {
                try (OutputStream out = Files.newOutputStream(FOLDER.resolve("bare.xlsx"))) {
                    cells.write(out);
                }
            });
            bareLive = Math.max(bareLive, LiveHeap.megabytes());
        }
        double own = Results.percentile(ours, 50);
        double bare = Results.percentile(loop, 50);
        double statements = Results.percentile(rows, 50);
        results.compare("export beside the loop, its cells in memory", own, bare);
        results.add("export beside the loop and its statements", own, bare + statements, EXPORT, 0);
        results.note("export: most live heap, ours and the loop's", live + " / " + bareLive + " MB");
    }

    private Path export(SignedInUser office, LedgerFilter filter, Path to) throws IOException {
        try (LedgerFile file = export.ledger(filter, LedgerVariant.FULL, office, office.scope(), Progress.NONE);
                OutputStream out = Files.newOutputStream(to)) {
            file.write(out);
        }
        return to;
    }

    private void stream(List<Statements.Sent> statements) throws Exception {
        try (Connection connection = bare()) {
            connection.setAutoCommit(false);
            for (Statements.Sent statement : statements) {
                if (statement.sql().matches("(?is)\\s*(select|with)\\b.*")) {
                    statement.streamOn(connection, 500);
                }
            }
        }
    }

    @Test
    @Order(3)
    void aRosterOfFiveThousandTakesLittleLongerThanReadingAndCopying() throws Exception {
        double[] checks = new double[IMPORTS];
        double[] whole = new double[IMPORTS];
        double[] bare = new double[IMPORTS];
        int[] statements = new int[1];
        long live = 0;
        for (int i = -1; i < IMPORTS; i++) {
            OrgUnit root = people.committee();
            SignedInUser office = people.office(root);
            People.actAs(office);
            Path roster = FOLDER.resolve("roster.xlsx");
            Roster.write(root.getName(), i + 1, roster);
            LiveHeap.reset();
            Statements.reset();
            long start = System.nanoTime();
            long batch;
            try (InputStream in = Files.newInputStream(roster)) {
                batch = imports.upload("roster.xlsx", in, office, office.scope());
            }
            double check = (System.nanoTime() - start) / 1e9;
            assertThat(imports.view(batch, office, office.scope()).preview()).matches(ImportPreview::isReady);
            assertThat(imports.confirm(batch, office, office.scope(), done -> {})
                            .isReady())
                    .isTrue();
            double all = (System.nanoTime() - start) / 1e9;
            live = Math.max(live, LiveHeap.megabytes());
            statements[0] = Statements.count();
            double least = seconds(() -> Roster.readAndCopy(roster, owner));
            if (i >= 0) {
                checks[i] = check;
                whole[i] = all;
                bare[i] = least;
            }
        }
        double all = Results.percentile(whole, 50);
        results.within("import of 5,000 people, upload to the end (%,d statements)".formatted(statements[0]), all, 20);
        results.note(
                "  of which upload and check", String.format(Locale.ROOT, "%.2f s", Results.percentile(checks, 50)));
        results.add("import beside reading the file and COPY", all, Results.percentile(bare, 50), IMPORT, 0);
        results.note("import: most live heap", live + " MB");
    }

    @Test
    @Order(4)
    void recordingATalkTakesLittleLongerThanItsStatements() throws Exception {
        String newest = "(select max(id) from talk where task_id = " + TASK + ")";
        record(
                "recording a talk",
                "/tasks/" + TASK + "/talks/new",
                "/tasks/" + TASK + "/talks",
                round -> Map.of(
                        "convener", String.valueOf(LargeOrganisation.SECRETARY_MEMBER),
                        "partners", String.valueOf(LargeOrganisation.SECRETARY_MEMBER + 10 + round % 80),
                        "heldOn", TestClock.TODAY.minusDays(round / 80).toString(),
                        "medium", "FACE"),
                List.of(
                        "delete from talk_participant where talk_id = " + newest,
                        "delete from talk where id = " + newest));
    }

    @Test
    @Order(5)
    void recordingAnOpinionTakesLittleLongerThanItsStatements() throws Exception {
        record(
                "recording an opinion",
                "/tasks/" + TASK + "/opinions",
                "/tasks/" + TASK + "/opinions",
                round -> Map.of(
                        "text", "候诊时间长，请加开第 " + round + " 个窗口",
                        "about", "WORK",
                        "channel", "PHONE",
                        "group", "SERVICE",
                        "givenOn", TestClock.TODAY.toString()),
                List.of("delete from opinion where id = (select max(id) from opinion where task_id = " + TASK + ")"));
    }

    /** Fields of the form sent in one round; each round another record. */
    private interface Fields {
        Map<String, String> of(int round);
    }

    /** A record through the page, then its statements once more by themselves, the record taken away before. */
    private void record(String what, String page, String address, Fields fields, List<String> undo) throws Exception {
        Visitor secretary = Visitor.signedIn(port, LargeOrganisation.SECRETARY, LargeOrganisation.PASSWORD);
        String token = secretary.token(page);
        double[] ours = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        int statements = 0;
        try (Connection connection = bare()) {
            connection.setAutoCommit(false);
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                Map<String, String> sentFields = fields.of(round + WARM_UP);
                long start = System.nanoTime();
                List<Statements.Sent> sent = Statements.sentDuring(() -> {
                    secretary.post(address, token, sentFields);
                    return 0;
                });
                long between = System.nanoTime();
                List<Statements.Sent> own = Replay.withoutSession(sent);
                double least = Replay.onceMore(own, undo, connection);
                statements = own.size();
                if (round >= 0) {
                    ours[round] = (between - start) / 1e9;
                    bare[round] = least;
                }
            }
        }
        String line = what + " (%d statements)".formatted(statements);
        results.add(line + " p50", Results.percentile(ours, 50), Results.percentile(bare, 50), WRITE, ALLOWANCE);
        results.add("  p95", Results.percentile(ours, 95), Results.percentile(bare, 95), WRITE, ALLOWANCE);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private Connection bare() throws SQLException {
        Connection connection = DriverManager.getConnection(
                connections.getJdbcUrl(), connections.getUsername(), connections.getPassword());
        connection.createStatement().execute(beginning);
        return connection;
    }
}
