package org.orglife.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.RuleViolationException;

/** 邀请列席: somebody who is no member of the branch and is asked to come. */
@Entity
public class Invitation {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long meetingId;

    @Enumerated(EnumType.STRING)
    private AttendanceCapacity capacity;

    private String name;
    private @Nullable String unit;
    private @Nullable String subtype;

    @Enumerated(EnumType.STRING)
    private InvitationAnswer answer;

    private @Nullable LocalDate answeredOn;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Invitation() {}

    /**
     * Somebody is invited.
     *
     * @throws RuleViolationException {@code meeting.invitation.capacity.missing} for a capacity of members
     */
    Invitation(OrgLifeMeeting meeting, InvitationDetails details) {
        if (!details.capacity().isInvited()) {
            throw new RuleViolationException("meeting.invitation.capacity.missing");
        }
        this.meetingId = meeting.getId();
        this.branchId = meeting.getBranchId();
        this.capacity = details.capacity();
        this.name = details.name();
        this.unit = details.unit();
        this.subtype = details.subtype();
        this.answer = InvitationAnswer.OPEN;
    }

    /** Who is invited, without what he answered. */
    InvitationDetails details() {
        return new InvitationDetails(capacity, name, unit, subtype);
    }

    void answer(InvitationAnswer given, LocalDate on) {
        this.answer = given;
        this.answeredOn = given == InvitationAnswer.OPEN ? null : on;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public Long getMeetingId() {
        return meetingId;
    }

    public AttendanceCapacity getCapacity() {
        return capacity;
    }

    public String getName() {
        return name;
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public @Nullable String getSubtype() {
        return subtype;
    }

    public InvitationAnswer getAnswer() {
        return answer;
    }

    /** Null while he has not answered. */
    public @Nullable LocalDate getAnsweredOn() {
        return answeredOn;
    }

    public long getVersion() {
        return version;
    }
}
