package org.orglife.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Member;
import org.springframework.data.domain.Persistable;

/** 方案: day, place and people that a branch has settled for its meeting. Dates of steps are counted back from it. */
@Entity
public class BranchPlan implements Persistable<Long> {

    /** The task's. */
    @Id
    private Long id;

    @Column(updatable = false)
    private Long branchId;

    private LocalDate meetingOn;
    private LocalTime startsAt;
    private String place;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "chair_id")
    private Member chair;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "recorder_id")
    private @Nullable Member recorder;

    private @Nullable String lateReason;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected BranchPlan() {}

    @SuppressWarnings("NullAway.Init") // settle sets the rest
    BranchPlan(BranchTask task) {
        this.id = task.getId();
        this.branchId = task.getBranch().getId();
    }

    void settle(PlanDetails details, Member newChair, @Nullable Member newRecorder) {
        this.meetingOn = details.meetingOn();
        this.startsAt = details.startsAt();
        this.place = details.place();
        this.lateReason = details.lateReason();
        this.chair = newChair;
        this.recorder = newRecorder;
    }

    /**
     * The meeting is moved.
     *
     * @param because why it is after the superior's last day; null where it is not
     */
    void move(LocalDate to, LocalTime at, @Nullable String because) {
        this.meetingOn = to;
        this.startsAt = at;
        this.lateReason = because;
    }

    @Override
    public Long getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }

    public Long getBranchId() {
        return branchId;
    }

    public LocalDate getMeetingOn() {
        return meetingOn;
    }

    public LocalTime getStartsAt() {
        return startsAt;
    }

    public String getPlace() {
        return place;
    }

    public Member getChair() {
        return chair;
    }

    public @Nullable Member getRecorder() {
        return recorder;
    }

    /** Why the meeting is after the superior's last day; null where it is not. */
    public @Nullable String getLateReason() {
        return lateReason;
    }

    public long getVersion() {
        return version == null ? 0 : version;
    }
}
