package org.orglife.organisation;

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
import org.orglife.shared.RuleViolationException;

/** A seat in a branch or group, held from a day until a day. Without a member it is vacant (domain 1.2). */
@Entity
public class Position {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "unit_id", updatable = false)
    private OrgUnit unit;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "member_id", updatable = false)
    private @Nullable Member member;

    @Enumerated(EnumType.STRING)
    private PositionKind kind;

    private @Nullable String title;
    private boolean assistant;
    private boolean acting;

    @Column(updatable = false)
    private @Nullable Long taskId;

    private LocalDate fromOn;
    private @Nullable LocalDate untilOn;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Position() {}

    /**
     * A seat is taken, or noted as vacant.
     *
     * @throws RuleViolationException {@code organisation.position.wrong-unit} if the unit has no such seat,
     *     {@code organisation.position.title-missing} if a seat of kind OTHER has no name
     */
    Position(OrgUnit unit, @Nullable Member member, PositionKind kind, Seat seat, LocalDate fromOn) {
        if (!kind.belongsTo(unit.getKind())) {
            throw new RuleViolationException("organisation.position.wrong-unit", unit.getName());
        }
        if (kind == PositionKind.OTHER && seat.title() == null) {
            throw new RuleViolationException("organisation.position.title-missing");
        }
        this.unit = unit;
        this.member = member;
        this.kind = kind;
        this.title = kind == PositionKind.OTHER ? seat.title() : null;
        this.assistant = member != null && seat.assistant();
        this.acting = member != null && seat.acting();
        this.taskId = assistant ? seat.taskId() : null;
        this.fromOn = fromOn;
    }

    /**
     * Ends the time in the seat.
     *
     * @throws RuleViolationException {@code organisation.position.ended} if it has ended already,
     *     {@code organisation.position.ends-before-begin} if the day lies before its beginning
     */
    void end(LocalDate on) {
        if (untilOn != null) {
            throw new RuleViolationException("organisation.position.ended");
        }
        if (on.isBefore(fromOn)) {
            throw new RuleViolationException("organisation.position.ends-before-begin", fromOn);
        }
        this.untilOn = on;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public OrgUnit getUnit() {
        return unit;
    }

    public @Nullable Member getMember() {
        return member;
    }

    public PositionKind getKind() {
        return kind;
    }

    public @Nullable String getTitle() {
        return title;
    }

    /** Helps out on the seat without holding it: task rights, no committee vote. */
    public boolean isAssistant() {
        return assistant;
    }

    /** Holds the seat for the time being. */
    public boolean isActing() {
        return acting;
    }

    /** The branch task for which alone an assistant helps; null for no limit. */
    public @Nullable Long getTaskId() {
        return taskId;
    }

    /** What the seat is called: its own name for one of kind OTHER. */
    public HeldSeat seat() {
        return new HeldSeat(kind, title);
    }

    public boolean isVacant() {
        return member == null;
    }

    public LocalDate getFromOn() {
        return fromOn;
    }

    public @Nullable LocalDate getUntilOn() {
        return untilOn;
    }

    public long getVersion() {
        return version;
    }
}
