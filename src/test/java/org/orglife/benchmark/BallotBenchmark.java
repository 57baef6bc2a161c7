package org.orglife.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.orglife.BallotsAtWork;
import org.orglife.BallotsAtWork.Open;
import org.orglife.MeetingsAtWork;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.TestDatabase;
import org.orglife.ballot.PaperCount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

/**
 * How long a room waits for its ballot: 100 phones at one box within a minute, 300 at ten boxes within 18 s, and the
 * count of 100 ballots on 100 persons. Every phone opens the door, reads the ballot and casts it.
 */
@Tag("benchmark")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"orglife.demo=false", "db-scheduler.enabled=false", "orglife.files=target/benchmark-files"})
@Import({TestDatabase.class, TestClock.class, People.class, MeetingsAtWork.class, BallotsAtWork.class})
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BallotBenchmark {

    private static final int VOTERS = 100;
    private static final int SECONDS = Integer.getInteger("orglife.benchmark.seconds", 60);
    private static final int BOXES = 10;
    private static final int VOTERS_EACH = 30;
    private static final double CAST = 0.5;
    private static final double COUNT = 2;

    private final Results results = new Results();
    private final Random random = new Random(1);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Queue<Double> cast = new ConcurrentLinkedQueue<>();

    @LocalServerPort
    int port;

    @Autowired
    BallotsAtWork ballots;

    @AfterAll
    void print() {
        System.out.println(results);
        assertThat(results.missed()).isEmpty();
    }

    private int send(String address, String form) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
        return client.send(
                        form.isEmpty()
                                ? request.GET().build()
                                : request.header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(HttpRequest.BodyPublishers.ofString(form, UTF_8))
                                        .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    /** From the door to the thanks; only the last step is measured. */
    private void vote(String slip, int lines, int grade) throws Exception {
        StringBuilder form = new StringBuilder("code=" + slip);
        for (int line = 1; line <= lines; line++) {
            form.append("&g").append(line).append('=').append((grade + line) % 5);
        }
        assertThat(send("/b", "")).isEqualTo(200);
        assertThat(send("/b/ballot", "code=" + slip)).isEqualTo(200);
        long start = System.nanoTime();
        assertThat(send("/b/cast", form.toString())).isEqualTo(200);
        cast.add((System.nanoTime() - start) / 1e9);
    }

    /** Each on a thread of its own; seconds until the last has voted. */
    private double all(List<Callable<Integer>> voters) throws Exception {
        ExecutorService phones = Executors.newFixedThreadPool(voters.size());
        cast.clear();
        long start = System.nanoTime();
        try {
            for (Future<Integer> one : phones.invokeAll(voters)) {
                one.get();
            }
        } finally {
            phones.shutdownNow();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void tell(String what, double took, double limit) {
        double[] times = cast.stream().mapToDouble(Double::doubleValue).toArray();
        results.note(what + ", votes", String.valueOf(times.length));
        results.within("  until the last has voted", took, limit);
        results.note("  casting p50", "%.1f ms".formatted(1000 * Results.percentile(times, 50)));
        results.within("  casting p95", Results.percentile(times, 95), CAST);
        results.note("  casting, longest", "%.1f ms".formatted(1000 * Results.percentile(times, 100)));
    }

    @Test
    @Order(1)
    void aHundredVotersInOneBox() throws Exception {
        Open warmUp = ballots.opened(40);
        for (String slip : warmUp.slips()) {
            vote(slip, warmUp.lines(), 1);
        }
        Open open = ballots.opened(VOTERS);
        List<Callable<Integer>> voters = new ArrayList<>();
        for (String slip : open.slips()) {
            long after = (long) (random.nextDouble() * SECONDS * 900);
            voters.add(() -> {
                Thread.sleep(after);
                vote(slip, open.lines(), (int) after % 5);
                return 0;
            });
        }
        tell("100 voters, one box of " + open.lines() + " persons", all(voters), SECONDS);
        ballots.close(open);
        results.note(
                "envelopes of that box",
                String.valueOf(ballots.view(open.ballot()).used()));
        long start = System.nanoTime();
        ballots.count(open.ballot(), open.code(), 0, PaperCount.none());
        results.within(
                "counting " + VOTERS + " ballots on " + open.lines() + " persons",
                (System.nanoTime() - start) / 1e9,
                COUNT);
    }

    @Test
    @Order(2)
    void tenBoxesAtOnce() throws Exception {
        List<Open> boxes = new ArrayList<>();
        List<Callable<Integer>> voters = new ArrayList<>();
        for (int box = 0; box < BOXES; box++) {
            Open open = ballots.opened(VOTERS_EACH);
            boxes.add(open);
            for (String slip : open.slips()) {
                long after = random.nextInt(SECONDS * 300);
                voters.add(() -> {
                    Thread.sleep(after);
                    vote(slip, open.lines(), (int) after % 5);
                    return 0;
                });
            }
        }
        tell("300 voters, ten boxes at once", all(voters), SECONDS);
        for (Open open : boxes) {
            assertThat(ballots.view(open.ballot()).used()).isEqualTo(VOTERS_EACH);
        }
    }
}
