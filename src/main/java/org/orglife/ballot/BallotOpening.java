package org.orglife.ballot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.account.SignInService;
import org.orglife.audit.AuditTrail;
import org.orglife.shared.BranchScope;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.orglife.sitting.BallotDesk;
import org.orglife.sitting.BallotDesk.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the scrutineer does: he alone holds the opening code, opens and closes the box, and counts it together with the
 * teller, who confirms with his own password in the same request.
 */
@Service
public class BallotOpening {

    private final BallotDesk desk;
    private final BallotStore store;
    private final SignInService signIn;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    BallotOpening(
            BallotDesk desk,
            BallotStore store,
            SignInService signIn,
            TransactionOperations transaction,
            JdbcClient jdbc,
            AuditTrail audit) {
        this.desk = desk;
        this.store = store;
        this.signIn = signIn;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    private record Held(Place place, BoxRow box) {}

    /** The box that is in use, for its scrutineer. */
    private Held hold(long taskId, BranchScope scope) {
        Place place = desk.holdForOfficer(taskId, scope);
        BoxRow box = store.last(place.meetingId(), place.part())
                .filter(found -> !found.state().isOver())
                .orElseThrow(() -> new RuleViolationException("ballot.state"));
        if (box.scrutineerId() != scope.accountId()) {
            throw new RuleViolationException("ballot.scrutineer-only", box.scrutineer());
        }
        return new Held(place, box);
    }

    private static void require(BoxRow box, BallotState state) {
        if (box.state() != state) {
            throw new RuleViolationException("ballot.state");
        }
    }

    /**
     * Makes the keys of the box. Taking a code again makes new ones, and the one before opens nothing any more.
     *
     * @return the opening code; it is shown once and kept nowhere
     * @throws RuleViolationException {@code ballot.scrutineer-only}, {@code ballot.state} unless the slips are made and the
     *     box is not open yet
     */
    @Transactional
    public String takeCode(long taskId, BranchScope scope) {
        BoxRow box = hold(taskId, scope).box();
        require(box, BallotState.ISSUED);
        String code = PrintedCode.next();
        store.giveKeys(box.id(), BallotSeal.newKeys(code, box.id()), box.subjects());
        audit.record(BallotAction.CODE_TAKEN, BallotService.TYPE, box.id(), null);
        return code;
    }

    /**
     * Opens the box for votes. The scrutineer types the code back, so that nobody opens a box whose code was not written
     * down.
     *
     * @param typed as it was typed
     * @throws RuleViolationException {@code ballot.code.none} before a code was taken, {@code ballot.code.wrong}, {@code
     *     ballot.open.fewer} if fewer are there than slips were made, {@code ballot.scrutineer-only}, {@code ballot.state}
     */
    @Transactional
    public void open(long taskId, @Nullable String typed, BranchScope scope) {
        Held held = hold(taskId, scope);
        BoxRow box = held.box();
        require(box, BallotState.ISSUED);
        if (!box.hasCode()) {
            throw new RuleViolationException("ballot.code.none");
        }
        if (held.place().present() < box.issued()) {
            throw new RuleViolationException("ballot.open.fewer", held.place().present(), box.issued());
        }
        opener(box, typed);
        store.moveTo(box.id(), BallotState.OPEN);
        audit.record(BallotAction.OPENED, BallotService.TYPE, box.id(), null);
    }

    private static BallotSeal.Opener opener(BoxRow box, @Nullable String typed) {
        String code = PrintedCode.read(typed);
        if (code == null) {
            throw new RuleViolationException("ballot.code.wrong");
        }
        return BallotSeal.unwrap(box.wrappedKeyBytes(), box.publicKeyBytes(), code, box.id())
                .orElseThrow(() -> new RuleViolationException("ballot.code.wrong"));
    }

    /**
     * Lets somebody vote on paper who came when the slips were given out already; both officers confirm it.
     *
     * @param tellerPassword the teller's own
     * @param address where the request comes from
     * @throws RuleViolationException {@code ballot.teller.wrong}, {@code ballot.late.nobody} unless more are there than have
     *     a slip or sheet, {@code ballot.scrutineer-only}, {@code ballot.state}
     */
    public void admitLate(long taskId, String tellerPassword, String address, BranchScope scope) {
        requireTeller(taskId, tellerPassword, address, scope);
        transaction.executeWithoutResult(status -> {
            Held held = hold(taskId, scope);
            require(held.box(), BallotState.OPEN);
            if (held.place().present() <= held.box().present()) {
                throw new RuleViolationException(
                        "ballot.late.nobody", held.box().present());
            }
            store.admit(held.box().id());
            audit.record(
                    BallotAction.LATE_ADMITTED, BallotService.TYPE, held.box().id(), null);
        });
    }

    private void requireTeller(long taskId, String password, String address, BranchScope scope) {
        long teller = jdbc.sql("""
                        select b.teller_id from ballot_box b join held_meeting m on m.id = b.meeting_id
                        where m.task_id = :task and b.state not in ('COUNTED', 'VOID') and b.scrutineer_id = :scrutineer
                        order by m.id desc, b.part limit 1
                        """)
                .param("task", taskId)
                .param("scrutineer", scope.accountId())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new RuleViolationException("ballot.state"));
        // the hash takes its time: no connection is held meanwhile
        if (!signIn.confirms(teller, password, address)) {
            throw new RuleViolationException("ballot.teller.wrong");
        }
    }

    /**
     * Closes the box: every vote that was acknowledged is in it, and no other comes in.
     *
     * @throws RuleViolationException {@code ballot.scrutineer-only}, {@code ballot.state}
     */
    @Transactional
    public void close(long taskId, BranchScope scope) {
        BoxRow box = hold(taskId, scope).box();
        store.keepVotersOut(box.id());
        require(hold(taskId, scope).box(), BallotState.OPEN);
        store.moveTo(box.id(), BallotState.CLOSED);
        audit.record(BallotAction.CLOSED, BallotService.TYPE, box.id(), null);
    }

    /**
     * What both officers bring to the count.
     *
     * @param code the opening code as it was typed; null with paper alone
     * @param slipsReturned slips that were handed back unused
     * @param tellerPassword the teller's own
     */
    public record Hands(@Nullable String code, int slipsReturned, PaperCount paper, String tellerPassword) {

        /** Says nothing, so that no log ever does. */
        @Override
        public String toString() {
            return "hands";
        }
    }

    /**
     * Counts the box: opens it with the code, adds the paper, keeps the totals and destroys the rest, all or nothing. A
     * wrong code or a sum that does not fit changes nothing; it may be tried again.
     *
     * @param address where the request comes from
     * @throws RuleViolationException {@code ballot.teller.wrong}, {@code ballot.code.wrong}, {@code ballot.count.paper} if
     *     more sheets came back than went out (BR-33), {@code ballot.count.invalid} (BR-34), {@code ballot.count.line} if the
     *     votes on somebody are not as many as the valid sheets (BR-35), {@code ballot.count.line.committee} for those on the
     *     committee, {@code ballot.count.slips} if more slips came back than were left, {@code ballot.count.mismatch} if votes
     *     and used slips differ or there are slips that were never given out, {@code ballot.scrutineer-only}, {@code
     *     ballot.state}
     */
    public void count(long taskId, Hands hands, String address, BranchScope scope) {
        requireTeller(taskId, hands.tellerPassword(), address, scope);
        transaction.executeWithoutResult(status -> count(hold(taskId, scope), hands));
    }

    private void count(Held held, Hands hands) {
        BoxRow box = held.box();
        store.keepVotersOut(box.id());
        if (box.mode() == BallotMode.PAPER) {
            require(box, BallotState.OPEN);
            store.moveTo(box.id(), BallotState.CLOSED);
        } else {
            require(box, BallotState.CLOSED);
        }
        SlipCount slips = store.slips(box.id());
        List<BallotSubject> lines = store.subjects(box.id()).stream()
                .filter(line -> line.kind().isVotedOn())
                .toList();
        check(box, slips, hands, lines);
        BallotTotals totals = new BallotTotals(lines, hands.paper());
        if (box.mode() == BallotMode.SLIPS) {
            addSealed(box, slips, hands.code(), totals);
        }
        store.removeEnvelopes(box.id());
        store.removeSlips(box.id());
        int valid = slips.used() + hands.paper().valid();
        // too few to hide anybody: only their number is kept, unless other groups are added
        if (valid >= box.minBreakdown() || held.place().inGroups()) {
            totals.forEach((position, grade, votes) -> store.addTally(box.id(), position, grade, votes));
        }
        store.addReport(box, slips, hands.slipsReturned(), hands.paper());
        store.end(box.id(), BallotState.COUNTED, null);
        audit.record(BallotAction.COUNTED, BallotService.TYPE, box.id(), String.valueOf(valid));
    }

    private static void check(BoxRow box, SlipCount slips, Hands hands, List<BallotSubject> lines) {
        PaperCount paper = hands.paper();
        int out = slips.exchanged() + box.sheets();
        if (paper.returned() > out) {
            throw new RuleViolationException("ballot.count.paper", paper.returned(), out);
        }
        if (paper.returned() < 0 || paper.invalid() < 0 || paper.invalid() > paper.returned()) {
            throw new RuleViolationException("ballot.count.invalid", paper.invalid(), paper.returned());
        }
        if (hands.slipsReturned() < 0 || hands.slipsReturned() > slips.unused()) {
            throw new RuleViolationException("ballot.count.slips", hands.slipsReturned(), slips.unused());
        }
        for (BallotSubject line : lines) {
            int[] votes = paper.votes(line.position());
            if (PaperCount.sum(votes) != paper.valid() || hasNegative(votes)) {
                String code =
                        line.kind() == SubjectKind.COMMITTEE ? "ballot.count.line.committee" : "ballot.count.line";
                throw new RuleViolationException(code, line.name(), PaperCount.sum(votes), paper.valid());
            }
        }
    }

    private static boolean hasNegative(int[] votes) {
        for (int each : votes) {
            if (each < 0) {
                return true;
            }
        }
        return false;
    }

    private void addSealed(BoxRow box, SlipCount slips, @Nullable String code, BallotTotals totals) {
        BallotSeal.Opener opener = opener(box, code);
        List<byte[]> envelopes = store.envelopes(box.id());
        if (envelopes.size() != slips.used() || slips.all() != box.issued()) {
            throw new RuleViolationException("ballot.count.mismatch");
        }
        try {
            totals.add(envelopes, opener);
        } catch (IllegalStateException altered) {
            throw new RuleViolationException("ballot.count.mismatch");
        }
    }
}
