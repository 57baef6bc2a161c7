package org.orglife.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orglife.shared.PrintedCode;

/** Sealing, opening and adding up, without a database. */
class BallotSealTests {

    private final UUID box = UUID.randomUUID();
    private final String code = PrintedCode.next();
    private final BallotSeal.Keys keys = BallotSeal.newKeys(code, box);

    private BallotSeal.Opener opener() {
        return BallotSeal.unwrap(keys.wrappedKey(), keys.publicKey(), code, box).orElseThrow();
    }

    private byte[] seal(byte... grades) {
        return BallotSeal.seal(grades, keys.publicKey(), box);
    }

    private static byte[] all(int subjects, int grade) {
        byte[] grades = new byte[subjects];
        Arrays.fill(grades, (byte) grade);
        return grades;
    }

    /** Test cases 1 and 3 of RFC 5869, appendix A, the first 32 bytes of the output. */
    @ParameterizedTest
    @DisplayName("RFC 5869: keys are derived as the standard has it")
    @CsvSource({
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, 000102030405060708090a0b0c, f0f1f2f3f4f5f6f7f8f9, "
                + "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf",
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b, '', '', "
                + "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
    })
    void derivesAsTheStandardHasIt(String secret, String salt, String info, String expected) throws Exception {
        HexFormat hex = HexFormat.of();
        assertThat(BallotSeal.derive(hex.parseHex(secret), hex.parseHex(salt), hex.parseHex(info))
                        .getEncoded())
                .isEqualTo(hex.parseHex(expected));
    }

    @ParameterizedTest
    @DisplayName("T-BAL-05: envelopes of a box are of one length whatever is in them, and no two are equal")
    @ValueSource(ints = {1, 5, 16, 17, 100})
    void envelopesTellNothing(int subjects) {
        List<byte[]> envelopes = new ArrayList<>();
        for (int grade = 0; grade <= 4; grade++) {
            for (int voter = 0; voter < 5; voter++) {
                envelopes.add(seal(all(subjects, grade)));
            }
        }
        assertThat(envelopes).allMatch(envelope -> envelope.length == BallotSeal.length(subjects));
        Set<String> different = new TreeSet<>();
        Set<String> tails = new TreeSet<>();
        for (byte[] envelope : envelopes) {
            different.add(HexFormat.of().formatHex(envelope));
            tails.add(HexFormat.of().formatHex(envelope, 45, envelope.length));
            assertThat(HexFormat.of().formatHex(envelope)).startsWith("01302a300506032b656e032100");
        }
        assertThat(different).hasSize(envelopes.size());
        assertThat(tails).as("without their own keys").hasSize(envelopes.size());
        assertThat(opener().open(envelopes.get(24), subjects)).isEqualTo(all(subjects, 4));
    }

    @Test
    @DisplayName("A ballot opens with the code of its own box only")
    void onlyItsOwnCode() {
        byte[] envelope = seal((byte) 1, (byte) 2, (byte) 0);
        assertThat(opener().open(envelope, 3)).containsExactly(1, 2, 0);
        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(BallotSeal.unwrap(keys.wrappedKey(), keys.publicKey(), PrintedCode.next(), box))
                    .isEmpty();
        }
        assertThat(BallotSeal.unwrap(keys.wrappedKey(), keys.publicKey(), code, UUID.randomUUID()))
                .isEmpty();
        byte[] elsewhere = BallotSeal.seal(new byte[] {1, 2, 0}, keys.publicKey(), UUID.randomUUID());
        assertThatThrownBy(() -> opener().open(elsewhere, 3)).isInstanceOf(IllegalStateException.class);
        BallotSeal.Keys others = BallotSeal.newKeys(code, box);
        byte[] forOthers = BallotSeal.seal(new byte[] {1, 2, 0}, others.publicKey(), box);
        assertThatThrownBy(() -> opener().open(forOthers, 3)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("One flipped bit, anywhere in an envelope or in the wrapped key, opens nothing")
    void flippedBits() {
        byte[] envelope = seal((byte) 4, (byte) 4, (byte) 1);
        BallotSeal.Opener opener = opener();
        for (int at = 0; at < envelope.length; at++) {
            byte[] altered = envelope.clone();
            altered[at] ^= (byte) (1 << (at % 8));
            assertThatThrownBy(() -> opener.open(altered, 3))
                    .as("byte " + at)
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> opener.open(Arrays.copyOf(envelope, envelope.length - 1), 3))
                .isInstanceOf(IllegalStateException.class);
        for (int at = 0; at < keys.wrappedKey().length; at++) {
            byte[] altered = keys.wrappedKey().clone();
            altered[at] ^= 1;
            assertThat(BallotSeal.unwrap(altered, keys.publicKey(), code, box)).isEmpty();
        }
    }

    @Test
    @DisplayName("Neither the code nor a grade stands in what is stored")
    void nothingIsReadable() {
        byte[] grades = {1, 2, 3, 4, 0, 1, 4, 3, 2, 1, 0, 4};
        for (byte[] stored : List.of(keys.publicKey(), keys.wrappedKey(), seal(grades))) {
            String text = new String(stored, StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain(code, "123401432104", new String(grades, StandardCharsets.ISO_8859_1));
        }
        assertThat(keys).hasToString("keys");
    }

    private static List<BallotSubject> lines(int subjects) {
        return IntStream.rangeClosed(1, subjects)
                .mapToObj(at -> new BallotSubject(at, SubjectKind.MEMBER, (long) at, "党员" + at, null))
                .toList();
    }

    /** Sheets of which each line adds up; the votes are thrown by chance. */
    private static PaperCount paper(int sheets, int subjects, Random random) {
        Map<Integer, int[]> lines = new LinkedHashMap<>();
        for (int at = 1; at <= subjects; at++) {
            int[] votes = new int[6];
            for (int sheet = 0; sheet < sheets; sheet++) {
                votes[random.nextInt(6)]++;
            }
            lines.put(at, votes);
        }
        return new PaperCount(sheets, 0, lines);
    }

    @Test
    @DisplayName("T-BAL-09: 1,000 random elections, every twentieth sealed and opened, come to what a plain count says")
    void thousandElections() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int election = 0; election < 1000; election++) {
            int voters = 1 + random.nextInt(100);
            int subjects = 1 + random.nextInt(100);
            PaperCount paper = paper(random.nextInt(20), subjects, random);
            BallotTotals totals = new BallotTotals(lines(subjects), paper);
            Map<String, Integer> reference = new TreeMap<>();
            paper.lines().forEach((position, votes) -> {
                for (int grade = 0; grade < votes.length; grade++) {
                    reference.merge(position + ":" + grade, votes[grade], Integer::sum);
                }
            });
            List<byte[]> ballots = new ArrayList<>();
            for (int voter = 0; voter < voters; voter++) {
                byte[] grades = new byte[subjects];
                for (int at = 0; at < subjects; at++) {
                    grades[at] = (byte) random.nextInt(5);
                    reference.merge((at + 1) + ":" + grades[at], 1, Integer::sum);
                }
                ballots.add(grades);
            }
            if (election % 20 == 0) {
                totals.add(ballots.stream().map(this::seal).toList(), opener());
            } else {
                ballots.forEach(totals::add);
            }
            Map<String, Integer> counted = new TreeMap<>();
            int[] sums = new int[subjects + 1];
            totals.forEach((position, grade, votes) -> {
                counted.put(position + ":" + grade, votes);
                sums[position] += votes;
            });
            reference.values().removeIf(votes -> votes == 0);
            counted.values().removeIf(votes -> votes == 0);
            assertThat(counted).as("seed " + seed + ", election " + election).isEqualTo(reference);
            int valid = voters + paper.valid();
            assertThat(Arrays.stream(sums).skip(1)).allMatch(sum -> sum == valid);
        }
    }

    @Test
    @DisplayName("What is no ballot is not counted: too short, a grade that does not exist")
    void noBallot() {
        BallotTotals totals = new BallotTotals(lines(3), PaperCount.none());
        assertThatThrownBy(() -> totals.add(new byte[] {1, 2})).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> totals.add(new byte[] {1, 2, 5})).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> totals.add(new byte[] {1, -1, 0})).isInstanceOf(IllegalStateException.class);
    }
}
