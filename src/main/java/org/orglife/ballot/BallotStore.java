package org.orglife.ballot;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.PrintedCode;
import org.orglife.sitting.BallotDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads and writes ballot boxes. Plain statements, no entities: neither a version nor a time nor a running number may come
 * into these tables by accident.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BallotStore {

    private final JdbcClient jdbc;

    BallotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last round of a part of a meeting. */
    Optional<BoxRow> last(long meetingId, int part) {
        return jdbc.sql(
                        "select " + BoxRow.COLUMNS
                                + " from ballot_box b where b.meeting_id = :meeting and b.part = :part order by b.round desc limit 1")
                .param("meeting", meetingId)
                .param("part", part)
                .query(BoxRow.class)
                .optional();
    }

    /**
     * Makes a box.
     *
     * @param round 1 for the first
     * @param subjects lines to be voted on; those who are only listed do not count
     */
    UUID create(BallotDesk.Place place, int round, BallotPlan plan, long createdBy, int subjects) {
        return jdbc.sql("""
                        insert into ballot_box (meeting_id, round, part, mode, created_by, scrutineer_id, teller_id, scrutineer,
                          teller, eligible, present, subjects)
                        values (:meeting, :round, :part, :mode, :createdBy, :scrutineerId, :tellerId, :scrutineer, :teller, :eligible,
                          :present, :subjects)
                        returning id
                        """)
                .param("meeting", place.meetingId())
                .param("round", round)
                .param("part", place.part())
                .param("mode", plan.mode().name())
                .param("createdBy", createdBy)
                .param("scrutineerId", plan.scrutineer().accountId())
                .param("tellerId", plan.teller().accountId())
                .param("scrutineer", plan.scrutineer().name())
                .param("teller", plan.teller().name())
                .param("eligible", place.eligible())
                .param("present", place.present())
                .param("subjects", subjects)
                .query(UUID.class)
                .single();
    }

    void addSubjects(UUID box, List<BallotSubject> subjects) {
        for (BallotSubject subject : subjects) {
            jdbc.sql("""
                            insert into ballot_subject (box_id, pos, kind, member_id, name, seat)
                            values (:box, :pos, :kind, :member, :name, :seat)
                            """)
                    .param("box", box)
                    .param("pos", subject.position())
                    .param("kind", subject.kind().code())
                    .param("member", subject.memberId(), Types.BIGINT)
                    .param("name", subject.name())
                    .param("seat", subject.seat(), Types.VARCHAR)
                    .update();
        }
    }

    /** The lines of a ballot, in their order. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<BallotSubject> subjects(UUID box) {
        return jdbc.sql("select pos, kind, member_id, name, seat from ballot_subject where box_id = :box order by pos")
                .param("box", box)
                .query((row, number) -> new BallotSubject(
                        row.getInt("pos"),
                        SubjectKind.of(row.getString("kind")),
                        row.getObject("member_id", Long.class),
                        row.getString("name"),
                        row.getString("seat")))
                .list();
    }

    /** Stores the hashes of slips in the order of the hashes, which says nothing about the order in which they were made. */
    void addSlips(UUID box, List<String> codes) {
        List<byte[]> hashes = new ArrayList<>();
        codes.forEach(code -> hashes.add(PrintedCode.hash(code)));
        hashes.sort(Arrays::compareUnsigned);
        for (byte[] hash : hashes) {
            jdbc.sql("insert into ballot_slip (box_id, token_hash) values (:box, :hash)")
                    .param("box", box)
                    .param("hash", hash)
                    .update();
        }
    }

    void removeSlips(UUID box) {
        jdbc.sql("delete from ballot_slip where box_id = :box")
                .param("box", box)
                .update();
    }

    void removeEnvelopes(UUID box) {
        jdbc.sql("delete from ballot_envelope where box_id = :box")
                .param("box", box)
                .update();
    }

    void issue(UUID box, BallotState next, int eligible, int present, int issued, int sheets) {
        jdbc.sql("""
                        update ballot_box set state = :state, eligible = :eligible, present = :present, issued = :issued, sheets = :sheets
                        where id = :box
                        """)
                .param("state", next.name())
                .param("eligible", eligible)
                .param("present", present)
                .param("issued", issued)
                .param("sheets", sheets)
                .param("box", box)
                .update();
    }

    void giveKeys(UUID box, BallotSeal.Keys keys, int subjects) {
        jdbc.sql("""
                        update ballot_box set alg = :alg, public_key = :public, wrapped_key = :wrapped, envelope_len = :length
                        where id = :box
                        """)
                .param("alg", BallotSeal.ALGORITHM)
                .param("public", keys.publicKey())
                .param("wrapped", keys.wrappedKey())
                .param("length", BallotSeal.length(subjects))
                .param("box", box)
                .update();
    }

    void moveTo(UUID box, BallotState next) {
        jdbc.sql("update ballot_box set state = :state where id = :box")
                .param("state", next.name())
                .param("box", box)
                .update();
    }

    /** Whoever came late gets a sheet of paper. */
    void admit(UUID box) {
        jdbc.sql("""
                        update ballot_box set present = present + 1, eligible = greatest(eligible, present + 1), sheets = sheets + 1
                        where id = :box
                        """).param("box", box).update();
    }

    /** Ends a box for good; its envelopes and slips must be gone, and so does its key. */
    void end(UUID box, BallotState end, @Nullable VoidReason reason) {
        jdbc.sql("""
                        update ballot_box set state = :state, void_reason = :reason, public_key = null, wrapped_key = null
                        where id = :box
                        """)
                .param("state", end.name())
                .param("reason", reason == null ? null : reason.name(), Types.VARCHAR)
                .param("box", box)
                .update();
    }

    /**
     * Exchanges a slip for paper.
     *
     * @return whether it was one that still counted
     */
    boolean exchange(UUID box, byte[] hash) {
        return jdbc.sql("update ballot_slip set state = 'P' where box_id = :box and token_hash = :hash and state = 'I'")
                        .param("box", box)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<String> slipState(UUID box, byte[] hash) {
        return jdbc.sql("select state from ballot_slip where box_id = :box and token_hash = :hash")
                .param("box", box)
                .param("hash", hash)
                .query(String.class)
                .optional();
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public SlipCount slips(UUID box) {
        return jdbc.sql("""
                        select count(*) filter (where state = 'U') used, count(*) filter (where state = 'P') exchanged,
                          count(*) filter (where state = 'I') unused
                        from ballot_slip where box_id = :box
                        """).param("box", box).query(SlipCount.class).single();
    }

    List<byte[]> envelopes(UUID box) {
        return new ArrayList<>(jdbc.sql("select sealed from ballot_envelope where box_id = :box")
                .param("box", box)
                .query((row, number) -> row.getBytes(1))
                .list());
    }

    void addTally(UUID box, int position, int grade, int votes) {
        jdbc.sql("insert into ballot_tally (box_id, pos, grade, n) values (:box, :pos, :grade, :n)")
                .param("box", box)
                .param("pos", position)
                .param("grade", grade)
                .param("n", votes)
                .update();
    }

    /** How slips and sheets were accounted for; both officers have confirmed it. */
    void addReport(BoxRow box, SlipCount slips, int slipsReturned, PaperCount paper) {
        jdbc.sql("""
                        insert into ballot_report (box_id, electronic, paper_exchanged, paper_issued, paper_returned, paper_valid,
                          paper_invalid, slips_returned, slips_missing, confirmed_teller, confirmed_scrutineer)
                        values (:box, :used, :exchanged, :issued, :returned, :valid, :invalid, :back, :missing, true, true)
                        """)
                .param("box", box.id())
                .param("used", slips.used())
                .param("exchanged", slips.exchanged())
                .param("issued", slips.exchanged() + box.sheets())
                .param("returned", paper.returned())
                .param("valid", paper.valid())
                .param("invalid", paper.invalid())
                .param("back", slipsReturned)
                .param("missing", slips.unused() - slipsReturned)
                .update();
    }

    /**
     * Keeps voters together and everybody else apart: voters share this lock, whoever closes, counts or voids the box has
     * it alone. It is gone with the transaction.
     */
    void shareWithVoters(UUID box) {
        lock("pg_advisory_xact_lock_shared", box);
    }

    /** See {@link #shareWithVoters}. */
    void keepVotersOut(UUID box) {
        lock("pg_advisory_xact_lock", box);
    }

    private void lock(String function, UUID box) {
        jdbc.sql("select " + function + "(hashtextextended(:box, 0))::text")
                .param("box", box.toString())
                .query(String.class)
                .single();
    }
}
