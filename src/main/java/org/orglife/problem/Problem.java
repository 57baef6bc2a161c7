package org.orglife.problem;

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
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.Aspect;
import org.orglife.campaign.BranchTask;
import org.orglife.organisation.Member;
import org.orglife.shared.LateEntry;
import org.orglife.shared.RuleViolationException;

/** 问题: one numbered point that a branch or a member has found. It stays in the branch in which it was raised. */
@Entity
public class Problem {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "task_id", updatable = false)
    private BranchTask task;

    @Column(updatable = false)
    private Long campaignId;

    @Column(updatable = false)
    private int number;

    private @Nullable String sourceNumber;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private SubjectKind subjectKind;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "subject_member_id", updatable = false)
    private @Nullable Member subjectMember;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "aspect_id")
    private Aspect aspect;

    private String text;
    private @Nullable String cause;

    @Enumerated(EnumType.STRING)
    private ProblemSource source;

    @Column(updatable = false)
    private LocalDate raisedOn;

    private @Nullable LocalDate recordedOn;

    @Column(updatable = false)
    private @Nullable Long recordedBy;

    private @Nullable Long recurrenceOf;
    private @Nullable String recorderName;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Problem() {}

    /** Whether both are the branch's, or of one and the same person. */
    public boolean isOfSameSubject(Problem other) {
        Long mine = subjectMember == null ? null : subjectMember.getId();
        Long his = other.subjectMember == null ? null : other.subjectMember.getId();
        return subjectKind == other.subjectKind && Objects.equals(mine, his);
    }

    /**
     * A problem is raised in a task.
     *
     * @param subjectMember whose it is; null for a problem of the branch
     * @param recordedBy account that wrote it down; null for an import of the system
     * @throws RuleViolationException {@code problem.subject} if subject kind and member do not fit each other,
     *     {@code problem.aspect} if the aspect belongs to the other set or to another campaign
     */
    Problem(
            BranchTask task,
            SubjectKind subjectKind,
            @Nullable Member subjectMember,
            Aspect aspect,
            ProblemText text,
            LocalDate raisedOn,
            @Nullable Long recordedBy) {
        if (subjectKind.isPersonal() != (subjectMember != null)) {
            throw new RuleViolationException("problem.subject");
        }
        this.task = task;
        this.branchId = task.getBranch().getId();
        this.campaignId = task.getCampaign().getId();
        this.number = task.nextProblemNumber();
        this.subjectKind = subjectKind;
        this.subjectMember = subjectMember;
        this.raisedOn = raisedOn;
        this.recordedBy = recordedBy;
        this.aspect = aspect;
        this.text = text.text();
        this.source = text.source();
        change(aspect, text);
    }

    final void change(Aspect newAspect, ProblemText newText) {
        if (newAspect.getSubject() != subjectKind.aspects()
                || !newAspect.getCampaign().getId().equals(campaignId)) {
            throw new RuleViolationException("problem.aspect");
        }
        this.aspect = newAspect;
        this.text = newText.text();
        this.cause = newText.cause();
        this.source = newText.source();
    }

    /** Who wrote it down for the member; null if he did so himself. */
    void takenDownBy(@Nullable String helper) {
        this.recorderName = helper;
    }

    /** The number it had in the ledger it came from, and the day on which it was taken over from there. */
    void cameAs(String foreignNumber, LocalDate takenOverOn) {
        this.sourceNumber = foreignNumber;
        this.recordedOn = takenOverOn;
    }

    /**
     * It was there in an earlier cycle already.
     *
     * @throws RuleViolationException {@code problem.recurrence.elsewhere} if the other one is of the same cycle, of
     *     another branch or of somebody else
     */
    void recurs(Problem earlier) {
        boolean sameSubject = subjectMember == null
                ? earlier.subjectMember == null
                : earlier.subjectMember != null && subjectMember.getId().equals(earlier.subjectMember.getId());
        if (!sameSubject || !branchId.equals(earlier.branchId) || campaignId.equals(earlier.campaignId)) {
            throw new RuleViolationException("problem.recurrence.elsewhere");
        }
        this.recurrenceOf = earlier.id;
    }

    /** It was not. */
    void recursNot() {
        this.recurrenceOf = null;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public BranchTask getTask() {
        return task;
    }

    public int getNumber() {
        return number;
    }

    public @Nullable String getSourceNumber() {
        return sourceNumber;
    }

    public SubjectKind getSubjectKind() {
        return subjectKind;
    }

    public @Nullable Member getSubjectMember() {
        return subjectMember;
    }

    public Aspect getAspect() {
        return aspect;
    }

    public String getText() {
        return text;
    }

    public @Nullable String getCause() {
        return cause;
    }

    public ProblemSource getSource() {
        return source;
    }

    public LocalDate getRaisedOn() {
        return raisedOn;
    }

    /** Taken over late from a ledger (补录); what is raised here is written down on that day. */
    public boolean isLate() {
        return recordedOn != null && LateEntry.isLate(raisedOn, recordedOn);
    }

    public @Nullable Long getRecordedBy() {
        return recordedBy;
    }

    /** Name of the helper who took it down (代录); null if whoever it belongs to wrote it. */
    public @Nullable String getRecorderName() {
        return recorderName;
    }

    /** The problem of an earlier cycle that has come back; null if none is known. */
    public @Nullable Long getRecurrenceOf() {
        return recurrenceOf;
    }

    public long getVersion() {
        return version;
    }
}
