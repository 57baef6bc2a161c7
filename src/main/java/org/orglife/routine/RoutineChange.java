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
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Labelled;

/** Why a record was corrected or a meeting called off, and by whom. */
@Entity
public class RoutineChange {

    /** What was done. */
    public enum Kind implements Labelled {
        /** 更正. */
        CORRECTED,
        /** 取消、作废. */
        CANCELLED;

        @Override
        public String labelKey() {
            return "routine.change." + name();
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "meeting_id", updatable = false)
    private RoutineMeeting meeting;

    @Column(updatable = false)
    private Long branchId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private Kind kind;

    @Column(updatable = false)
    private Instant at;

    @Column(updatable = false)
    private String byName;

    @Column(updatable = false)
    private String reason;

    @SuppressWarnings("NullAway.Init")
    protected RoutineChange() {}

    RoutineChange(RoutineMeeting meeting, Kind kind, Instant at, String byName, String reason) {
        this.meeting = meeting;
        this.branchId = meeting.getBranch().getId();
        this.kind = kind;
        this.at = at;
        this.byName = byName;
        this.reason = reason;
    }

    public Kind getKind() {
        return kind;
    }

    public Instant getAt() {
        return at;
    }

    public String getByName() {
        return byName;
    }

    public String getReason() {
        return reason;
    }

    public RoutineMeeting getMeeting() {
        return meeting;
    }
}
