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
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.OrgUnit;
import org.orglife.shared.RuleViolationException;

/** A branch's own instance of a campaign: the unit of work. It hands out the numbers of opinions, problems and measures. */
@Entity
public class BranchTask {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "campaign_id", updatable = false)
    private Campaign campaign;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "branch_id", updatable = false)
    private OrgUnit branch;

    @Enumerated(EnumType.STRING)
    private BranchTaskState state;

    @Column(name = "deadline_override")
    private @Nullable LocalDate deadlineOverride;

    private int lastProblemNumber;
    private int lastMeasureNumber;
    private int lastOpinionNumber;
    private Instant lastActivityAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected BranchTask() {}

    BranchTask(Campaign campaign, OrgUnit branch, BranchTaskState state, Instant now) {
        this.campaign = campaign;
        this.branch = branch;
        this.state = state;
        this.lastActivityAt = now;
    }

    /** The next number of a problem; never used twice, not even for one that was withdrawn. */
    public int nextProblemNumber() {
        return ++lastProblemNumber;
    }

    /** The next number of a measure. */
    public int nextMeasureNumber() {
        return ++lastMeasureNumber;
    }

    /** The next number of an opinion. */
    public int nextOpinionNumber() {
        return ++lastOpinionNumber;
    }

    /**
     * Something was done in the branch; the first work begins the preparation.
     *
     * @throws RuleViolationException {@code campaign.task.closed} if the task is finished or exempted
     */
    void touched(Instant now) {
        if (!state.isOpen()) {
            throw new RuleViolationException("campaign.task.closed", branch.getName());
        }
        this.lastActivityAt = now;
        if (state == BranchTaskState.CREATED) {
            this.state = BranchTaskState.PREPARING;
        }
    }

    /**
     * Everything that has to be done before the meeting is done, or settled otherwise (gate G1).
     *
     * @throws RuleViolationException {@code campaign.task.not-preparing} if preparation is over or has not begun
     */
    void ready() {
        require(state.isPreparation());
        this.state = BranchTaskState.READY;
    }

    /** Something has to be done after all. */
    void backToPreparation() {
        require(state == BranchTaskState.READY);
        this.state = BranchTaskState.PREPARING;
    }

    private void require(boolean possible) {
        if (!possible) {
            throw new RuleViolationException("campaign.task.not-preparing", branch.getName());
        }
    }

    /** The superior is asked to agree to the meeting. */
    void requestApproval() {
        move(state == BranchTaskState.READY, BranchTaskState.APPROVAL_PENDING);
    }

    /** The superior agrees; the members may be told. */
    void approve() {
        move(state == BranchTaskState.APPROVAL_PENDING, BranchTaskState.READY);
    }

    /** The superior wants more. */
    void giveBack() {
        move(state == BranchTaskState.APPROVAL_PENDING, BranchTaskState.RETURNED);
    }

    /** Day, place and people are fixed and the notice is out. */
    void schedule() {
        move(state == BranchTaskState.READY || state == BranchTaskState.POSTPONED, BranchTaskState.SCHEDULED);
    }

    /** The notice is taken back, because something in it has to be changed. */
    void recall() {
        move(state == BranchTaskState.SCHEDULED, BranchTaskState.READY);
    }

    /** The meeting is moved to another day. */
    void postpone() {
        move(isMovable(), BranchTaskState.POSTPONED);
    }

    /** The meeting begins, or goes on after a break. */
    void begin() {
        move(state == BranchTaskState.SCHEDULED || state == BranchTaskState.ADJOURNED, BranchTaskState.IN_MEETING);
    }

    /** The meeting is interrupted. */
    void adjourn() {
        move(state == BranchTaskState.IN_MEETING, BranchTaskState.ADJOURNED);
    }

    /** The meeting is over; its record is still to be signed. */
    void end() {
        move(state == BranchTaskState.IN_MEETING, BranchTaskState.HELD);
    }

    /** What is to be told the superior has been told (gate G4). */
    void report() {
        move(state == BranchTaskState.HELD, BranchTaskState.REPORTED);
    }

    /** From then on the ledger is what is worked on. */
    void rectify() {
        move(state == BranchTaskState.REPORTED, BranchTaskState.RECTIFYING);
    }

    /** The superior finds that nothing is left to be rectified. */
    void complete() {
        move(state == BranchTaskState.REPORTED || state == BranchTaskState.RECTIFYING, BranchTaskState.DONE);
    }

    /** Something is to be rectified after all. */
    void takeUpAgain() {
        move(state == BranchTaskState.DONE, BranchTaskState.RECTIFYING);
    }

    /** The superior wants the meeting held again; the first one stays as it was. */
    void redo() {
        move(
                state == BranchTaskState.HELD
                        || state == BranchTaskState.REPORTED
                        || state == BranchTaskState.RECTIFYING,
                BranchTaskState.REDO_REQUIRED);
    }

    /** Whether the day of the meeting is settled and may still be moved; before that the plan is simply changed. */
    boolean isMovable() {
        return state == BranchTaskState.READY
                || state == BranchTaskState.SCHEDULED
                || state == BranchTaskState.POSTPONED;
    }

    private void move(boolean possible, BranchTaskState to) {
        if (!possible) {
            throw new RuleViolationException("campaign.task.state", branch.getName());
        }
        this.state = to;
    }

    /** A ledger of work done elsewhere has been entered: the meeting is over, the gates are not asked. */
    void backfilled(Instant now) {
        this.lastActivityAt = now;
        if (!state.isAfterMeeting()) {
            this.state = BranchTaskState.RECTIFYING;
        }
    }

    /** The entering of a ledger is undone. */
    void restore(BranchTaskState before) {
        this.state = before;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Campaign getCampaign() {
        return campaign;
    }

    public OrgUnit getBranch() {
        return branch;
    }

    public BranchTaskState getState() {
        return state;
    }

    /** Last day for the meeting: the branch's own if it was given one, otherwise the campaign's. */
    public @Nullable LocalDate getMeetingUntil() {
        return deadlineOverride != null ? deadlineOverride : campaign.getMeetingUntil();
    }

    public Instant getLastActivityAt() {
        return lastActivityAt;
    }

    public long getVersion() {
        return version;
    }
}
