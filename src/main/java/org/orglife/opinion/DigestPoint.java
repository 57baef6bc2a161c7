package org.orglife.opinion;

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
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.Aspect;
import org.orglife.campaign.BranchTask;
import org.orglife.shared.RuleViolationException;

/** 归并后的意见: what one or several opinions come to. Decided once; a decision in words can be taken back. */
@Entity
public class DigestPoint {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long campaignId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "task_id", updatable = false)
    private BranchTask task;

    private String text;

    @Enumerated(EnumType.STRING)
    private OpinionAbout about;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "aspect_id")
    private @Nullable Aspect aspect;

    private @Nullable Long ownerId;

    @Enumerated(EnumType.STRING)
    private Disposition disposition = Disposition.OPEN;

    private @Nullable String answer;
    private @Nullable Long problemId;
    private @Nullable LocalDate decidedOn;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected DigestPoint() {}

    DigestPoint(BranchTask task, String text, OpinionAbout about, @Nullable Aspect aspect) {
        this.task = task;
        this.branchId = task.getBranch().getId();
        this.campaignId = task.getCampaign().getId();
        this.text = text;
        this.about = about;
        this.aspect = aspect;
    }

    void write(String newText, OpinionAbout newAbout, @Nullable Aspect newAspect) {
        this.text = newText;
        this.about = newAbout;
        this.aspect = newAspect;
    }

    void answered(String words, @Nullable Long owner, LocalDate today) {
        decide(Disposition.ANSWERED, owner, today);
        this.answer = words;
    }

    void kept(@Nullable String why, @Nullable Long owner, LocalDate today) {
        decide(Disposition.KEPT, owner, today);
        this.answer = why;
    }

    void became(long problem, @Nullable Aspect ofProblem, LocalDate today) {
        decide(Disposition.PROBLEM, ownerId, today);
        this.problemId = problem;
        this.aspect = ofProblem;
    }

    private void decide(Disposition as, @Nullable Long owner, LocalDate today) {
        mustBeOpen();
        this.disposition = as;
        this.ownerId = owner;
        this.decidedOn = today;
    }

    /** @throws RuleViolationException {@code opinion.point.decided} once it was decided */
    void mustBeOpen() {
        if (disposition != Disposition.OPEN) {
            throw new RuleViolationException("opinion.point.decided");
        }
    }

    /**
     * Takes a decision back.
     *
     * @throws RuleViolationException {@code opinion.point.problem} if it became a problem: that is for the ledger to settle
     */
    void reopen() {
        if (disposition == Disposition.PROBLEM) {
            throw new RuleViolationException("opinion.point.problem");
        }
        this.disposition = Disposition.OPEN;
        this.answer = null;
        this.decidedOn = null;
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

    public String getText() {
        return text;
    }

    public OpinionAbout getAbout() {
        return about;
    }

    public @Nullable Aspect getAspect() {
        return aspect;
    }

    public @Nullable Long getOwnerId() {
        return ownerId;
    }

    public Disposition getDisposition() {
        return disposition;
    }

    public @Nullable String getAnswer() {
        return answer;
    }

    public @Nullable Long getProblemId() {
        return problemId;
    }

    /** Null as long as nothing was decided. */
    public @Nullable LocalDate getDecidedOn() {
        return decidedOn;
    }

    public long getVersion() {
        return version;
    }
}
