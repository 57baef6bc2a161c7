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
import org.orglife.campaign.BranchTask;

/** One time of asking: whom, how and when; with sheets, how many went out and came back. */
@Entity
public class OpinionCollection {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "task_id", updatable = false)
    private BranchTask task;

    @Enumerated(EnumType.STRING)
    private OpinionChannel channel;

    @Enumerated(EnumType.STRING)
    private TargetGroup targetGroup;

    private @Nullable Integer issued;
    private @Nullable Integer returned;
    private LocalDate heldOn;
    private @Nullable String place;
    private @Nullable String organiser;
    private boolean noneReceived;

    @Column(updatable = false)
    private LocalDate recordedOn;

    @Column(updatable = false)
    private Long recordedBy;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected OpinionCollection() {}

    OpinionCollection(BranchTask task, Asking asked, LocalDate today, long recordedBy) {
        this.task = task;
        this.branchId = task.getBranch().getId();
        this.recordedOn = today;
        this.recordedBy = recordedBy;
        this.channel = asked.channel();
        this.targetGroup = asked.group();
        this.heldOn = asked.heldOn();
        write(asked);
    }

    final void write(Asking asked) {
        this.channel = asked.channel();
        this.targetGroup = asked.group();
        this.issued = asked.issued();
        this.returned = asked.returned();
        this.heldOn = asked.heldOn();
        this.place = asked.place();
        this.organiser = asked.organiser();
        this.noneReceived = asked.noneReceived();
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public BranchTask getTask() {
        return task;
    }

    public OpinionChannel getChannel() {
        return channel;
    }

    public TargetGroup getTargetGroup() {
        return targetGroup;
    }

    public @Nullable Integer getIssued() {
        return issued;
    }

    public @Nullable Integer getReturned() {
        return returned;
    }

    public LocalDate getHeldOn() {
        return heldOn;
    }

    public @Nullable String getPlace() {
        return place;
    }

    public @Nullable String getOrganiser() {
        return organiser;
    }

    public boolean isNoneReceived() {
        return noneReceived;
    }

    public long getVersion() {
        return version;
    }
}
