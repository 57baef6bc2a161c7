package org.orglife.opinion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orglife.sealing.Sealer;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The box as whoever has a code meets it. It never learns who that is, and keeps nothing that could tell: neither time
 * nor address, no session, no trail.
 */
@Service
public class OpinionBox {

    private final Sealer sealer;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final Clock clock;

    OpinionBox(Sealer sealer, TransactionOperations transaction, JdbcClient jdbc, Clock clock) {
        this.sealer = sealer;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a code opens.
     *
     * @param usesLeft opinions that can still be given with it
     */
    public record Entrance(UUID box, String superior, String branch, LocalDate closesOn, int usesLeft) {}

    /** What became of an opinion, for the holder of its receipt. */
    public record Outcome(
            @Nullable Disposition disposition,
            @Nullable String answer,
            @Nullable Integer problem,
            @Nullable String state) {}

    private record Place(
            UUID box,
            String superior,
            String branch,
            LocalDate closesOn,
            boolean closed,
            @Nullable String wrappedKey,
            int usesLeft) {}

    /**
     * Finds what a code is for. Nothing is used up by looking.
     *
     * @param code as {@link PrintedCode#read} gives it
     * @throws RuleViolationException {@code opinion.o.over} after the last day, {@code opinion.o.used-up}
     * @return empty for a code that was never made
     */
    public Optional<Entrance> enter(String code) {
        return place(code).map(place -> {
            mustBeOpen(place);
            return new Entrance(place.box(), place.superior(), place.branch(), place.closesOn(), place.usesLeft());
        });
    }

    private Optional<Place> place(String code) {
        return jdbc.sql("""
                        select b.id box, coalesce(p.name, '') superior, u.name branch, b.closes_on, b.closed, encode(b.wrapped_key, 'hex') wrapped_key,
                          c.uses_left
                        from opinion_box_code c
                        join opinion_box b on b.id = c.box_id
                        join org_unit u on u.id = b.branch_id
                        left join org_unit p on p.id = u.parent_id
                        where c.code_hash = :hash
                        """)
                .param("hash", PrintedCode.hash(code))
                .query(Place.class)
                .optional();
    }

    private void mustBeOpen(Place place) {
        if (place.closed() || place.closesOn().isBefore(LocalDate.now(clock))) {
            throw new RuleViolationException("opinion.o.over");
        }
        if (place.usesLeft() == 0) {
            throw new RuleViolationException("opinion.o.used-up");
        }
    }

    /**
     * Throws an opinion in.
     *
     * @param group who says it, if he says so
     * @param text 1 to 2,000 characters, cleaned
     * @param receipt whether a code is wanted with which to ask later what became of it
     * @return that code, which is shown once; null if none is wanted
     * @throws RuleViolationException {@code opinion.o.unknown}, {@code opinion.o.over}, {@code opinion.o.used-up}
     */
    public @Nullable String drop(
            String code, OpinionAbout about, @Nullable TargetGroup group, String text, boolean receipt) {
        Place place = place(code).orElseThrow(() -> new RuleViolationException("opinion.o.unknown"));
        mustBeOpen(place);
        return drop(place, new Written(about, group, text), receipt, () -> useUp(PrintedCode.hash(code)));
    }

    private record Written(OpinionAbout about, @Nullable TargetGroup group, String text) {}

    private @Nullable String drop(Place place, Written written, boolean receipt, Runnable count) {
        String key = place.wrappedKey();
        if (key == null) {
            throw new RuleViolationException("opinion.o.over");
        }
        String shown = receipt ? PrintedCode.next() : null;
        String kept = shown == null ? "" : HexFormat.of().formatHex(PrintedCode.hash(shown));
        byte[] sealed = new BoxLetter(written.about(), written.group(), kept, written.text())
                .seal(sealer.withKey(HexFormat.of().parseHex(key), OpinionBoxes.keyField(place.box())), place.box());
        transaction.executeWithoutResult(status -> put(place.box(), sealed, count));
        return shown;
    }

    /** Together with whoever else throws in, but not with the release, which waits for those who are at it. */
    private void put(UUID box, byte[] sealed, Runnable count) {
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended(:box, 0))::text")
                .param("box", box.toString())
                .query(String.class)
                .single();
        boolean open = jdbc.sql("select not closed and closes_on >= :today from opinion_box where id = :box")
                .param("today", LocalDate.now(clock))
                .param("box", box)
                .query(Boolean.class)
                .single();
        if (!open) {
            throw new RuleViolationException("opinion.o.over");
        }
        count.run();
        jdbc.sql("insert into opinion_box_letter (box_id, sealed) values (:box, :sealed)")
                .param("box", box)
                .param("sealed", sealed)
                .update();
    }

    private void useUp(byte[] hash) {
        int used = jdbc.sql(
                        "update opinion_box_code set uses_left = uses_left - 1 where code_hash = :hash and uses_left > 0")
                .param("hash", hash)
                .update();
        if (used == 0) {
            throw new RuleViolationException("opinion.o.used-up");
        }
    }

    /** Most opinions a day that may come without a code, all addresses together. */
    public static final int OPEN_A_DAY = 200;

    /**
     * Finds a box that is open to everybody.
     *
     * @return empty if there is none, or it wants codes
     * @throws RuleViolationException {@code opinion.o.over} after the last day, {@code opinion.o.full} once as many as a
     *     day takes have come
     */
    public Optional<Entrance> enterOpen(UUID box) {
        return openPlace(box).map(place -> {
            if (place.closed() || place.closesOn().isBefore(LocalDate.now(clock))) {
                throw new RuleViolationException("opinion.o.over");
            }
            if (place.usesLeft() <= 0) {
                throw new RuleViolationException("opinion.o.full");
            }
            return new Entrance(place.box(), place.superior(), place.branch(), place.closesOn(), place.usesLeft());
        });
    }

    private Optional<Place> openPlace(UUID box) {
        return jdbc.sql("""
                        select b.id box, coalesce(p.name, '') superior, u.name branch, b.closes_on, b.closed,
                          encode(b.wrapped_key, 'hex') wrapped_key,
                          :most - case when b.open_day = :today then b.open_count else 0 end uses_left
                        from opinion_box b
                        join org_unit u on u.id = b.branch_id
                        left join org_unit p on p.id = u.parent_id
                        where b.id = :box and b.open_to_all
                        """)
                .param("most", OPEN_A_DAY)
                .param("today", LocalDate.now(clock))
                .param("box", box)
                .query(Place.class)
                .optional();
    }

    /**
     * Throws an opinion into a box that is open to everybody; the rest as {@link #drop}.
     *
     * @throws RuleViolationException {@code opinion.o.unknown}, {@code opinion.o.over}, {@code opinion.o.full}
     */
    public @Nullable String dropOpen(
            UUID box, OpinionAbout about, @Nullable TargetGroup group, String text, boolean receipt) {
        Place place = openPlace(box).orElseThrow(() -> new RuleViolationException("opinion.o.unknown"));
        return drop(place, new Written(about, group, text), receipt, () -> countOpen(box));
    }

    private void countOpen(UUID box) {
        int counted = jdbc.sql("""
                        update opinion_box set open_count = case when open_day = :today then open_count + 1 else 1 end, open_day = :today
                        where id = :box and (open_day is distinct from :today or open_count < :most)
                        """)
                .param("today", LocalDate.now(clock))
                .param("most", OPEN_A_DAY)
                .param("box", box)
                .update();
        if (counted == 0) {
            throw new RuleViolationException("opinion.o.full");
        }
    }

    /** What became of the opinion with that receipt; empty as long as it is in the box, and for a receipt never given. */
    public Optional<Outcome> outcome(String receipt) {
        return jdbc.sql("""
                        select d.disposition, d.answer, p.number problem, i.state
                        from opinion_receipt r
                        join opinion o on o.id = r.opinion_id
                        left join digest_point d on d.id = o.point_id
                        left join problem p on p.id = d.problem_id
                        left join rectification_item i on i.id = d.problem_id
                        where r.receipt_hash = :hash
                        """)
                .param("hash", PrintedCode.hash(receipt))
                .query(Outcome.class)
                .optional();
    }
}
