package org.orglife.routine;

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
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AttendanceCapacity;

/** 列席: somebody at a meeting who is no member of the branch; never counted among those expected. */
@Entity
public class RoutineGuest {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "meeting_id", updatable = false)
    private RoutineMeeting meeting;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private AttendanceCapacity capacity;

    @SuppressWarnings("NullAway.Init")
    protected RoutineGuest() {}

    RoutineGuest(RoutineMeeting meeting, String name, AttendanceCapacity capacity) {
        if (!capacity.isInvited()) {
            throw new IllegalArgumentException("Members are on the list of those expected");
        }
        this.meeting = meeting;
        this.branchId = meeting.getBranch().getId();
        this.name = name;
        this.capacity = capacity;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    /** Name, with the unit if it was written down. */
    public String getName() {
        return name;
    }

    public AttendanceCapacity getCapacity() {
        return capacity;
    }

    public RoutineMeeting getMeeting() {
        return meeting;
    }
}
