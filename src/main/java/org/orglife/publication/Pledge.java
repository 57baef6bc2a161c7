package org.orglife.publication;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.shared.RuleViolationException;

/** 亮诺书: up to three promises of somebody, a member or not, and what became of them. */
@Entity
public class Pledge {

    /** Promises a pledge holds at most. */
    public static final int MOST_PROMISES = 3;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long taskId;

    @Column(updatable = false)
    private @Nullable Long memberId;

    private String name;
    private String post;

    @Enumerated(EnumType.STRING)
    private PledgeState state = PledgeState.WRITTEN;

    private Long writtenBy;
    private @Nullable String reviewedByName;
    private @Nullable LocalDate reviewedOn;
    private @Nullable String returnedReason;
    private @Nullable String fulfilment;
    private @Nullable LocalDate fulfilmentOn;
    private @Nullable String evaluation;
    private @Nullable String evaluatedByName;
    private @Nullable LocalDate evaluatedOn;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "pledge_promise", joinColumns = @JoinColumn(name = "pledge_id"))
    @OrderColumn(name = "position")
    private List<PledgePromise> promises = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Pledge() {}

    /**
     * A pledge is written.
     *
     * @param memberId null for somebody who is no member
     */
    @SuppressWarnings("NullAway.Init") // write sets the rest
    Pledge(BranchTask task, @Nullable Long memberId, String name, WritePledge words, long account) {
        this.taskId = task.getId();
        this.branchId = task.getBranch().getId();
        this.memberId = memberId;
        write(name, words, account);
    }

    /**
     * Writes it anew.
     *
     * @throws RuleViolationException {@code publication.pledge.state} once it was reviewed
     */
    final void write(String newName, WritePledge words, long account) {
        require(state == PledgeState.WRITTEN);
        if (words.promises().isEmpty() || words.promises().size() > MOST_PROMISES) {
            throw new RuleViolationException("publication.pledge.promises");
        }
        this.name = newName;
        this.post = words.post();
        this.writtenBy = account;
        this.returnedReason = null;
        promises.clear();
        words.promises().forEach(promise -> promises.add(new PledgePromise(branchId, promise.text(), promise.dueOn())));
    }

    private static void require(boolean possible) {
        if (!possible) {
            throw new RuleViolationException("publication.pledge.state");
        }
    }

    /** 审诺. */
    void review(String by, LocalDate on) {
        require(state == PledgeState.WRITTEN);
        this.state = PledgeState.REVIEWED;
        this.reviewedByName = by;
        this.reviewedOn = on;
        this.returnedReason = null;
    }

    /** To be written anew; what is shown already is taken down first. */
    void giveBack(String reason) {
        require(state == PledgeState.WRITTEN || state == PledgeState.REVIEWED);
        this.state = PledgeState.WRITTEN;
        this.reviewedByName = null;
        this.reviewedOn = null;
        this.returnedReason = reason;
    }

    void drop() {
        require(state == PledgeState.WRITTEN);
    }

    /** 亮诺: a publication shows it. */
    void shown() {
        if (state == PledgeState.REVIEWED) {
            this.state = PledgeState.PUBLISHED;
        }
    }

    /** The publication that showed it is taken down. */
    void takenDown() {
        if (state == PledgeState.PUBLISHED) {
            this.state = PledgeState.REVIEWED;
        }
    }

    /** 践诺: how he keeps it. */
    void report(String words, LocalDate on) {
        require(state == PledgeState.PUBLISHED || state == PledgeState.IN_FULFILMENT);
        this.state = PledgeState.IN_FULFILMENT;
        this.fulfilment = words;
        this.fulfilmentOn = on;
    }

    /** 评诺, in words. */
    void evaluate(String words, String by, LocalDate on) {
        require(state == PledgeState.IN_FULFILMENT || state == PledgeState.EVALUATED);
        this.state = PledgeState.EVALUATED;
        this.evaluation = words;
        this.evaluatedByName = by;
        this.evaluatedOn = on;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public Long getTaskId() {
        return taskId;
    }

    /** Null for somebody who is no member. */
    public @Nullable Long getMemberId() {
        return memberId;
    }

    public boolean isOfMember() {
        return memberId != null;
    }

    public String getName() {
        return name;
    }

    public String getPost() {
        return post;
    }

    public PledgeState getState() {
        return state;
    }

    public Long getWrittenBy() {
        return writtenBy;
    }

    public @Nullable String getReviewedByName() {
        return reviewedByName;
    }

    public @Nullable LocalDate getReviewedOn() {
        return reviewedOn;
    }

    /** Why it is to be written anew; null if it is not. */
    public @Nullable String getReturnedReason() {
        return returnedReason;
    }

    public @Nullable String getFulfilment() {
        return fulfilment;
    }

    public @Nullable LocalDate getFulfilmentOn() {
        return fulfilmentOn;
    }

    public @Nullable String getEvaluation() {
        return evaluation;
    }

    public @Nullable String getEvaluatedByName() {
        return evaluatedByName;
    }

    public @Nullable LocalDate getEvaluatedOn() {
        return evaluatedOn;
    }

    public List<Promise> getPromises() {
        return promises.stream().map(PledgePromise::promise).toList();
    }

    public long getVersion() {
        return version;
    }
}
