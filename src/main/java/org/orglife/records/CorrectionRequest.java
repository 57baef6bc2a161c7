package org.orglife.records;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Member;
import org.orglife.organisation.OrgUnit;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;

/** 请更正: a member says what of the records about him is wrong, and how it is right. Both texts are sealed. */
@Entity
public class CorrectionRequest {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "branch_id", updatable = false)
    private OrgUnit branch;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id", updatable = false)
    private Member member;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private RecordSection section;

    @Column(updatable = false)
    private byte[] textSealed;

    @Column(updatable = false)
    private boolean toOffice;

    @Enumerated(EnumType.STRING)
    private CorrectionState state;

    @Column(updatable = false)
    private Instant askedAt;

    private byte @Nullable [] answerSealed;
    private @Nullable Instant answeredAt;
    private @Nullable String answeredBy;
    private boolean seen;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected CorrectionRequest() {}

    CorrectionRequest(
            OrgUnit branch,
            Member member,
            RecordSection section,
            byte[] textSealed,
            boolean toOffice,
            Instant askedAt) {
        this.branch = branch;
        this.member = member;
        this.section = section;
        this.textSealed = textSealed.clone();
        this.toOffice = toOffice;
        this.askedAt = askedAt;
        this.state = CorrectionState.OPEN;
    }

    /** Whether the caller answers it: never his own; who leads the branch, or the office. */
    boolean isAnsweredBy(BranchScope scope) {
        boolean role =
                toOffice ? scope.role() == Role.PARTY_OFFICE : scope.role().leadsBranch();
        return role && !scope.isOwn(member.getId()) && branch.isWithin(scope);
    }

    /**
     * Answers it.
     *
     * @param answer sealed; null for none, which is enough where something was put right
     * @throws RuleViolationException {@code records.correction.answered} if it was answered before, {@code
     *     records.correction.reason} if it is refused without a reason
     */
    void answer(boolean corrected, byte @Nullable [] answer, String by, Instant at) {
        requireOpen();
        if (!corrected && answer == null) {
            throw new RuleViolationException("records.correction.reason");
        }
        this.state = corrected ? CorrectionState.DONE : CorrectionState.REFUSED;
        this.answerSealed = answer;
        this.answeredBy = by;
        this.answeredAt = at;
    }

    /**
     * Refuses to go on with what was answered.
     *
     * @throws RuleViolationException {@code records.correction.answered}
     */
    void requireOpen() {
        if (state != CorrectionState.OPEN) {
            throw new RuleViolationException("records.correction.answered");
        }
    }

    /** The member has read the answer. Before there is one it changes nothing. */
    void see() {
        this.seen = state != CorrectionState.OPEN;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public OrgUnit getBranch() {
        return branch;
    }

    public Member getMember() {
        return member;
    }

    public RecordSection getSection() {
        return section;
    }

    public CorrectionState getState() {
        return state;
    }

    public Instant getAskedAt() {
        return askedAt;
    }

    /** Opened for the member and whoever answers alone; null for none. */
    byte @Nullable [] getAnswerSealed() {
        return answerSealed;
    }

    public @Nullable Instant getAnsweredAt() {
        return answeredAt;
    }

    public @Nullable String getAnsweredBy() {
        return answeredBy;
    }

    /** Whether the office answers it. */
    public boolean isToOffice() {
        return toOffice;
    }

    /** Whether the member has read the answer. */
    public boolean isSeen() {
        return seen;
    }
}
