package org.orglife.sitting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.shared.RuleViolationException;

/** 发言、点评: what somebody said who is no member of the branch; that he spoke is enough. */
@Entity
public class MeetingStatement {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long itemId;

    @Column(updatable = false)
    private int position;

    @Column(updatable = false)
    private String speaker;

    @Column(updatable = false)
    private @Nullable String unit;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private AttendanceCapacity capacity;

    private @Nullable String text;
    private @Nullable Long problemId;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected MeetingStatement() {}

    MeetingStatement(AgendaItem item, int position, Attendance speaker) {
        this.itemId = item.getId();
        this.branchId = item.getBranchId();
        this.position = position;
        this.speaker = speaker.getName();
        this.unit = speaker.getUnit();
        this.capacity = speaker.getCapacity();
    }

    void write(@Nullable String words) {
        this.text = words;
    }

    /**
     * It became a problem in the ledger.
     *
     * @throws RuleViolationException {@code sitting.statement.became} if it has become one already
     */
    void became(long problem) {
        if (problemId != null) {
            throw new RuleViolationException("sitting.statement.became");
        }
        this.problemId = problem;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public Long getItemId() {
        return itemId;
    }

    public int getPosition() {
        return position;
    }

    public String getSpeaker() {
        return speaker;
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public AttendanceCapacity getCapacity() {
        return capacity;
    }

    /** Null where only that he spoke was noted. */
    public @Nullable String getText() {
        return text;
    }

    /** What it became in the ledger; null for nothing. */
    public @Nullable Long getProblemId() {
        return problemId;
    }

    public long getVersion() {
        return version;
    }
}
