package org.orglife.outline;

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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.RuleViolationException;

/** What was handed in at one time, with what the reader said to it. */
@Entity
class OutlineVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "outline_id", updatable = false)
    private Outline outline;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private byte[] textSealed;

    @Column(updatable = false)
    private LocalDate handedInOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Verdict verdict;

    @SuppressWarnings("NullAway") // ErrorProne's NullAway does not read @Nullable on array types of fields
    private byte @Nullable [] remarkSealed;

    private @Nullable String reviewerName;
    private @Nullable Long reviewedBy;
    private @Nullable LocalDate reviewedOn;

    @SuppressWarnings("NullAway.Init")
    protected OutlineVersion() {}

    @SuppressWarnings("NullAway.Init")
    OutlineVersion(Outline outline, int number, byte[] textSealed, LocalDate on) {
        this.outline = outline;
        this.branchId = outline.getBranchId();
        this.number = number;
        this.textSealed = textSealed;
        this.handedInOn = on;
    }

    void reviewed(Outline.Review review) {
        if (verdict != null) {
            throw new RuleViolationException("outline.review.done");
        }
        this.verdict = review.verdict();
        this.remarkSealed = review.remarkSealed();
        this.reviewerName = review.reviewer();
        this.reviewedBy = review.accountId();
        this.reviewedOn = review.on();
    }

    Outline getOutline() {
        return outline;
    }

    /** Account of whoever said something to it; null while nobody has. */
    @Nullable
    Long getReviewedBy() {
        return reviewedBy;
    }

    int getNumber() {
        return number;
    }

    byte[] getTextSealed() {
        return textSealed;
    }

    LocalDate getHandedInOn() {
        return handedInOn;
    }

    @Nullable
    Verdict getVerdict() {
        return verdict;
    }

    byte @Nullable [] getRemarkSealed() {
        return remarkSealed;
    }

    @Nullable
    String getReviewerName() {
        return reviewerName;
    }

    @Nullable
    LocalDate getReviewedOn() {
        return reviewedOn;
    }
}
