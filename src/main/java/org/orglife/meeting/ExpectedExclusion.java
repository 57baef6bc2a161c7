package org.orglife.meeting;

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
import org.orglife.campaign.BranchTask;
import org.orglife.organisation.Member;
import org.orglife.shared.RuleViolationException;

/** 不计入应到: a member who is left out of the expected list, with the two approvals that takes (BR-05). */
@Entity
public class ExpectedExclusion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long taskId;

    @Column(updatable = false)
    private Long branchId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id", updatable = false)
    private Member member;

    @Enumerated(EnumType.STRING)
    private ExclusionReason reason;

    private String consentNumber;
    private LocalDate consentOn;
    private LocalDate decidedOn;

    @Column(updatable = false)
    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected ExpectedExclusion() {}

    /**
     * A member is left out (BR-05).
     *
     * @throws RuleViolationException {@code meeting.exclusion.consentNumber.missing} without the number of the superior's
     *     paper, {@code meeting.exclusion.future} for a day still to come
     */
    ExpectedExclusion(BranchTask task, Member member, ExclusionDetails details, String recordedBy, LocalDate today) {
        if (details.consentNumber().isBlank()) {
            throw new RuleViolationException("meeting.exclusion.consentNumber.missing");
        }
        if (details.consentOn().isAfter(today) || details.decidedOn().isAfter(today)) {
            throw new RuleViolationException("meeting.exclusion.future");
        }
        this.taskId = task.getId();
        this.branchId = task.getBranch().getId();
        this.member = member;
        this.reason = details.reason();
        this.consentNumber = details.consentNumber();
        this.consentOn = details.consentOn();
        this.decidedOn = details.decidedOn();
        this.recordedBy = recordedBy;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getTaskId() {
        return taskId;
    }

    public Long getBranchId() {
        return branchId;
    }

    public Member getMember() {
        return member;
    }

    public ExclusionReason getReason() {
        return reason;
    }

    public String getConsentNumber() {
        return consentNumber;
    }

    public LocalDate getConsentOn() {
        return consentOn;
    }

    public LocalDate getDecidedOn() {
        return decidedOn;
    }

    public String getRecordedBy() {
        return recordedBy;
    }
}
