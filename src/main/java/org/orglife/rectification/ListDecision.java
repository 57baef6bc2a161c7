package org.orglife.rectification;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.springframework.data.domain.Persistable;

/** 整改清单: which meeting of a branch agreed the list of its problems and measures. */
@Entity
public class ListDecision implements Persistable<Long> {

    /** The task's. */
    @Id
    private Long id;

    @Column(updatable = false)
    private Long branchId;

    @Embedded
    private Decision decision;

    private boolean atMeeting;
    private @Nullable Long routineId;
    private LocalDate notedOn;
    private String notedBy;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected ListDecision() {}

    @SuppressWarnings("NullAway.Init") // note sets the rest
    ListDecision(BranchTask task) {
        this.id = task.getId();
        this.branchId = task.getBranch().getId();
    }

    void note(Decision taken, boolean atOrgLifeMeeting, @Nullable Long atRoutineMeeting, LocalDate on, String by) {
        this.decision = taken;
        this.atMeeting = atOrgLifeMeeting;
        this.routineId = atRoutineMeeting;
        this.notedOn = on;
        this.notedBy = by;
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

    public Decision getDecision() {
        return decision;
    }

    /** Whether it was agreed at the organisational-life meeting itself. */
    public boolean isAtMeeting() {
        return atMeeting;
    }

    /** The recorded meeting of 三会一课 at which it was agreed; null where it was another one, or none is recorded. */
    public @Nullable Long getRoutineId() {
        return routineId;
    }

    public LocalDate getNotedOn() {
        return notedOn;
    }

    public String getNotedBy() {
        return notedBy;
    }

    public long getVersion() {
        return version == null ? 0 : version;
    }
}
