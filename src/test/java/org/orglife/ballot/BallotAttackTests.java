package org.orglife.ballot;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orglife.ballot.OwnServer.Box;
import org.orglife.shared.PrintedCode;

/**
 * Whoever owns the machine looks for votes: with SELECT while the box is open and after, in the files of the tables, in the
 * whole write-ahead log, in the server's log. The same attacks succeed on tables as they are usually made.
 */
class BallotAttackTests {

    private static final int VOTERS = 40;
    /** So many that no random number looks like a ballot by chance. */
    private static final int SUBJECTS = 12;

    private static final int SESSIONS = 3;
    private static final List<String> NAIVE = List.of("plain_voter", "plain_vote");

    @TempDir
    private static Path home;

    private static OwnServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new OwnServer(home);
        server.superuser(
                "create table plain_voter (id serial primary key, voter text not null, voted_at timestamptz not null default now())",
                "create table plain_vote (id serial primary key, grades text not null, voted_at timestamptz not null default now())");
        Spy.listen(server);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    /** Ballots without blanks of which no two are equal. */
    private static List<byte[]> distinct(int voters, int subjects, Random random) {
        Map<String, byte[]> votes = new LinkedHashMap<>();
        while (votes.size() < voters) {
            byte[] vote = new byte[subjects];
            for (int at = 0; at < subjects; at++) {
                vote[at] = (byte) (1 + random.nextInt(4));
            }
            votes.putIfAbsent(Attacker.digits(vote), vote);
        }
        return new ArrayList<>(votes.values());
    }

    /** Voters do it one after another in each of three sessions. */
    private static void inSessions(AtOnce.Hand<Integer> voter) throws Exception {
        AtOnce.run(SESSIONS, session -> {
            for (int number = session; number < VOTERS; number += SESSIONS) {
                voter.act(number);
            }
            return session;
        });
    }

    @Test
    @DisplayName(
            "T-BAL-03: 40 voters in 3 sessions, slips known: no ballot is attributed in any way; on naive tables nearly all are")
    void attackerSuite() throws Exception {
        List<byte[]> votes = distinct(VOTERS, SUBJECTS, new Random());
        Box box = server.open(VOTERS, SUBJECTS);
        Map<String, byte[]> holders = new LinkedHashMap<>();
        Map<String, byte[]> names = new LinkedHashMap<>();
        List<Integer> order = new ArrayList<>();
        for (int voter = 0; voter < VOTERS; voter++) {
            holders.put(new String(PrintedCode.hash(box.slips().get(voter)), ISO_8859_1), votes.get(voter));
            names.put("voter-%02d".formatted(voter), votes.get(voter));
            order.add(voter);
        }
        Collections.shuffle(order);
        inSessions(number -> {
            int voter = order.get(number);
            server.cast(box.slips().get(voter), votes.get(voter));
            voteNaively("voter-%02d".formatted(voter), Attacker.digits(votes.get(voter)));
            return voter;
        });

        Attacker attacker = new Attacker(holders, bytes -> List.of());
        BallotSeal.Opener opener = server.opener(box);
        Attacker withCode = new Attacker(holders, bytes -> opened(bytes, opener));
        Attacker onNaive = new Attacker(names, bytes -> List.of());
        Map<String, Integer> real = new TreeMap<>();
        Map<String, Integer> naive = new TreeMap<>();
        List<String> tables = OwnServer.tables();
        try (Connection connection = server.superuser()) {
            real.put("A0 while it is open", attacker.attributed(Spy.select(connection, tables)));
            naive.put("A0 while it is open", onNaive.attributed(Spy.select(connection, NAIVE)));
            assertThat(withCode.attributed(Spy.select(connection, tables)))
                    .as("what he would have with the code as well: it is the seal that stops him")
                    .isEqualTo(VOTERS);
            server.close(box);
            real.put("A1, A2 once it is closed", attacker.attributed(Spy.select(connection, tables)));
            real.put("A3 files once it is closed", attacker.attributed(Spy.heap(server, tables)));
            server.count(box);
            real.put("A1, A2 once it is counted", attacker.attributed(Spy.select(connection, tables)));
            naive.put("A1, A2 once it is counted", onNaive.attributed(Spy.select(connection, NAIVE)));
            real.put("A3 files", attacker.attributed(Spy.heap(server, tables)));
            naive.put("A3 files", onNaive.attributed(Spy.heap(server, NAIVE)));
            for (String table : tables) {
                server.superuser("vacuum " + table);
                assertThat(readableInFile(table, votes)).as(table).isZero();
            }
            server.superuser("vacuum plain_voter", "vacuum plain_vote");
            assertThat(readableInFile("plain_vote", votes)).isEqualTo(VOTERS);
            real.put("A3 files after vacuum", attacker.attributed(Spy.heap(server, tables)));
            naive.put("A3 files after vacuum", onNaive.attributed(Spy.heap(server, NAIVE)));
            List<Spy.Row> log = Spy.log(connection);
            List<Spy.Row> ofBox = log.stream()
                    .filter(row -> row.values().contains(box.id().toString()))
                    .toList();
            assertThat(ofBox.stream().filter(row -> row.table().equals("ballot_envelope")))
                    .hasSize(VOTERS);
            real.put("A4 log", attacker.attributed(ofBox));
            naive.put(
                    "A4 log",
                    onNaive.attributed(log.stream()
                            .filter(row -> row.table().startsWith("plain_"))
                            .toList()));
            assertThat(attacker.readable(ofBox)).isZero();
            assertThat(withCode.attributed(ofBox))
                    .as("code, log and slips together: the three things that must not come together")
                    .isEqualTo(VOTERS);
        }
        System.out.printf(Locale.ROOT, "of %d ballots attributed: real %s, naive %s%n", VOTERS, real, naive);
        assertThat(real)
                .hasSize(7)
                .allSatisfy((attack, found) -> assertThat(found).as(attack).isZero());
        assertThat(naive)
                .hasSize(5)
                .allSatisfy((attack, found) -> assertThat(found).as(attack).isGreaterThan(VOTERS * 9 / 10));
    }

    private static void voteNaively(String voter, String grades) throws Exception {
        try (Connection connection = server.superuser();
                PreparedStatement mark = connection.prepareStatement("insert into plain_voter (voter) values (?)");
                PreparedStatement vote = connection.prepareStatement("insert into plain_vote (grades) values (?)")) {
            connection.setAutoCommit(false);
            mark.setString(1, voter);
            mark.execute();
            vote.setString(1, grades);
            vote.execute();
            connection.commit();
        }
    }

    /** Any envelope that stands in the bytes of a row, opened. */
    private static List<byte[]> opened(byte[] bytes, BallotSeal.Opener opener) {
        List<byte[]> found = new ArrayList<>();
        int length = BallotSeal.length(SUBJECTS);
        for (int from = 0; from + length <= bytes.length; from++) {
            if (bytes[from] == BallotSeal.ALGORITHM && bytes[from + 1] == 0x30) {
                byte[] envelope = new byte[length];
                System.arraycopy(bytes, from, envelope, 0, length);
                try {
                    found.add(opener.open(envelope, SUBJECTS));
                } catch (IllegalStateException noEnvelope) {
                    // something else that begins so
                }
            }
        }
        return found;
    }

    private static long readableInFile(String table, List<byte[]> votes) throws Exception {
        byte[] file = Spy.file(server, table).array();
        return votes.stream().filter(vote -> Attacker.contains(file, vote)).count();
    }

    @Test
    @DisplayName(
            "T-BAL-04: once it is counted no ballot, slip or opening code stands anywhere in the server's directory, tables, log and statements")
    void nothingIsLeft() throws Exception {
        int voters = 20;
        List<byte[]> votes = distinct(voters, 32, new Random());
        Box box = server.open(voters, 32);
        for (int voter = 0; voter < voters; voter++) {
            server.cast(box.slips().get(voter), votes.get(voter));
        }
        server.close(box);
        server.count(box);
        List<byte[]> control = distinct(voters, 32, new Random());
        for (byte[] vote : control) {
            try (Connection connection = server.superuser()) {
                connection
                        .createStatement()
                        .execute("insert into plain_vote (grades) values ('" + Attacker.digits(vote) + "')");
            }
        }
        server.superuser("checkpoint", "select pg_switch_wal()");
        List<byte[]> secrets = new ArrayList<>();
        for (byte[] vote : votes) {
            secrets.add(vote);
            secrets.add(Attacker.digits(vote).getBytes(US_ASCII));
        }
        box.slips().forEach(slip -> secrets.add(slip.getBytes(US_ASCII)));
        secrets.add(box.code().getBytes(US_ASCII));
        List<byte[]> plain = control.stream()
                .map(vote -> Attacker.digits(vote).getBytes(US_ASCII))
                .toList();
        assertThat(places(secrets)).isEmpty();
        Map<String, Integer> places = places(plain);
        System.out.println("plain ballots stand in " + places);
        for (String place : List.of("base", "pg_wal", "log")) {
            assertThat(places.getOrDefault(place, 0)).as(place).isGreaterThanOrEqualTo(voters - 2);
        }
    }

    /** How often any of the texts stands below each folder of the server. */
    private static Map<String, Integer> places(List<byte[]> texts) throws IOException {
        boolean[] beginnings = new boolean[1 << 16];
        texts.forEach(text -> beginnings[beginning(text, 0)] = true);
        Map<String, Integer> places = new TreeMap<>();
        try (Stream<Path> files = Files.walk(server.data())) {
            files.filter(Files::isRegularFile).forEach(path -> {
                int found = count(path, texts, beginnings);
                if (found > 0) {
                    places.merge(server.data().relativize(path).getName(0).toString(), found, Integer::sum);
                }
            });
        }
        return places;
    }

    private static int beginning(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
    }

    private static int count(Path path, List<byte[]> texts, boolean[] beginnings) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            int found = 0;
            for (int at = 0; at + 1 < bytes.length; at++) {
                if (beginnings[beginning(bytes, at)]) {
                    for (byte[] text : texts) {
                        if (at + text.length <= bytes.length
                                && java.util.Arrays.equals(bytes, at, at + text.length, text, 0, text.length)) {
                            found++;
                        }
                    }
                }
            }
            return found;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
