package org.orglife.endurance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed at a random moment while a branch votes or while its box is counted, by turns, {@code
 * -Dendurance.rounds} times (50); in every third round the database server is killed as well. Whoever was thanked is in,
 * nobody is in twice, and a count is there as a whole or not at all.
 */
@Tag("endurance")
class KilledBallotTests {

    private static final int ROUNDS = Integer.getInteger("endurance.rounds", 50);
    private static final int PHONES = 4;
    private static final String PASSWORD = "orglife-demo";
    private static final Pattern CODE = Pattern.compile("(?:[0-9A-HJKMNP-TV-Z]{4} ){6}[0-9A-HJKMNP-TV-Z]{2}");

    @TempDir
    private Path home;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(Long.getLong("endurance.seed", System.nanoTime()));

    @Test
    @DisplayName(
            "T-BAL-12: kill -9 while voting and counting: who was thanked is in, none twice, a count is all or nothing")
    void aKilledBallotLosesNothingAndDoublesNothing() throws Exception {
        RunningApplication application = new RunningApplication(home, Path.of(System.getProperty("orglife.jar")));
        try {
            long task;
            try (Connection database = application.database()) {
                task = number(
                        "select max(t.id) from branch_task t join campaign c on c.id = t.campaign_id"
                                + " join org_unit u on u.id = t.branch_id where u.name = '呼吸内科党支部' and not c.backfilled",
                        database);
            }
            WebUser secretary = WebUser.signedIn(application.address(), "secretary", PASSWORD);
            WebUser scrutineer = WebUser.signedIn(application.address(), "committee", PASSWORD);
            int counted = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                counted += new Round(round, application, task, secretary, scrutineer).play() ? 1 : 0;
            }
            System.out.printf(Locale.ROOT, "%d rounds; a killed count was there %d times%n", ROUNDS, counted);
        } finally {
            application.stop();
        }
    }

    /** One ballot, from its preparation to its count, with one kill in it. */
    private final class Round {

        private final int number;
        private final RunningApplication application;
        private final long task;
        private final WebUser secretary;
        private final WebUser scrutineer;
        private final String page;
        private final Set<String> thanked = ConcurrentHashMap.newKeySet();

        Round(int number, RunningApplication application, long task, WebUser secretary, WebUser scrutineer) {
            this.number = number;
            this.application = application;
            this.task = task;
            this.secretary = secretary;
            this.scrutineer = scrutineer;
            this.page = "/tasks/" + task + "/meeting/ballot";
        }

        /** Whether a count that was killed was there afterwards. */
        boolean play() throws Exception {
            long teller;
            long officer;
            try (Connection database = application.database()) {
                meet(database);
                teller = number("select id from account where username = 'member'", database);
                officer = number("select id from account where username = 'committee'", database);
            }
            secretary.get(page);
            secretary.post(page + "/prepare", "mode=SLIPS&scrutineer=" + officer + "&teller=" + teller);
            List<String> slips = codes(secretary.post(page + "/issue", "").text());
            scrutineer.get(page);
            String code = codes(scrutineer.post(page + "/code", "").text()).get(0);
            scrutineer.get(page);
            scrutineer.post(page + "/open", "code=" + code);
            int lines;
            try (Connection database = application.database()) {
                lines = (int) number("select subjects from ballot_box where meeting_id = " + meeting(), database);
                assertThat(number("select count(*) from ballot_slip", database)).isEqualTo(slips.size());
            }
            boolean whileVoting = number % 2 == 1;
            vote(slips, lines, whileVoting ? random.nextInt(500) : -1);
            if (whileVoting) {
                restart();
                checkVotes(slips);
                // whoever got no answer sends once more, and so does everybody else
                vote(slips, lines, -1);
            }
            assertThat(thanked).hasSameSizeAs(slips);
            checkVotes(slips);
            scrutineer.get(page);
            scrutineer.post(page + "/close", "");
            boolean there = !whileVoting && killedCount(code, random.nextInt(1200), slips, lines);
            if (!there) {
                scrutineer.get(page);
                scrutineer.post(page + "/count", count(code));
            }
            checkTally(slips, lines);
            System.out.printf(
                    Locale.ROOT,
                    "round %2d: %d votes, killed while %s%s%s%n",
                    number,
                    slips.size(),
                    whileVoting ? "voting" : "counting",
                    number % 3 == 0 ? " with its database" : "",
                    whileVoting ? "" : (there ? ": the count was there" : ": nothing of the count was there"));
            return there;
        }

        private long meeting() {
            return 1_000_000L + number * 1000L;
        }

        /** A meeting at which everybody is there and its ballot has been reached. */
        private void meet(Connection database) throws SQLException {
            String branch = "(select branch_id from branch_task where id = " + task + ")";
            String chair = "(select member_id from account where username = 'secretary')";
            long id = meeting();
            execute(
                    database,
                    "insert into org_life_meeting (id, branch_id, task_id, number, form) values (%d, %s, %d, %d, 'GENERAL_MEETING')"
                            .formatted(id, branch, task, 100 + number),
                    "insert into held_meeting (id, branch_id, task_id, phase, held_on, started_at, place, chair_id, recorder_id, committee_size,"
                            + " live_key, recorded_on) values (%d, %s, %d, 'RUNNING', current_date, now(), '会议室', %s, %s, 3, 'key%d', current_date)"
                                    .formatted(id, branch, task, chair, chair, number),
                    "insert into sitting (id, branch_id, meeting_id, number, held_on, begun_at, code)"
                            + " values (%d, %s, %d, 1, current_date, now(), 'code%d')"
                                    .formatted(id, branch, id, number),
                    "insert into attendance (id, branch_id, sitting_id, member_id, name, capacity, kind, votes, care, status, signed_how, signed_at)"
                            + " select %d + row_number() over (), s.branch_id, %d, m.id, m.name, 'MEMBER', m.kind, m.kind = 'FULL', false,"
                                    .formatted(id, id)
                            + " 'PRESENT', 'LIST', now() from membership s join member m on m.id = s.member_id"
                            + " where s.branch_id = " + branch + " and s.until_on is null",
                    "insert into agenda_item (id, branch_id, meeting_id, position, type, title, must, state, begun_at)"
                            + " values (%d, %s, %d, 1, 'BALLOT', '民主测评', true, 'RUNNING', now())"
                                    .formatted(id, branch, id));
        }

        /** Four phones go through the slips; killed after so many milliseconds, or not at all. */
        private void vote(List<String> slips, int lines, int killAfter) throws Exception {
            ExecutorService phones = Executors.newFixedThreadPool(PHONES);
            for (int phone = 0; phone < PHONES; phone++) {
                int first = phone;
                phones.execute(() -> {
                    for (int slip = first; slip < slips.size(); slip += PHONES) {
                        if (cast(slips.get(slip), slip, lines)) {
                            thanked.add(slips.get(slip));
                        }
                    }
                });
            }
            phones.shutdown();
            if (killAfter >= 0) {
                Thread.sleep(killAfter);
                kill();
            }
            assertThat(phones.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        }

        private void kill() throws Exception {
            application.kill();
            if (number % 3 == 0) {
                application.killDatabase();
            }
        }

        private void restart() throws Exception {
            application.startAgain();
        }

        private boolean cast(String slip, int voter, int lines) {
            StringBuilder form = new StringBuilder("code=" + slip);
            for (int line = 1; line <= lines; line++) {
                form.append("&g").append(line).append('=').append(grade(voter, line));
            }
            HttpRequest request = HttpRequest.newBuilder(URI.create(application.address() + "/b/cast"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                    .build();
            try {
                return client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException killed) {
                return false;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private static int grade(int voter, int line) {
            return (voter * 3 + line) % 5;
        }

        /** Whoever was thanked has a slip that is used, and there are as many envelopes as used slips. */
        private void checkVotes(List<String> slips) throws Exception {
            try (Connection database = application.database()) {
                long used = number("select count(*) from ballot_slip where state = 'U'", database);
                assertThat(number("select count(*) from ballot_envelope", database))
                        .as("envelopes")
                        .isEqualTo(used);
                assertThat(used).isBetween((long) thanked.size(), (long) slips.size());
                for (String slip : thanked) {
                    String hash = HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(slip.getBytes(US_ASCII)));
                    assertThat(number(
                                    "select count(*) from ballot_slip where state = 'U' and encode(token_hash, 'hex') = '"
                                            + hash + "'",
                                    database))
                            .isOne();
                }
            }
        }

        private String count(String code) {
            return "code=" + code + "&slipsReturned=0&password=" + URLEncoder.encode(PASSWORD, UTF_8);
        }

        /** Whether the count was there after the kill. */
        private boolean killedCount(String code, int after, List<String> slips, int lines) throws Exception {
            scrutineer.get(page);
            Thread counting = new Thread(() -> {
                try {
                    scrutineer.post(page + "/count", count(code));
                } catch (IOException | InterruptedException | AssertionError killed) {
                    // no answer, or none that says it was counted
                }
            });
            counting.start();
            Thread.sleep(after);
            kill();
            counting.join();
            restart();
            try (Connection database = application.database()) {
                boolean there = number(
                                "select count(*) from ballot_box where state = 'COUNTED' and meeting_id = " + meeting(),
                                database)
                        == 1;
                if (!there) {
                    assertThat(number(
                                    "select count(*) from ballot_tally t join ballot_box b on b.id = t.box_id where b.meeting_id = "
                                            + meeting(),
                                    database))
                            .isZero();
                    checkVotes(slips);
                } else {
                    checkTally(slips, lines);
                }
                return there;
            }
        }

        private void checkTally(List<String> slips, int lines) throws Exception {
            Map<String, Integer> expected = new TreeMap<>();
            for (int voter = 0; voter < slips.size(); voter++) {
                for (int line = 1; line <= lines; line++) {
                    expected.merge(line + ":" + grade(voter, line), 1, Integer::sum);
                }
            }
            Map<String, Integer> counted = new TreeMap<>();
            try (Connection database = application.database();
                    PreparedStatement query =
                            database.prepareStatement("select t.pos || ':' || t.grade, t.n from ballot_tally t"
                                    + " join ballot_box b on b.id = t.box_id where t.n > 0 and b.meeting_id = "
                                    + meeting());
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    counted.put(row.getString(1), row.getInt(2));
                }
                assertThat(counted).isEqualTo(expected);
                assertThat(number("select count(*) from ballot_slip", database)
                                + number("select count(*) from ballot_envelope", database))
                        .isZero();
            }
        }
    }

    private static List<String> codes(String text) {
        List<String> codes = new ArrayList<>();
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            codes.add(code.group().replace(" ", ""));
        }
        assertThat(codes).isNotEmpty();
        return codes.stream().distinct().toList();
    }

    private static void execute(Connection database, String... statements) throws SQLException {
        for (String one : statements) {
            try (PreparedStatement statement = database.prepareStatement(one)) {
                statement.execute();
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
