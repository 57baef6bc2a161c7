package org.orglife.ballot;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The box as whoever holds a slip meets it. It never learns who that is, and keeps nothing that could tell: neither time
 * nor address, no session, no trail.
 */
@Service
public class BallotUrn {

    private final BallotStore store;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;

    BallotUrn(BallotStore store, TransactionOperations transaction, JdbcClient jdbc) {
        this.store = store;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /**
     * The ballot that a slip leads to; the same for every slip of the box.
     *
     * @param page a random number by which this page is known again if it is sent twice
     * @param lines in their order; those who are only listed stand last
     */
    public record Sheet(String branch, LocalDate heldOn, String page, List<BallotSubject> lines) {

        public Sheet {
            lines = List.copyOf(lines);
        }

        /** Lines that can be voted on. */
        public List<BallotSubject> votedOn() {
            return lines.stream().filter(line -> line.kind().isVotedOn()).toList();
        }
    }

    private record Slip(
            UUID box,
            BallotState state,
            String slip,
            @Nullable String publicKey,
            int subjects,
            String branch,
            LocalDate heldOn) {}

    private Optional<Slip> find(String code) {
        return jdbc.sql("""
                        select b.id box, b.state, s.state slip, encode(b.public_key, 'hex') public_key, b.subjects, u.name branch, m.held_on
                        from ballot_slip s
                        join ballot_box b on b.id = s.box_id
                        join held_meeting m on m.id = b.meeting_id
                        join org_unit u on u.id = m.branch_id
                        where s.token_hash = :hash
                        """)
                .param("hash", PrintedCode.hash(code))
                .query(Slip.class)
                .optional();
    }

    /**
     * Finds the ballot of a slip. Nothing is used up by looking.
     *
     * @param code as {@link PrintedCode#read} gives it
     * @return empty for a code that leads nowhere: never made, made anew since, or of a box that is over
     * @throws RuleViolationException {@code ballot.b.early} before the box is open, {@code ballot.b.closed} after, {@code
     *     ballot.b.used}, {@code ballot.b.exchanged}
     */
    public Optional<Sheet> enter(String code) {
        return find(code).map(slip -> {
            requireOpen(slip);
            if (slip.slip().equals("U")) {
                throw new RuleViolationException("ballot.b.used");
            }
            requireUnspent(slip);
            return new Sheet(slip.branch(), slip.heldOn(), PrintedCode.next(), store.subjects(slip.box()));
        });
    }

    private static void requireOpen(Slip slip) {
        if (slip.state() == BallotState.DRAFT || slip.state() == BallotState.ISSUED) {
            throw new RuleViolationException("ballot.b.early");
        }
        if (slip.state() != BallotState.OPEN) {
            throw new RuleViolationException("ballot.b.closed");
        }
    }

    private static void requireUnspent(Slip slip) {
        if (slip.slip().equals("P") || slip.slip().equals("V")) {
            throw new RuleViolationException("ballot.b.exchanged");
        }
    }

    /**
     * Casts the vote of a slip. The same page once more changes nothing and is answered like the first time: a reply may
     * have been lost on the way. The same slip from another page was somebody else's.
     *
     * @param page of the {@link Sheet}
     * @param grades for each line that is voted on, in their order: 1 to 4, 0 for an abstention
     * @throws RuleViolationException {@code ballot.b.unknown}, {@code ballot.b.early}, {@code ballot.b.closed}, {@code
     *     ballot.b.used}, {@code ballot.b.exchanged}, {@code ballot.b.incomplete} unless there is one grade for each line
     */
    public void cast(String code, String page, List<Integer> grades) {
        Slip slip = find(code).orElseThrow(() -> new RuleViolationException("ballot.b.unknown"));
        requireOpen(slip);
        byte[] hash = PrintedCode.hash(code);
        byte[] pageHash = PrintedCode.hash(page);
        if (slip.slip().equals("U")) {
            requireSent(slip.box(), hash, pageHash);
            return;
        }
        requireUnspent(slip);
        byte[] sealed = BallotSeal.seal(bytes(grades, slip.subjects()), key(slip), slip.box());
        transaction.executeWithoutResult(status -> put(slip.box(), hash, pageHash, sealed));
    }

    private static byte[] key(Slip slip) {
        String key = slip.publicKey();
        if (key == null) {
            throw new RuleViolationException("ballot.b.closed");
        }
        return HexFormat.of().parseHex(key);
    }

    private static byte[] bytes(List<Integer> grades, int subjects) {
        boolean complete = grades.size() == subjects
                && grades.stream().allMatch(grade -> grade >= 0 && grade <= SubjectKind.GRADES.size());
        if (!complete) {
            throw new RuleViolationException("ballot.b.incomplete");
        }
        byte[] bytes = new byte[subjects];
        for (int at = 0; at < subjects; at++) {
            bytes[at] = grades.get(at).byteValue();
        }
        return bytes;
    }

    /** Together with whoever else votes, but not with the officers, who wait for those who are at it. */
    void put(UUID box, byte[] hash, byte[] pageHash, byte[] sealed) {
        store.shareWithVoters(box);
        boolean open = jdbc.sql("select state = 'OPEN' from ballot_box where id = :box")
                .param("box", box)
                .query(Boolean.class)
                .single();
        if (!open) {
            throw new RuleViolationException("ballot.b.closed");
        }
        int used = jdbc.sql("""
                        update ballot_slip set state = 'U', page_hash = :page
                        where box_id = :box and token_hash = :hash and state = 'I'
                        """)
                .param("page", pageHash)
                .param("box", box)
                .param("hash", hash)
                .update();
        if (used == 0) {
            requireSent(box, hash, pageHash);
            return;
        }
        jdbc.sql("insert into ballot_envelope (box_id, sealed) values (:box, :sealed)")
                .param("box", box)
                .param("sealed", sealed)
                .update();
    }

    /** Somebody was quicker: the same page from the same hand, somebody else, or the teller who took the slip back. */
    private void requireSent(UUID box, byte[] hash, byte[] pageHash) {
        String found = jdbc.sql("""
                        select case when state <> 'U' then 'ballot.b.exchanged' when page_hash = :page then '' else 'ballot.b.used' end
                        from ballot_slip where box_id = :box and token_hash = :hash
                        """)
                .param("page", pageHash)
                .param("box", box)
                .param("hash", hash)
                .query(String.class)
                .optional()
                .orElse("ballot.b.closed");
        if (!found.isEmpty()) {
            throw new RuleViolationException(found);
        }
    }
}
