package org.orglife.campaign;

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
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Labelled;

/** A line of a task's history: from which state into which, when, by whom. */
@Entity
public class TaskEntry {

    /** Why the state changed. */
    public enum Kind implements Labelled {
        /** The campaign was issued. */
        ISSUED,
        /** A ledger from elsewhere was entered. */
        IMPORTED,
        /** Somebody moved it on. */
        MOVED,
        /** The branch need not meet. */
        EXEMPTED;

        @Override
        public String labelKey() {
            return "campaign.taskEntry." + name();
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "task_id", updatable = false)
    private BranchTask task;

    @Column(updatable = false)
    private Long branchId;

    @Enumerated(EnumType.STRING)
    private @Nullable BranchTaskState fromState;

    @Enumerated(EnumType.STRING)
    private BranchTaskState toState;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String reason;
    private Instant at;
    private @Nullable Long accountId;
    private String actorName;

    @SuppressWarnings("NullAway.Init")
    protected TaskEntry() {}

    TaskEntry(BranchTask task, @Nullable BranchTaskState from, Kind kind, Instant at, String actorName) {
        this.task = task;
        this.branchId = task.getBranch().getId();
        this.fromState = from;
        this.toState = task.getState();
        this.kind = kind;
        this.at = at;
        this.actorName = actorName;
    }

    /** With the reason that was given. */
    TaskEntry because(@Nullable String given) {
        this.reason = given;
        return this;
    }

    public BranchTask getTask() {
        return task;
    }

    public Long getBranchId() {
        return branchId;
    }

    public @Nullable BranchTaskState getFromState() {
        return fromState;
    }

    public BranchTaskState getToState() {
        return toState;
    }

    public Kind getKind() {
        return kind;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public Instant getAt() {
        return at;
    }

    public @Nullable Long getAccountId() {
        return accountId;
    }

    public String getActorName() {
        return actorName;
    }
}
