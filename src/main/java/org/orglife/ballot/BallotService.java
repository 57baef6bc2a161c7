package org.orglife.ballot;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orglife.audit.AuditTrail;
import org.orglife.shared.BranchScope;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.orglife.sitting.BallotDesk;
import org.orglife.sitting.BallotDesk.Place;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares a ballot and gives out its slips, as those at the desk of the meeting do it. They never get hold of a vote. */
@Service
@Transactional
public class BallotService {

    static final String TYPE = "BallotBox";

    private final BallotDesk desk;
    private final BallotStore store;
    private final BallotOfficers officers;
    private final BallotSubjects reviewed;
    private final AuditTrail audit;

    BallotService(
            BallotDesk desk, BallotStore store, BallotOfficers officers, BallotSubjects reviewed, AuditTrail audit) {
        this.desk = desk;
        this.store = store;
        this.officers = officers;
        this.reviewed = reviewed;
        this.audit = audit;
    }

    /**
     * Settles how the ballot is held, who its officers are, and whom it is about: the members to be graded in the order of
     * the roster, the committee's work if it is on the agenda, then those who get no grade. After a round that is void it
     * is the next one.
     *
     * @param scrutineerId account of the one who keeps the opening code
     * @param tellerId account of the one who counts the paper
     * @throws RuleViolationException {@code ballot.scrutineer.self} if the scrutineer prepares the ballot himself, {@code
     *     ballot.officers.same}, {@code ballot.officers.away} for somebody who is not there or cannot sign in, {@code
     *     ballot.at-work} while a box is in use, {@code ballot.counted}, {@code ballot.nobody} if nobody is voted on
     */
    public void prepare(long taskId, BallotMode mode, long scrutineerId, long tellerId, BranchScope scope) {
        Place place = desk.hold(taskId, scope);
        if (!place.votesOnMembers() && !place.votesOnCommittee()) {
            throw new RuleViolationException("sitting.ballot.none");
        }
        Optional<BoxRow> last = store.last(place.meetingId(), place.part());
        if (last.isPresent() && last.get().state() == BallotState.COUNTED) {
            throw new RuleViolationException("ballot.counted");
        }
        if (last.isPresent() && last.get().state() != BallotState.VOID) {
            throw new RuleViolationException("ballot.at-work");
        }
        if (scrutineerId == tellerId) {
            throw new RuleViolationException("ballot.officers.same");
        }
        if (scrutineerId == scope.accountId()) {
            throw new RuleViolationException("ballot.scrutineer.self");
        }
        BallotPlan plan = new BallotPlan(
                mode, officers.require(scrutineerId, place.meetingId()), officers.require(tellerId, place.meetingId()));
        List<BallotSubject> subjects = subjects(place);
        int votedOn =
                (int) subjects.stream().filter(one -> one.kind().isVotedOn()).count();
        if (votedOn == 0) {
            throw new RuleViolationException("ballot.nobody");
        }
        int round = last.map(BoxRow::round).orElse(0) + 1;
        UUID box = store.create(place, round, plan, scope.accountId(), votedOn);
        store.addSubjects(box, subjects);
        audit.record(BallotAction.PREPARED, TYPE, box, null);
    }

    private List<BallotSubject> subjects(Place place) {
        List<BallotSubjects.Reviewed> all = place.votesOnMembers() ? reviewed.of(place.task()) : List.of();
        List<BallotSubject> lines = new ArrayList<>();
        for (BallotSubjects.Reviewed one : all) {
            if (one.graded()) {
                lines.add(line(lines, SubjectKind.MEMBER, one));
            }
        }
        if (place.votesOnCommittee()) {
            lines.add(new BallotSubject(
                    lines.size() + 1,
                    SubjectKind.COMMITTEE,
                    null,
                    place.task().getBranch().getName(),
                    null));
        }
        for (BallotSubjects.Reviewed one : all) {
            if (!one.graded()) {
                lines.add(line(lines, SubjectKind.LISTED, one));
            }
        }
        return lines;
    }

    private static BallotSubject line(List<BallotSubject> before, SubjectKind kind, BallotSubjects.Reviewed one) {
        return new BallotSubject(before.size() + 1, kind, one.memberId(), one.name(), one.seat());
    }

    /**
     * Makes a slip for each voter there, or notes that each has got a sheet of paper; with paper alone the ballot is open
     * from then on.
     *
     * @return the codes of the slips, in no order; they are shown once and kept nowhere. Empty with paper alone
     * @throws RuleViolationException {@code ballot.state}, {@code ballot.nobody-there}, and what {@link
     *     BallotDesk#holdForVoting} refuses
     */
    public List<String> issue(long taskId, BranchScope scope) {
        Place place = desk.holdForVoting(taskId, scope);
        BoxRow box = require(place, BallotState.DRAFT);
        requireVoters(place);
        if (box.mode() == BallotMode.PAPER) {
            store.issue(box.id(), BallotState.OPEN, place.eligible(), place.present(), 0, place.present());
            audit.record(BallotAction.ISSUED, TYPE, box.id(), null);
            return List.of();
        }
        audit.record(BallotAction.ISSUED, TYPE, box.id(), null);
        return slips(box, place);
    }

    /**
     * Makes all slips anew, for those who are there now; the old ones lead nowhere.
     *
     * @throws RuleViolationException {@code ballot.state} once the box is open, {@code ballot.nobody-there}
     */
    public List<String> reissue(long taskId, BranchScope scope) {
        Place place = desk.holdForVoting(taskId, scope);
        BoxRow box = require(place, BallotState.ISSUED);
        requireVoters(place);
        store.removeSlips(box.id());
        audit.record(BallotAction.REISSUED, TYPE, box.id(), null);
        return slips(box, place);
    }

    private static void requireVoters(Place place) {
        if (place.present() == 0) {
            throw new RuleViolationException("ballot.nobody-there");
        }
    }

    private List<String> slips(BoxRow box, Place place) {
        List<String> codes = new ArrayList<>(
                Stream.generate(PrintedCode::next).limit(place.present()).toList());
        store.issue(box.id(), BallotState.ISSUED, place.eligible(), place.present(), place.present(), 0);
        store.addSlips(box.id(), codes);
        Collections.shuffle(codes, new SecureRandom());
        return codes;
    }

    private BoxRow require(Place place, BallotState state) {
        return store.last(place.meetingId(), place.part())
                .filter(box -> box.state() == state)
                .orElseThrow(() -> new RuleViolationException("ballot.state"));
    }

    /**
     * Takes a slip back for a sheet of paper: from then on the slip counts no more. Those at the desk may do so, and the
     * teller.
     *
     * @param code as {@link PrintedCode#read} gives it
     * @throws RuleViolationException {@code ballot.exchange.used}, {@code ballot.exchange.unknown}, {@code ballot.state}
     */
    public void exchange(long taskId, String code, BranchScope scope) {
        Place place = desk.holdForOfficer(taskId, scope);
        BoxRow box = require(place, BallotState.OPEN);
        if (box.tellerId() != scope.accountId()) {
            desk.hold(taskId, scope);
        }
        store.shareWithVoters(box.id());
        require(place, BallotState.OPEN);
        byte[] hash = PrintedCode.hash(code);
        if (!store.exchange(box.id(), hash)) {
            throw new RuleViolationException(
                    store.slipState(box.id(), hash).isPresent() ? "ballot.exchange.used" : "ballot.exchange.unknown");
        }
        audit.record(BallotAction.EXCHANGED, TYPE, box.id(), null);
    }

    /**
     * Lets a ballot count for nothing, with all that is in the box; it may be held again.
     *
     * @throws RuleViolationException {@code ballot.state} once it was counted or is void
     */
    public void discard(long taskId, VoidReason reason, BranchScope scope) {
        Place place = desk.hold(taskId, scope);
        BoxRow box = store.last(place.meetingId(), place.part())
                .filter(found -> !found.state().isOver())
                .orElseThrow(() -> new RuleViolationException("ballot.state"));
        store.keepVotersOut(box.id());
        store.removeEnvelopes(box.id());
        store.removeSlips(box.id());
        store.end(box.id(), BallotState.VOID, reason);
        audit.record(BallotAction.VOIDED, TYPE, box.id(), null);
    }
}
