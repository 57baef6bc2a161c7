package org.orglife.ballot;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.orglife.shared.PrintedCode;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A PostgreSQL of its own with the real schema and the real code of the box, for those who own the machine: everything is
 * written to the write-ahead log so that it can be read back row by row, and every statement to the server's log.
 */
final class OwnServer implements AutoCloseable {

    private static final String BOX = """
            insert into ballot_box (meeting_id, part, mode, created_by, scrutineer_id, teller_id, scrutineer, teller, eligible, present,
              subjects)
            values (1, %d, 'SLIPS', 1, 2, 3, '监票人', '计票人', %d, %d, %d) returning id
            """;

    private final EmbeddedPostgres server;
    private final Path data;
    private final String url;
    private final BallotStore store;
    private final BallotUrn urn;
    private final TransactionTemplate transaction;
    private int parts;

    OwnServer(Path home) throws IOException, SQLException {
        data = home.resolve("data");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(
                        Files.createDirectories(home.resolve("binaries")).toFile())
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("wal_level", "logical")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_directory", "log")
                .setServerConfig("log_statement", "all")
                .start();
        String address = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/";
        url = address + "orglife";
        try (Connection first = DriverManager.getConnection(address + "postgres", "postgres", "postgres");
                Statement statement = first.createStatement()) {
            statement.execute("create role orglife_owner login password 'orglife_owner'");
            statement.execute("create role orglife login password 'orglife'");
            statement.execute("create database orglife owner orglife_owner");
        }
        superuser(
                "alter schema public owner to orglife_owner",
                "grant usage on schema public to orglife",
                "alter default privileges for role orglife_owner in schema public grant select, insert, update, delete on tables to orglife",
                "alter default privileges for role orglife_owner in schema public grant usage on sequences to orglife");
        Flyway.configure()
                .dataSource(url, "orglife_owner", "orglife_owner")
                .placeholders(Map.of("applicationUser", "orglife"))
                .load()
                .migrate();
        superuser(
                "set session_replication_role = replica",
                "insert into org_unit (id, path, name, kind, branch_kind) values (1, '/1/', '呼吸内科党支部', 'BRANCH', 'ORDINARY')",
                "insert into held_meeting (id, branch_id, task_id, phase, held_on, started_at, place, chair_id, recorder_id,"
                        + " committee_size, live_key, recorded_on)"
                        + " values (1, 1, 1, 'RUNNING', '2023-10-20', now(), '会议室', 1, 2, 3, 'key', '2023-10-20')",
                "insert into account (id, username, display_name, officer, state, created_at)"
                        + " select n, 'user' || n, '用户', false, 'ACTIVE', now() from generate_series(1, 3) n");
        DataSource application = application();
        transaction = new TransactionTemplate(new JdbcTransactionManager(application));
        JdbcClient jdbc = JdbcClient.create(application);
        store = new BallotStore(jdbc);
        urn = new BallotUrn(store, transaction, jdbc);
    }

    private DataSource application() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser("orglife");
        source.setPassword("orglife");
        return source;
    }

    /** A box with what only its people hold. */
    record Box(UUID id, int part, String code, List<String> slips, List<BallotSubject> lines) {}

    /** Makes a box and opens it, by the statements of the application. */
    Box open(int voters, int subjects) throws SQLException {
        parts++;
        UUID id = UUID.fromString(
                superuser("set session_replication_role = replica", BOX.formatted(parts, voters, voters, subjects)));
        String code = PrintedCode.next();
        List<String> slips = Stream.generate(PrintedCode::next).limit(voters).toList();
        List<BallotSubject> lines = IntStream.rangeClosed(1, subjects)
                .mapToObj(at -> new BallotSubject(at, SubjectKind.MEMBER, (long) at, "党员" + at, null))
                .toList();
        transaction.executeWithoutResult(status -> {
            store.addSubjects(id, lines);
            store.issue(id, BallotState.ISSUED, voters, voters, voters, 0);
            store.addSlips(id, slips);
        });
        transaction.executeWithoutResult(status -> store.giveKeys(id, BallotSeal.newKeys(code, id), subjects));
        transaction.executeWithoutResult(status -> store.moveTo(id, BallotState.OPEN));
        return new Box(id, parts, code, slips, lines);
    }

    void cast(String slip, byte[] grades) {
        urn.cast(
                slip,
                PrintedCode.next(),
                IntStream.range(0, grades.length)
                        .mapToObj(at -> (int) grades[at])
                        .toList());
    }

    void close(Box box) {
        transaction.executeWithoutResult(status -> {
            store.keepVotersOut(box.id());
            store.moveTo(box.id(), BallotState.CLOSED);
        });
    }

    /** What {@link BallotOpening#count} does once it has asked who is there. */
    void count(Box box) {
        transaction.executeWithoutResult(status -> {
            store.keepVotersOut(box.id());
            BoxRow row = store.last(1, box.part()).orElseThrow();
            SlipCount slips = store.slips(box.id());
            BallotTotals totals = new BallotTotals(box.lines(), PaperCount.none());
            totals.add(store.envelopes(box.id()), opener(row, box.code()));
            store.removeEnvelopes(box.id());
            store.removeSlips(box.id());
            totals.forEach((position, grade, votes) -> store.addTally(box.id(), position, grade, votes));
            store.addReport(row, slips, slips.unused(), PaperCount.none());
            store.end(box.id(), BallotState.COUNTED, null);
        });
    }

    /** What the holder of the code, and nobody else, could open with. */
    BallotSeal.Opener opener(Box box) {
        return opener(store.last(1, box.part()).orElseThrow(), box.code());
    }

    private static BallotSeal.Opener opener(BoxRow row, String code) {
        return BallotSeal.unwrap(row.wrappedKeyBytes(), row.publicKeyBytes(), code, row.id())
                .orElseThrow();
    }

    Connection superuser() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "postgres");
    }

    /** Executes all in one session; the first value of the last one, or nothing. */
    String superuser(String... statements) throws SQLException {
        String last = "";
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                if (statement.execute(one)) {
                    try (ResultSet row = statement.getResultSet()) {
                        last = row.next() ? String.valueOf(row.getString(1)) : "";
                    }
                }
            }
        }
        return last;
    }

    Path data() {
        return data;
    }

    /** The tables of the ballot. */
    static List<String> tables() {
        return new ArrayList<>(List.of(
                "ballot_box", "ballot_subject", "ballot_slip", "ballot_envelope", "ballot_tally", "ballot_report"));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
