package org.orglife.minutes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberService;
import org.orglife.organisation.Roster;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.orglife.sitting.Gists;
import org.orglife.sitting.HeldMeeting;
import org.orglife.sitting.MeetingPhase;
import org.orglife.sitting.RecordDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Completes minutes, signs them, and opens them again to be corrected. */
@Service
@Transactional
public class MinutesService {

    private static final String TYPE = "MeetingMinutes";

    private final BranchTaskService tasks;
    private final Gists gists;
    private final RecordDesk desk;
    private final MinutesReading reading;
    private final MinutesSeal seal;
    private final MeetingMinutesRepository minutes;
    private final MinutesSignatureRepository signatures;
    private final MeetingDecisionRepository decisions;
    private final Roster roster;
    private final MemberService members;
    private final AuditTrail audit;
    private final Clock clock;

    MinutesService(
            Gists gists,
            BranchTaskService tasks,
            RecordDesk desk,
            MinutesReading reading,
            MinutesSeal seal,
            MeetingMinutesRepository minutes,
            MinutesSignatureRepository signatures,
            MeetingDecisionRepository decisions,
            Roster roster,
            MemberService members,
            AuditTrail audit,
            Clock clock) {
        this.gists = gists;
        this.tasks = tasks;
        this.desk = desk;
        this.reading = reading;
        this.seal = seal;
        this.minutes = minutes;
        this.signatures = signatures;
        this.decisions = decisions;
        this.roster = roster;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes the summary (总结).
     *
     * @param version of the minutes that were read; null if there were none
     * @throws StaleEditException if somebody else has written it since
     * @throws RuleViolationException as {@link RecordDesk#hold}
     */
    public void conclude(
            long taskId, @Nullable Long version, @Nullable String conclusion, Actor actor, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        MeetingMinutes open = open(held, actor);
        boolean stale = version == null ? open.getConclusion() != null : version != open.getVersion();
        if (stale) {
            throw new StaleEditException(
                    open.getVersion(),
                    List.of(new CurrentText(
                            "conclusion",
                            "minutes.conclusion",
                            open.getConclusion() == null ? "" : open.getConclusion())));
        }
        open.conclude(conclusion);
        note(MinutesAction.WRITTEN, held);
    }

    /** The version that is written now; begun with its first words. */
    private MeetingMinutes open(HeldMeeting held, Actor actor) {
        return minutes.of(held.getId()).stream()
                .filter(one -> !one.isFrozen())
                .findFirst()
                .orElseGet(() -> minutes.save(new MeetingMinutes(held, actor.displayName(), clock.instant())));
    }

    private void note(MinutesAction action, HeldMeeting held) {
        audit.record(action, TYPE, held.getId(), null);
    }

    /**
     * Writes down what was decided.
     *
     * @param decisionId null for a new one
     * @param text 1 to 500 characters
     * @param ownerId a member of the branch; null for nobody in particular
     * @throws RuleViolationException {@code minutes.decision.foreign} for an owner of another branch
     */
    public void decide(
            long taskId,
            @Nullable Long decisionId,
            String text,
            @Nullable Long ownerId,
            @Nullable LocalDate dueOn,
            BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        Member owner = ownerId == null ? null : owner(held, ownerId, scope);
        List<MeetingDecision> all = decisions.of(held.getId());
        if (decisionId == null) {
            int last = all.isEmpty() ? 0 : all.get(all.size() - 1).getPosition();
            decisions.save(new MeetingDecision(held, last + 1, text, owner, dueOn));
        } else {
            find(all, decisionId).change(text, owner, dueOn);
        }
        note(MinutesAction.WRITTEN, held);
    }

    private Member owner(HeldMeeting held, long ownerId, BranchScope scope) {
        boolean ours = roster.membersOf(held.getBranchId(), LocalDate.now(clock), scope).stream()
                .anyMatch(person -> person.id() == ownerId);
        if (!ours) {
            throw new RuleViolationException("minutes.decision.foreign");
        }
        return members.get(ownerId, scope).member();
    }

    private static MeetingDecision find(List<MeetingDecision> all, long id) {
        return all.stream()
                .filter(one -> one.getId() == id)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(MeetingDecision.class, id));
    }

    /** Takes a decision off the minutes. */
    public void drop(long taskId, long decisionId, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        decisions.delete(find(decisions.of(held.getId()), decisionId));
        note(MinutesAction.WRITTEN, held);
    }

    /**
     * Writes the gists of one turn, all of them optional.
     *
     * @param critics by critic; only those who are noted already
     * @throws RuleViolationException {@code minutes.gists-only} for whoever works the console but may not read them
     */
    public void writeGists(
            long taskId,
            long turnId,
            @Nullable String self,
            @Nullable String response,
            Map<Long, String> critics,
            BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        if (!MinutesReader.of(held, scope).wording()) {
            throw new RuleViolationException("minutes.gists-only");
        }
        gists.writeSelfCriticism(taskId, turnId, self, scope);
        gists.writeResponse(taskId, turnId, response, scope);
        critics.forEach((critic, gist) -> gists.writeGist(taskId, turnId, critic, gist.isEmpty() ? null : gist, scope));
    }

    /**
     * The chair or the recorder signs what he has read, with his own account. Once both have signed the same text, it is
     * kept as it is and nothing in the record changes any more but by a correction. Signing twice changes nothing.
     *
     * @param read digest of the text that his page showed
     * @throws RuleViolationException {@code minutes.sign.own} for whoever is not the chair or recorder of this meeting,
     *     {@code minutes.sign.changed} if the text has changed since his page was drawn, the code of the first hard line of
     *     what is missing, and as {@link RecordDesk#hold}
     */
    public void sign(long taskId, SignatureRole role, String read, Actor actor, BranchScope scope) {
        HeldMeeting held = desk.holdAny(taskId, scope);
        Member signer = role.of(held);
        if (signer == null || !scope.isOwn(signer.getId())) {
            throw new RuleViolationException("minutes.sign.own");
        }
        if (held.getPhase() == MeetingPhase.RECORD_SIGNED) {
            requireSignedBy(role, held, signer);
            return;
        }
        MeetingMinutes open = open(held, actor);
        MinutesContent whole = reading.of(tasks.get(taskId, scope), held, open.getConclusion(), scope);
        MinutesQuery.gaps(held, whole).stream().filter(Gap::hard).findFirst().ifPresent(gap -> {
            throw new RuleViolationException(gap.code(), gap.arguments().toArray());
        });
        byte[] digest = seal.digest(whole);
        if (!HexFormat.of().formatHex(digest).equals(read)) {
            throw new RuleViolationException("minutes.sign.changed");
        }
        List<MinutesSignature> given = signatures.of(List.of(open.getId()));
        MinutesSignature own = given.stream()
                .filter(one -> one.getRole() == role)
                .findFirst()
                .orElseGet(() -> new MinutesSignature(open, role));
        if (!own.isOf(digest, signer.getId())) {
            own.sign(scope.accountId(), signer.getId(), signer.getName(), digest, clock.instant());
            signatures.save(own);
            note(MinutesAction.SIGNED, held);
        }
        freezeIfBoth(held, open, whole, digest, role, given);
    }

    private void requireSignedBy(SignatureRole role, HeldMeeting held, Member signer) {
        boolean signed = minutes.of(held.getId()).stream()
                .filter(MeetingMinutes::isFrozen)
                .findFirst()
                .map(last -> signatures.of(List.of(last.getId())).stream()
                        .anyMatch(one ->
                                one.getRole() == role && one.getMemberId().equals(signer.getId())))
                .orElse(false);
        if (!signed) {
            throw new RuleViolationException("sitting.signed");
        }
    }

    private void freezeIfBoth(
            HeldMeeting held,
            MeetingMinutes open,
            MinutesContent whole,
            byte[] digest,
            SignatureRole role,
            List<MinutesSignature> given) {
        SignatureRole other = role == SignatureRole.CHAIR ? SignatureRole.RECORDER : SignatureRole.CHAIR;
        Member second = other.of(held);
        boolean both = second != null
                && given.stream().anyMatch(one -> one.getRole() == other && one.isOf(digest, second.getId()));
        if (both) {
            open.freeze(seal.seal(whole), digest, clock.instant());
            held.sign();
        }
    }

    /**
     * 更正: opens the signed record again; the version that was signed stays as it was.
     *
     * @param reason 1 to 300 characters
     * @throws RuleViolationException {@code minutes.correct.who} for others than the secretary and the recorder, {@code
     *     minutes.correct.imported} for a meeting that came with a workbook, {@code minutes.correct.open} if it is open
     *     already
     */
    public void correct(long taskId, String reason, Actor actor, BranchScope scope) {
        HeldMeeting held = desk.holdAny(taskId, scope);
        if (!MinutesQuery.mayCorrect(held, scope)) {
            throw new RuleViolationException("minutes.correct.who");
        }
        if (held.getPhase() != MeetingPhase.RECORD_SIGNED) {
            throw new RuleViolationException("minutes.correct.open");
        }
        List<MeetingMinutes> versions = minutes.of(held.getId());
        if (held.getSource() != null || versions.isEmpty()) {
            throw new RuleViolationException("minutes.correct.imported");
        }
        held.reopen();
        minutes.save(versions.get(0).correct(reason, actor.displayName(), clock.instant()));
        BranchTask task = tasks.get(taskId, scope);
        audit.record(
                MinutesAction.CORRECTED, TYPE, held.getId(), task.getBranch().getName());
    }

    /** Notes that the minutes were taken out as a document. */
    public void takenOut(HeldMeeting held) {
        note(MinutesAction.TAKEN_OUT, held);
    }
}
