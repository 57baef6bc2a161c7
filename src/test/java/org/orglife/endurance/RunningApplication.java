package org.orglife.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The packaged application in a process of its own, on an embedded database below one directory. */
final class RunningApplication {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path home;
    private final Path jar;
    private final int port = freePort();
    private final int databasePort = freePort();
    private Process process;

    /**
     * Starts it and waits until it is ready.
     *
     * @param home where its data, files and log are to be
     * @param jar the packaged application
     */
    RunningApplication(Path home, Path jar) throws IOException, InterruptedException {
        this.home = home;
        this.jar = unpacked(jar, home.resolve("application"));
        this.process = launch();
    }

    /** As the container image has it: starts in half the time. */
    private static Path unpacked(Path jar, Path folder) throws IOException, InterruptedException {
        Process tool = new ProcessBuilder(
                        java(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        folder.toString())
                .inheritIO()
                .start();
        assertThat(tool.waitFor()).as("unpacking " + jar).isZero();
        return folder.resolve(jar.getFileName());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Process launch() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx512m", "-XX:TieredStopAtLevel=1", "-jar"));
        command.add(jar.toString());
        command.add("--server.port=" + port);
        command.add("--orglife.database.port=" + databasePort);
        // A killed run is missed after 8 s instead of a minute.
        command.add("--db-scheduler.heartbeat-interval=2s");
        command.add("--db-scheduler.missed-heartbeats-limit=4");
        Process started = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        waitUntilReady(started);
        return started;
    }

    private void waitUntilReady(Process started) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest question = HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!started.isAlive()) {
                throw new IllegalStateException("The application ended: " + lastLines());
            }
            try {
                if (client.send(question, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // it does not listen yet
            }
            Thread.sleep(100);
        }
        started.destroyForcibly();
        throw new IllegalStateException("The application was not ready in " + PATIENCE + ": " + lastLines());
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** What {@code kill -9} does: no shutdown hook runs and the database server is left alone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The database server's first process dies as suddenly, as if the machine's power went. */
    void killDatabase() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(home.resolve("data/postgresql/postmaster.pid"))
                .get(0)
                .strip());
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    void startAgain() throws IOException, InterruptedException {
        process = launch();
    }

    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** A connection past the application, as its own user. */
    Connection database() throws SQLException {
        Properties passwords = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("data/passwords.properties"))) {
            passwords.load(reader);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/orglife",
                "orglife",
                passwords.getProperty("application"));
    }

    private Path log() {
        return home.resolve("application.log");
    }

    private String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
