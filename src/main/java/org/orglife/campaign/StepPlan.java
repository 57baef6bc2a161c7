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
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Member;
import org.orglife.shared.RuleViolationException;

/** What a branch has settled about one step of its preparation, or a step of its own (自选动作). */
@Entity
public class StepPlan {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long taskId;

    @Column(updatable = false)
    private Long branchId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private @Nullable StepCode code;

    private @Nullable String title;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "owner_id")
    private @Nullable Member owner;

    private @Nullable LocalDate untilOn;
    private @Nullable LocalDate doneOn;
    private @Nullable String waivedReason;
    private @Nullable String waivedBy;
    private @Nullable LocalDate waivedOn;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected StepPlan() {}

    private StepPlan(BranchTask task, @Nullable StepCode code, @Nullable String title) {
        this.taskId = task.getId();
        this.branchId = task.getBranch().getId();
        this.code = code;
        this.title = title;
    }

    static StepPlan of(BranchTask task, StepCode code) {
        return new StepPlan(task, code, null);
    }

    static StepPlan own(BranchTask task, String title) {
        return new StepPlan(task, null, title);
    }

    /**
     * Names who sees to it and until when; null takes the name or the day away.
     *
     * @param newUntil null means the day counted back from the meeting
     */
    void plan(@Nullable Member newOwner, @Nullable LocalDate newUntil) {
        this.owner = newOwner;
        this.untilOn = newUntil;
    }

    /**
     * Notes that it was done outside the system.
     *
     * @throws RuleViolationException {@code campaign.step.future} for a day after today
     */
    void done(LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            throw new RuleViolationException("campaign.step.future");
        }
        this.doneOn = on;
    }

    void undone() {
        this.doneOn = null;
    }

    /** The meeting is held without it (gate G1); the superior reads why. */
    void waive(String reason, String by, LocalDate on) {
        this.waivedReason = reason;
        this.waivedBy = by;
        this.waivedOn = on;
    }

    void takeUpAgain() {
        this.waivedReason = null;
        this.waivedBy = null;
        this.waivedOn = null;
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

    /** Null for a step of the branch's own. */
    public @Nullable StepCode getCode() {
        return code;
    }

    /** Of a step of the branch's own; null otherwise. */
    public @Nullable String getTitle() {
        return title;
    }

    public @Nullable Member getOwner() {
        return owner;
    }

    /** Null where the day counted back from the meeting holds. */
    public @Nullable LocalDate getUntilOn() {
        return untilOn;
    }

    public @Nullable LocalDate getDoneOn() {
        return doneOn;
    }

    public @Nullable String getWaivedReason() {
        return waivedReason;
    }

    public @Nullable String getWaivedBy() {
        return waivedBy;
    }

    public @Nullable LocalDate getWaivedOn() {
        return waivedOn;
    }

    public boolean isWaived() {
        return waivedReason != null;
    }

    public long getVersion() {
        return version;
    }
}
