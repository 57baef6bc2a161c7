package org.orglife.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.OrgUnit;
import org.orglife.shared.RuleViolationException;

/** 业务解答: a question of a branch about a notice, and the office's answer; answered once, then never changed. */
@Entity
public class NoticeQuestion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long campaignId;

    @Column(updatable = false)
    private Long taskId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "branch_id", updatable = false)
    private OrgUnit branch;

    @Column(updatable = false)
    private String body;

    @Column(updatable = false)
    private String askedBy;

    @Column(updatable = false)
    private Instant askedAt;

    private @Nullable String answer;
    private @Nullable String answeredBy;
    private @Nullable Instant answeredAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected NoticeQuestion() {}

    NoticeQuestion(BranchTask task, String body, String askedBy, Instant askedAt) {
        this.campaignId = task.getCampaign().getId();
        this.taskId = task.getId();
        this.branch = task.getBranch();
        this.body = body;
        this.askedBy = askedBy;
        this.askedAt = askedAt;
    }

    /**
     * Answers it, for every branch to read.
     *
     * @throws RuleViolationException {@code campaign.question.answered} if it has been answered already
     */
    void answer(String text, String by, Instant at) {
        requireOpen();
        this.answer = text;
        this.answeredBy = by;
        this.answeredAt = at;
    }

    /**
     * What has been answered stays.
     *
     * @throws RuleViolationException {@code campaign.question.answered}
     */
    void requireOpen() {
        if (answer != null) {
            throw new RuleViolationException("campaign.question.answered");
        }
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getCampaignId() {
        return campaignId;
    }

    public Long getTaskId() {
        return taskId;
    }

    /** The branch that asked; other branches are not told. */
    public OrgUnit getBranch() {
        return branch;
    }

    public String getBody() {
        return body;
    }

    public String getAskedBy() {
        return askedBy;
    }

    public Instant getAskedAt() {
        return askedAt;
    }

    /** Null while it waits for the office. */
    public @Nullable String getAnswer() {
        return answer;
    }

    public @Nullable String getAnsweredBy() {
        return answeredBy;
    }

    public @Nullable Instant getAnsweredAt() {
        return answeredAt;
    }

    public long getVersion() {
        return version;
    }
}
