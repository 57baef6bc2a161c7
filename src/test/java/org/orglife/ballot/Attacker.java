package org.orglife.ballot;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.orglife.ballot.Spy.Row;

/**
 * Ties rows to voters: by the transaction that wrote them, by the order in which they lie, and by any value that two rows
 * and no others have in common. He is told by what each voter is known, and has found a ballot where the very one that was
 * cast can be read in a row that he has tied to its voter.
 */
final class Attacker {

    private final Map<String, byte[]> voters;
    private final Function<byte[], List<byte[]>> reading;

    /**
     * Prepares him.
     *
     * @param voters what stands in a row about a voter, character by character a byte, and how he has voted
     * @param reading what else he can make of the bytes of a row
     */
    Attacker(Map<String, byte[]> voters, Function<byte[], List<byte[]>> reading) {
        this.voters = new LinkedHashMap<>(voters);
        this.reading = reading;
    }

    /** How many ballots he has given to whoever cast them. */
    int attributed(List<Row> rows) {
        Set<String> found = new HashSet<>(byTransaction(rows));
        found.addAll(byOrder(rows));
        found.addAll(byValue(rows));
        return found.size();
    }

    /** Ballots that stand readable in any row, whoever cast them. */
    long readable(List<Row> rows) {
        return voters.values().stream()
                .filter(vote -> rows.stream().anyMatch(row -> shows(row, vote)))
                .count();
    }

    private Set<String> byTransaction(List<Row> rows) {
        Map<Long, List<Row>> written = new HashMap<>();
        rows.forEach(row ->
                written.computeIfAbsent(row.writer(), one -> new ArrayList<>()).add(row));
        Set<String> found = new HashSet<>();
        voters.forEach((voter, vote) -> {
            // what was written for all of them at once ties nobody
            boolean tied = written.values().stream()
                    .filter(together -> together.stream().anyMatch(row -> names(row, voter)))
                    .filter(together ->
                            together.stream().filter(this::namesAnybody).count() == 1)
                    .flatMap(List::stream)
                    .anyMatch(row -> shows(row, vote));
            if (tied) {
                found.add(voter);
            }
        });
        return found;
    }

    private Set<String> byOrder(List<Row> rows) {
        Map<String, List<Row>> tables = new LinkedHashMap<>();
        rows.forEach(row ->
                tables.computeIfAbsent(row.table(), one -> new ArrayList<>()).add(row));
        Set<String> found = new HashSet<>();
        for (List<Row> marks : tables.values()) {
            // an update puts a row at the end: what voted lies in the order of voting
            List<Row> named = marks.stream().filter(this::namesAnybody).toList();
            List<Row> last = named.subList(Math.max(0, named.size() - voters.size()), named.size());
            for (List<Row> ballots : tables.values()) {
                for (int at = 0; at < Math.min(last.size(), ballots.size()); at++) {
                    int place = at;
                    voters.forEach((voter, vote) -> {
                        if (names(last.get(place), voter) && shows(ballots.get(place), vote)) {
                            found.add(voter);
                        }
                    });
                }
            }
        }
        return found;
    }

    private Set<String> byValue(List<Row> rows) {
        Map<String, List<Row>> having = new HashMap<>();
        for (Row row : rows) {
            new HashSet<>(row.values())
                    .forEach(value -> having.computeIfAbsent(value, one -> new ArrayList<>())
                            .add(row));
        }
        Set<String> found = new HashSet<>();
        for (List<Row> pair : having.values()) {
            if (pair.size() == 2) {
                voters.forEach((voter, vote) -> {
                    if (pair.stream().anyMatch(row -> names(row, voter))
                            && pair.stream().anyMatch(row -> shows(row, vote))) {
                        found.add(voter);
                    }
                });
            }
        }
        return found;
    }

    private boolean namesAnybody(Row row) {
        String text = new String(row.bytes(), ISO_8859_1);
        return voters.keySet().stream().anyMatch(text::contains);
    }

    private static boolean names(Row row, String voter) {
        return new String(row.bytes(), ISO_8859_1).contains(voter);
    }

    private boolean shows(Row row, byte[] vote) {
        return contains(row.bytes(), vote)
                || reading.apply(row.bytes()).stream().anyMatch(bytes -> contains(bytes, vote));
    }

    /** As digits or as bytes. */
    static boolean contains(byte[] bytes, byte[] vote) {
        String text = new String(bytes, ISO_8859_1);
        return text.contains(new String(vote, ISO_8859_1)) || text.contains(digits(vote));
    }

    static String digits(byte[] vote) {
        StringBuilder digits = new StringBuilder();
        for (byte grade : vote) {
            digits.append(new String(new byte[] {(byte) ('0' + grade)}, US_ASCII));
        }
        return digits.toString();
    }
}
