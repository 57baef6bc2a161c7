package org.orglife.endurance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed while the anonymous box is emptied, {@code -Dendurance.rounds} times (10): whatever was thanked
 * for comes out once, none is lost and none comes out twice. In every third round the database server is killed as well.
 */
@Tag("endurance")
class KilledReleaseTests {

    private static final int ROUNDS = Integer.getInteger("endurance.rounds", 10);
    private static final int LETTERS = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern CODE = Pattern.compile("class=\"op-codes\">([0-9A-Z ]+)<");

    @TempDir
    private Path home;

    private final HttpClient phone = HttpClient.newHttpClient();

    @Test
    @DisplayName("T-OPN-09: kill -9 while a batch is released: none lost, none twice")
    void aKilledReleaseLosesNothingAndDoublesNothing() throws Exception {
        Random random = new Random(Long.getLong("endurance.seed", System.nanoTime()));
        RunningApplication application = new RunningApplication(home, Path.of(System.getProperty("orglife.jar")));
        try {
            long task;
            try (Connection database = application.database()) {
                task = number(
                        "select max(t.id) from branch_task t join campaign c on c.id = t.campaign_id"
                                + " join org_unit u on u.id = t.branch_id where u.name = '呼吸内科党支部' and not c.backfilled",
                        database);
            }
            List<String> codes = openBox(application, task);
            Set<String> thanked = new TreeSet<>();
            for (int round = 1; round <= ROUNDS; round++) {
                round(round, application, task, codes, thanked, random);
            }
        } finally {
            application.stop();
        }
    }

    private void round(
            int round,
            RunningApplication application,
            long task,
            List<String> codes,
            Set<String> thanked,
            Random random)
            throws Exception {
        for (int letter = 0; letter < LETTERS; letter++) {
            String text = "第" + round + "轮第" + letter + "条匿名的意见";
            assertThat(send(application, codes.get(letter % codes.size()), text))
                    .isEqualTo(200);
            thanked.add(text);
        }
        try (Connection database = application.database()) {
            try (PreparedStatement due = database.prepareStatement(
                    "update scheduled_tasks set execution_time = now() where task_name = 'opinion-release'")) {
                assertThat(due.executeUpdate()).isOne();
            }
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (number(
                            "select count(*) from scheduled_tasks where task_name = 'opinion-release' and picked",
                            database)
                    == 0) {
                assertThat(System.nanoTime()).as("the release begins").isLessThan(end);
            }
        }
        // it takes about as long as that
        Thread.sleep((long) (random.nextDouble() * 250));
        application.kill();
        if (round % 3 == 0) {
            application.killDatabase();
        }
        application.startAgain();
        try (Connection database = application.database()) {
            List<String> leftBehind = released(task, database);
            assertThat(leftBehind).doesNotHaveDuplicates();
            assertThat(thanked).containsAll(leftBehind);
            long sealed = number("select count(*) from opinion_box_letter", database);
            assertThat(leftBehind.size() + sealed).as("none lost, none twice").isEqualTo(thanked.size());
            System.out.printf(
                    Locale.ROOT,
                    "round %2d: %d sealed, %d released after the kill%n",
                    round,
                    sealed,
                    leftBehind.size());
            settled(task, thanked, database);
        }
    }

    /** Waits until the release, taken up again, has let everything out. */
    private static void settled(long task, Set<String> thanked, Connection database) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (number("select count(*) from opinion_box_letter", database) > 0) {
            assertThat(System.nanoTime()).as("the release is taken up again").isLessThan(end);
            Thread.sleep(200);
            try (PreparedStatement due = database.prepareStatement(
                    "update scheduled_tasks set execution_time = now() where task_name = 'opinion-release' and not picked")) {
                due.executeUpdate();
            }
        }
        assertThat(released(task, database)).containsExactlyInAnyOrderElementsOf(thanked);
    }

    private static List<String> openBox(RunningApplication application, long task) throws Exception {
        WebUser secretary = WebUser.signedIn(application.address(), "secretary", "orglife-demo");
        String page = "/tasks/" + task + "/opinions/box";
        secretary.get(page);
        LocalDate last = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30);
        Matcher code = CODE.matcher(
                secretary.post(page, "closesOn=" + last + "&codes=4&quota=500").text());
        List<String> codes = new ArrayList<>();
        while (code.find()) {
            codes.add(code.group(1));
        }
        assertThat(codes).hasSize(4);
        return codes;
    }

    private int send(RunningApplication application, String code, String text) throws Exception {
        String form =
                "code=" + URLEncoder.encode(code, UTF_8) + "&text=" + URLEncoder.encode(text, UTF_8) + "&about=WORK";
        HttpRequest request = HttpRequest.newBuilder(URI.create(application.address() + "/o/send"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return phone.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static List<String> released(long task, Connection database) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("select text from opinion where task_id = ? and anonymous")) {
            query.setLong(1, task);
            try (ResultSet row = query.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (row.next()) {
                    texts.add(row.getString(1));
                }
                return texts;
            }
        }
    }

    private static long number(String sql, Connection database) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
