package org.orglife.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orglife.BallotsAtWork;
import org.orglife.BallotsAtWork.Open;
import org.orglife.FullApplicationTest;
import org.orglife.MeetingsAtWork;
import org.orglife.TestDatabase;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** The door of the ballot box: what it notices, what it writes, and how it stands many hands at once. */
@FullApplicationTest
@Import({MeetingsAtWork.class, BallotsAtWork.class})
@ExtendWith(OutputCaptureExtension.class)
class BallotUrnTests {

    @Autowired
    BallotsAtWork ballots;

    @Autowired
    BallotStore store;

    @Autowired
    BallotUrn urn;

    @Autowired
    MockMvcTester visitors;

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    JdbcClient jdbc;

    private static Map<String, String> vote(String code, int... grades) {
        Map<String, String> fields = new HashMap<>(Map.of("code", code));
        for (int at = 0; at < grades.length; at++) {
            fields.put("g" + (at + 1), String.valueOf(grades[at]));
        }
        return fields;
    }

    private static int[] all(int lines, int grade) {
        int[] grades = new int[lines];
        Arrays.fill(grades, grade);
        return grades;
    }

    private MvcTestResult cast(Map<String, String> fields) {
        var request = visitors.post().uri("/b/cast");
        fields.forEach(request::param);
        return request.exchange();
    }

    private long envelopes(Open open) {
        return jdbc.sql("select count(*) from ballot_envelope where box_id = :box")
                .param("box", ballots.box(open.ballot()))
                .query(Long.class)
                .single();
    }

    /** More slips than people, for what needs many votes and few members. */
    private List<String> more(Open open, int slips) {
        List<String> codes = Stream.generate(PrintedCode::next).limit(slips).toList();
        transaction.executeWithoutResult(status -> store.addSlips(ballots.box(open.ballot()), codes));
        return codes;
    }

    private Dump dump() throws Exception {
        try (Connection superuser = TestDatabase.asSuperuser(database.getJdbcUrl())) {
            return Dump.of(superuser);
        }
    }

    @Test
    @DisplayName(
            "T-BAL-06: whoever is signed in on the phone he votes with is not noticed; nothing but slip and envelope changes")
    void signedInBrowser() throws Exception {
        Open open = ballots.opened(5);
        String id = newSession();
        assertThat(lastAccess(id)).containsExactly(1000L);
        Cookie cookie = new Cookie("SESSION", Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)));
        Dump before = dump();
        for (String address : List.of("/b", "/b/shared", "/b/why")) {
            assertThat(visitors.get().uri(address).cookie(cookie).exchange())
                    .hasStatusOk()
                    .doesNotContainHeader("Set-Cookie");
        }
        assertThat(visitors.post()
                        .uri("/b/ballot")
                        .cookie(cookie)
                        .param("code", open.slips().get(0))
                        .exchange())
                .hasStatusOk()
                .doesNotContainHeader("Set-Cookie");
        assertThat(dump().differences(before)).isEmpty();
        var request = visitors.post().uri("/b/cast").cookie(cookie).header("Cookie", "SESSION=" + cookie.getValue());
        vote(open.slips().get(0), all(open.lines(), 1)).forEach(request::param);
        assertThat(request.exchange()).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(dump().differences(before)).containsExactly("ballot_envelope", "ballot_slip");
        assertThat(lastAccess(id)).containsExactly(1000L);
        visitors.get().uri("/password").cookie(cookie).exchange();
        assertThat(lastAccess(id)).as("any other page notices him").doesNotContain(1000L);
    }

    private String newSession() {
        String id = save(sessions);
        jdbc.sql(
                        "update spring_session set last_access_time = 1000, expiry_time = 9000000000000 where session_id = :id")
                .param("id", id)
                .update();
        return id;
    }

    private static <S extends Session> String save(SessionRepository<S> sessions) {
        S session = sessions.createSession();
        session.setMaxInactiveInterval(java.time.Duration.ofDays(100_000));
        session.setAttribute("something", "in it");
        sessions.save(session);
        return session.getId();
    }

    private List<Long> lastAccess(String session) {
        return jdbc.sql("select last_access_time from spring_session where session_id = :id")
                .param("id", session)
                .query(Long.class)
                .list();
    }

    @Test
    @DisplayName("T-BAL-07: the log at its finest holds neither code nor grades, address, browser nor session")
    void nothingInTheLog(CapturedOutput output) {
        Open open = ballots.opened(5);
        String valid = open.slips().get(0);
        String bad = open.slips().get(1);
        int[] told = new int[open.lines()];
        for (int at = 0; at < told.length; at++) {
            told[at] = 1 + at % 4;
        }
        Map<String, String> incomplete = vote(bad, told);
        incomplete.remove("g2");
        Map<String, String> malformed = vote(bad, told);
        malformed.put("g1", "43214321");
        Map<String, String> tooMany = vote(bad, told);
        tooMany.put("g77", "3");
        List<Map<String, String>> casts = List.of(
                vote(valid, told),
                vote(valid, told),
                incomplete,
                malformed,
                tooMany,
                vote("ZZZZ" + bad.substring(4), told),
                vote("什么", told),
                Map.of());
        List<String> chatty = List.of(
                "org.springframework.web",
                "org.springframework.security",
                "org.springframework.session",
                "org.springframework.jdbc",
                "org.springframework.transaction",
                "org.thymeleaf",
                "org.orglife");
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        int before = output.getAll().length();
        try {
            chatty.forEach(name -> logging.setLogLevel(name, LogLevel.TRACE));
            for (Map<String, String> fields : casts) {
                for (String address : List.of("/b/ballot", "/b/cast")) {
                    var request = visitors.post()
                            .uri(address)
                            .with(mock -> {
                                mock.setRemoteAddr("203.0.113.78");
                                mock.setRemoteHost("203.0.113.78");
                                return mock;
                            })
                            .header("User-Agent", "Telephone-of-Li")
                            .header("X-Forwarded-For", "198.51.100.9")
                            .header("Cookie", "SESSION=abcdef654321")
                            .cookie(new Cookie("SESSION", "abcdef654321"));
                    fields.forEach(request::param);
                    request.exchange();
                }
            }
        } finally {
            chatty.forEach(name -> logging.setLogLevel(name, null));
        }
        assertThat(envelopes(open)).isOne();
        String log = output.getAll().substring(before);
        assertThat(log).as("the detector hears").contains("/b/cast");
        StringBuilder digits = new StringBuilder();
        Arrays.stream(told).forEach(digits::append);
        List<String> telling = new ArrayList<>(List.of(
                "203.0.113.78",
                "198.51.100.9",
                "Telephone-of-Li",
                "abcdef654321",
                valid,
                bad,
                PrintedCode.shown(valid),
                PrintedCode.shown(bad),
                "ZZZZ" + bad.substring(4),
                bad.substring(4),
                digits.toString(),
                digits.toString().replaceAll("(?<=.)(?=.)", ", "),
                "43214321",
                "什么"));
        assertThat(telling).filteredOn(log::contains).isEmpty();
        assertThat(log).doesNotContainPattern("\\bg[0-9]+\\b.{0,3}[0-4]\\b");
    }

    @Test
    @DisplayName("T-BAL-10: the same slip fifty times at once: one envelope, fifty times thanks")
    void oneSlipManyTimes() throws Exception {
        Open open = ballots.opened(5);
        List<String> answers =
                AtOnce.run(50, at -> body(cast(vote(open.slips().get(0), all(open.lines(), 1 + at % 4)))));
        assertThat(answers).hasSize(50).allMatch(answer -> answer.equals(answers.get(0)));
        assertThat(answers.get(0)).contains("class=\"done\"");
        assertThat(envelopes(open)).isOne();
        assertThat(transaction
                        .<SlipCount>execute(status -> store.slips(ballots.box(open.ballot())))
                        .used())
                .isOne();
    }

    @Test
    @DisplayName(
            "T-BAL-11: 100 voters try three times while 20 close: as many envelopes as used slips, none after the end")
    void votersAndClosers() throws Exception {
        Open open = ballots.opened(5);
        List<String> slips = more(open, 100);
        AtomicInteger acknowledged = new AtomicInteger();
        List<String> ends = AtOnce.run(120, number -> {
            if (number < 100) {
                return voter(open, slips.get(number), number, acknowledged);
            }
            while (acknowledged.get() < 40) {
                Thread.sleep(1);
            }
            try {
                ballots.close(open);
                return "closed with " + envelopes(open);
            } catch (RuleViolationException refused) {
                return refused.code();
            }
        });
        SlipCount count = store.slips(ballots.box(open.ballot()));
        assertThat(envelopes(open)).isEqualTo(count.used());
        assertThat(ends.subList(100, 120))
                .containsOnlyOnce("closed with " + count.used())
                .containsOnly("closed with " + count.used(), "ballot.state");
        List<String> voters = ends.subList(0, 100);
        assertThat(voters).containsOnly("in", "ballot.b.closed");
        assertThat(Collections.frequency(voters, "in")).isEqualTo(count.used()).isBetween(40, 100);
        for (int number = 0; number < 100; number++) {
            boolean used = store.slipState(ballots.box(open.ballot()), PrintedCode.hash(slips.get(number)))
                    .filter("U"::equals)
                    .isPresent();
            assertThat(used).isEqualTo(voters.get(number).equals("in"));
        }
    }

    /** Whoever was thanked once is in, whatever he is told later. */
    private String voter(Open open, String slip, int number, AtomicInteger acknowledged) {
        String end = "";
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                urn.cast(
                        slip,
                        "page of " + number,
                        Arrays.stream(all(open.lines(), number % 5)).boxed().toList());
                if (!end.equals("in")) {
                    acknowledged.incrementAndGet();
                }
                end = "in";
            } catch (RuleViolationException refused) {
                if (!end.equals("in")) {
                    end = refused.code();
                }
            }
        }
        return end;
    }

    @Test
    @DisplayName(
            "T-BAL-18: looking changes nothing: GET, HEAD and OPTIONS of every address below /b, with a slip or without")
    void lookingChangesNothing() throws Exception {
        Open open = ballots.opened(5);
        String code = open.slips().get(0);
        Dump before = dump();
        List<String> addresses = List.of(
                "/b", "/b/", "/b/shared", "/b/why", "/b/ballot", "/b/cast", "/b/" + code, "/b/assets/ballot.css");
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)) {
            for (String address : addresses) {
                var bare = visitors.method(method).uri(address);
                assertThat(bare.header("Purpose", "prefetch").exchange()).doesNotContainHeader("Set-Cookie");
                var full = visitors.method(method).uri(address);
                vote(code, all(open.lines(), 1)).forEach(full::param);
                MvcTestResult answer = full.exchange();
                assertThat(body(answer)).doesNotContain("class=\"done\"");
            }
        }
        assertThat(dump().differences(before)).isEmpty();
        assertThat(body(visitors.get().uri("/b").param("code", code).exchange()))
                .doesNotContain(code);
        assertThat(cast(vote(code, all(open.lines(), 2)))).hasStatusOk();
    }

    @Test
    @DisplayName("T-BAL-20: how long a vote takes says nothing of what it is; answers are the same byte for byte")
    void everyGradeTakesAsLong() throws Exception {
        Open open = ballots.opened(5);
        int rounds = 60;
        List<String> slips = more(open, 5 * rounds);
        List<int[]> order = new ArrayList<>();
        for (int round = -8; round < rounds - 8; round++) {
            for (int grade = 0; grade < 5; grade++) {
                order.add(new int[] {round, grade});
            }
        }
        // by chance within each round, so that neither warming up nor whoever else is at work hits one grade
        Random random = new Random(7);
        for (int from = 0; from < order.size(); from += 5) {
            Collections.shuffle(order.subList(from, from + 5), random);
        }
        Map<Integer, List<Long>> times = new HashMap<>();
        List<String> answers = new ArrayList<>();
        for (int at = 0; at < order.size(); at++) {
            int grade = order.get(at)[1];
            Map<String, String> fields = vote(slips.get(at), all(open.lines(), grade));
            long start = System.nanoTime();
            MvcTestResult answer = cast(fields);
            long time = System.nanoTime() - start;
            answers.add(body(answer) + answer.getResponse().getHeaderNames());
            if (order.get(at)[0] >= 0) {
                times.computeIfAbsent(grade, one -> new ArrayList<>()).add(time);
            }
        }
        assertThat(answers).allMatch(answer -> answer.equals(answers.get(0)));
        // with four degrees of freedom more than 28 comes once in 100,000 runs
        assertThat(spread(times)).isLessThan(28);
        times.computeIfPresent(
                4,
                (grade, all) ->
                        new ArrayList<>(all.stream().map(time -> time * 4).toList()));
        assertThat(spread(times)).as("four times as long would be noticed").isGreaterThan(28);
    }

    /** Kruskal and Wallis: how far the ranks of the groups are apart. */
    private static double spread(Map<Integer, List<Long>> groups) {
        List<Long> all = groups.values().stream().flatMap(List::stream).sorted().toList();
        double sum = 0;
        for (List<Long> group : groups.values()) {
            double ranks = group.stream()
                    .mapToDouble(time -> Collections.binarySearch(all, time) + 1.0)
                    .sum();
            sum += ranks * ranks / group.size();
        }
        double size = all.size();
        return 12 / (size * (size + 1)) * sum - 3 * (size + 1);
    }

    @Test
    @DisplayName("What is stored of a vote is as long for every vote, and says nothing of the slip")
    void everyVoteIsStoredAlike() {
        Open open = ballots.opened(5);
        for (int slip = 0; slip < 5; slip++) {
            cast(vote(open.slips().get(slip), all(open.lines(), slip)));
        }
        List<byte[]> sealed = jdbc.sql("select sealed from ballot_envelope where box_id = :box")
                .param("box", ballots.box(open.ballot()))
                .query((row, number) -> row.getBytes(1))
                .list();
        assertThat(sealed).hasSize(5).allMatch(one -> one.length == BallotSeal.length(open.lines()));
        for (String slip : open.slips()) {
            String hash = HexFormat.of().formatHex(PrintedCode.hash(slip));
            assertThat(sealed).noneMatch(one -> HexFormat.of().formatHex(one).contains(hash.substring(0, 16)));
        }
    }
}
