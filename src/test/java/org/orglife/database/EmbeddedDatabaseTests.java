package org.orglife.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What the embedded database promises to whoever keeps data in it. */
class EmbeddedDatabaseTests {

    @TempDir
    private Path folder;

    private EmbeddedDatabase open() {
        return open(Duration.ofSeconds(60));
    }

    private EmbeddedDatabase open(Duration wait) {
        return new EmbeddedDatabase(new EmbeddedDatabaseProperties(folder, 0, wait));
    }

    @Test
    void keepsItsDataSafelyOverARestart() throws Exception {
        try (EmbeddedDatabase database = open()) {
            run("create table kept (word text)", database);
            run("insert into kept values ('中文')", database);
            assertThat(texts("show fsync", database)).containsExactly("on");
            assertThat(texts("show synchronous_commit", database)).containsExactly("on");
            assertThat(texts("show full_page_writes", database)).containsExactly("on");
            assertThat(texts("show listen_addresses", database)).containsExactly("127.0.0.1");
        }
        try (EmbeddedDatabase database = open()) {
            assertThat(texts("select word from kept", database)).containsExactly("中文");
        }
    }

    @Test
    void theApplicationMayWriteRowsButNotChangeTables() throws Exception {
        try (EmbeddedDatabase database = open()) {
            run("create table kept (word text)", database);
            try (Connection application = DriverManager.getConnection(
                            database.url(),
                            DatabaseUsers.APPLICATION,
                            database.passwords().application());
                    Statement statement = application.createStatement()) {
                statement.execute("insert into kept values ('a row')");
                assertThatThrownBy(() -> statement.execute("drop table kept")).hasMessageContaining("must be owner");
                assertThatThrownBy(() -> statement.execute("create table other (word text)"))
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> DriverManager.getConnection(database.url(), DatabaseUsers.APPLICATION, "guess"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void refusesASecondApplicationOnTheSameDirectory() throws Exception {
        try (EmbeddedDatabase database = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(DatabaseInUseException.class)
                    .hasMessageContaining("正在被另一个 OrgLife 使用")
                    .hasMessageContaining(folder.toString());
            assertThat(texts("select 'still here'", database)).containsExactly("still here");
        }
    }

    @Test
    void refusesASecondProcessAndTakesOverFromAKilledOne() throws Exception {
        Process other = holdOpen();
        try {
            assertThatThrownBy(this::open).isInstanceOf(DatabaseInUseException.class);
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(serverOf(folder))
                .as("the server outlives the killed process")
                .isPresent();
        try (EmbeddedDatabase database = open()) {
            assertThat(texts("select word from kept", database)).containsExactly("committed");
        }
    }

    @Test
    void recoversWhenTheServerWasKilledToo() throws Exception {
        Process other = holdOpen();
        ProcessHandle server = serverOf(folder).orElseThrow();
        other.destroyForcibly().waitFor();
        server.destroyForcibly();
        server.onExit().join();
        try (EmbeddedDatabase database = open()) {
            assertThat(texts("select word from kept", database)).containsExactly("committed");
        }
    }

    @Test
    void beginsAgainAfterAFirstStartThatWasInterrupted() throws Exception {
        Path data = Files.createDirectories(folder.resolve("postgresql"));
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        Files.createFile(data.resolve("postgresql.conf"));
        Files.createFile(folder.resolve(EmbeddedDatabase.UNFINISHED));
        try (EmbeddedDatabase database = open()) {
            assertThat(texts("select 'well'", database)).containsExactly("well");
        }
        assertThat(folder.resolve(EmbeddedDatabase.UNFINISHED)).doesNotExist();
    }

    @Test
    void leavesADamagedDirectoryAloneAndSaysWhereToLook() throws Exception {
        Path data = Files.createDirectories(folder.resolve("postgresql"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(data.resolve("PG_VERSION"), "11\n");
        Files.createFile(data.resolve("postgresql.conf"));
        assertThatThrownBy(() -> open(Duration.ofSeconds(5)))
                .isInstanceOfSatisfying(DatabaseStartException.class, failure -> {
                    FailureAnalysis analysis = new DatabaseStartAnalyzer().analyze(failure, failure);
                    assertThat(analysis.getDescription()).contains("内置数据库启动不了", folder.toString());
                    assertThat(analysis.getAction())
                            .contains(folder.resolve(EmbeddedDatabase.LOG).toString());
                });
        assertThat(data.resolve("PG_VERSION")).hasContent("11\n");
        assertThat(folder.resolve(EmbeddedDatabase.LOG)).content().contains("FATAL", "11");
    }

    private Process holdOpen() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HeldOpen.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        String line = output.readLine();
        while (line != null && !line.equals(HeldOpen.WRITTEN)) {
            line = output.readLine();
        }
        assertThat(line).as("the other process is ready").isEqualTo(HeldOpen.WRITTEN);
        return process;
    }

    private static Optional<ProcessHandle> serverOf(Path folder) throws Exception {
        List<String> lines = Files.readAllLines(folder.resolve("postgresql/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
    }

    private static void run(String sql, EmbeddedDatabase database) throws SQLException {
        try (Connection owner = owner(database);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> texts(String sql, EmbeddedDatabase database) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection owner = owner(database);
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                texts.add(row.getString(1));
            }
        }
        return texts;
    }

    private static Connection owner(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.url(), DatabaseUsers.OWNER, database.passwords().owner());
    }
}
