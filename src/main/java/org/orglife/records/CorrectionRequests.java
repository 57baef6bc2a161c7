package org.orglife.records;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.organisation.MemberRecord;
import org.orglife.organisation.MemberService;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.Roster;
import org.orglife.sealing.Sealer;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 请更正: a member asks for what he cannot put right himself. Whoever leads his branch answers; a secretary's own request,
 * and that of somebody whose branch nobody else leads, is the office's. Nobody answers his own.
 */
@Service
@Transactional
public class CorrectionRequests {

    static final String TEXT = "correction.text";
    static final String ANSWER = "correction.answer";

    private static final String TYPE = "CorrectionRequest";

    private final CorrectionRequestRepository requests;
    private final MemberService members;
    private final Roster roster;
    private final Sealer sealer;
    private final AuditTrail audit;
    private final Clock clock;

    CorrectionRequests(
            CorrectionRequestRepository requests,
            MemberService members,
            Roster roster,
            Sealer sealer,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.members = members;
        this.roster = roster;
        this.sealer = sealer;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks.
     *
     * @param text what is wrong and how it is right, 1 to 500 characters
     * @throws NotFoundException for an account behind which there is no member
     * @throws RuleViolationException {@code records.correction.no-branch} for somebody who is in no branch any more, {@code
     *     records.correction.twice} while another request about the same section waits
     */
    public void ask(RecordSection section, String text, BranchScope scope) {
        MemberRecord known = own(scope);
        if (!known.latest().isOpen()) {
            throw new RuleViolationException("records.correction.no-branch");
        }
        long member = known.member().getId();
        if (requests.isOpen(member, section)) {
            throw new RuleViolationException("records.correction.twice");
        }
        OrgUnit branch = known.latest().getBranch();
        CorrectionRequest request = requests.save(new CorrectionRequest(
                branch,
                known.member(),
                section,
                sealer.seal(text, TEXT),
                goesToOffice(branch.getId(), member),
                clock.instant()));
        note(CorrectionAction.ASKED, request);
    }

    /**
     * Refuses whoever has nothing to ask for.
     *
     * @throws NotFoundException for an account behind which there is no member
     */
    @Transactional(readOnly = true)
    public void requireMember(BranchScope scope) {
        own(scope);
    }

    private MemberRecord own(BranchScope scope) {
        return members.own(scope).orElseThrow(() -> new NotFoundException(CorrectionRequest.class, "own"));
    }

    /** The secretary's own; and whoever's branch has nobody else who leads it. */
    private boolean goesToOffice(long branchId, long memberId) {
        var seats = roster.committeeOf(branchId, LocalDate.now(clock));
        var own = seats.get(memberId);
        boolean secretary = own != null && own.role() == Role.SECRETARY;
        boolean ledByAnother = seats.entrySet().stream()
                .anyMatch(seat ->
                        seat.getKey() != memberId && seat.getValue().role().leadsBranch());
        return secretary || !ledByAnother;
    }

    /**
     * Takes one's own request back.
     *
     * @throws NotFoundException if it is not his own
     * @throws RuleViolationException {@code records.correction.answered}
     */
    public void takeBack(long id, BranchScope scope) {
        CorrectionRequest request = mine(id, scope);
        request.requireOpen();
        requests.delete(request);
        note(CorrectionAction.TAKEN_BACK, request);
    }

    /**
     * The member has read the answer.
     *
     * @throws NotFoundException if it is not his own
     */
    public void see(long id, BranchScope scope) {
        mine(id, scope).see();
    }

    private CorrectionRequest mine(long id, BranchScope scope) {
        return requests.find(id)
                .filter(request -> scope.isOwn(request.getMember().getId()))
                .orElseThrow(() -> new NotFoundException(CorrectionRequest.class, id));
    }

    /**
     * Answers somebody else's.
     *
     * @param answer what was done, or why not, at most 300 characters; null for none
     * @throws NotFoundException if it is not the caller's to answer
     * @throws RuleViolationException {@code records.correction.answered}, {@code records.correction.reason}
     */
    public void answer(long id, boolean corrected, @Nullable String answer, Actor actor, BranchScope scope) {
        CorrectionRequest request = requests.find(id)
                .filter(found -> found.isAnsweredBy(scope))
                .orElseThrow(() -> new NotFoundException(CorrectionRequest.class, id));
        request.answer(corrected, sealed(answer), actor.displayName(), clock.instant());
        note(corrected ? CorrectionAction.CORRECTED : CorrectionAction.REFUSED, request);
    }

    @SuppressWarnings("NullAway") // ErrorProne's NullAway does not read @Nullable on array types
    private byte @Nullable [] sealed(@Nullable String answer) {
        return answer == null ? null : sealer.seal(answer, ANSWER);
    }

    private void note(CorrectionAction action, CorrectionRequest request) {
        audit.record(action, TYPE, request.getId(), request.getBranch().getName());
    }
}
