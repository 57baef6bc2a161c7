package org.orglife.sitting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AgendaType;
import org.orglife.meeting.OrgLifeMeeting;
import org.orglife.shared.RuleViolationException;

/** 议程项: planned before the meeting, gone through at it. */
@Entity
public class AgendaItem {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long meetingId;

    private int position;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private AgendaType type;

    private String title;
    private @Nullable String person;
    private @Nullable Integer plannedMinutes;

    @Column(updatable = false)
    private boolean must;

    @Enumerated(EnumType.STRING)
    private AgendaState state;

    private @Nullable String struckReason;
    private @Nullable Instant begunAt;
    private @Nullable Instant endedAt;
    private @Nullable String script;
    private @Nullable String notes;
    private long notesVersion;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected AgendaItem() {}

    @SuppressWarnings("NullAway.Init") // change sets the rest
    AgendaItem(OrgLifeMeeting meeting, int position, AgendaType type, boolean must, AgendaDetails details) {
        this.meetingId = meeting.getId();
        this.branchId = meeting.getBranchId();
        this.position = position;
        this.type = type;
        this.must = must;
        this.state = AgendaState.OPEN;
        change(details);
    }

    final void change(AgendaDetails details) {
        this.title = details.title();
        this.person = details.person();
        this.plannedMinutes = details.plannedMinutes();
    }

    void place(int at) {
        this.position = at;
    }

    /** It is dealt with now; one that was done is taken up again. */
    void begin(Instant now) {
        if (state == AgendaState.STRUCK) {
            throw new RuleViolationException("sitting.item.struck", title);
        }
        this.state = AgendaState.RUNNING;
        if (begunAt == null) {
            this.begunAt = now;
        }
        this.endedAt = null;
    }

    /** It is dealt with. */
    void finish(Instant now) {
        if (state != AgendaState.RUNNING) {
            throw new RuleViolationException("sitting.item.not-running", title);
        }
        this.state = AgendaState.DONE;
        this.endedAt = now;
    }

    /** Others come first after all. */
    void putBack() {
        if (state == AgendaState.RUNNING) {
            this.state = AgendaState.OPEN;
        }
    }

    /**
     * It is not dealt with.
     *
     * @param reason null only for what need not be on the agenda
     * @throws RuleViolationException {@code sitting.item.reason} if it must be dealt with and no reason is given, {@code
     *     sitting.item.done} if it has been dealt with already
     */
    void strike(@Nullable String reason) {
        if (must && reason == null) {
            throw new RuleViolationException("sitting.item.reason", title);
        }
        if (state == AgendaState.DONE) {
            throw new RuleViolationException("sitting.item.done", title);
        }
        this.state = AgendaState.STRUCK;
        this.struckReason = reason;
    }

    /** It is dealt with after all. */
    void restore() {
        if (state == AgendaState.STRUCK) {
            this.state = AgendaState.OPEN;
            this.struckReason = null;
        }
    }

    /** @param words null for those made from the records */
    void say(@Nullable String words) {
        this.script = words;
    }

    void note(@Nullable String text) {
        this.notes = text;
        this.notesVersion++;
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

    public int getPosition() {
        return position;
    }

    public AgendaType getType() {
        return type;
    }

    public String getTitle() {
        return title;
    }

    /** Whose it is; null where nobody is named. */
    public @Nullable String getPerson() {
        return person;
    }

    /** Null where nobody has said. */
    public @Nullable Integer getPlannedMinutes() {
        return plannedMinutes;
    }

    /** Whether it may be struck only for a reason. */
    public boolean isMust() {
        return must;
    }

    public AgendaState getState() {
        return state;
    }

    public @Nullable String getStruckReason() {
        return struckReason;
    }

    public @Nullable Instant getBegunAt() {
        return begunAt;
    }

    public @Nullable Instant getEndedAt() {
        return endedAt;
    }

    /** The host's words where somebody has changed them; null for those made from the records. */
    public @Nullable String getScript() {
        return script;
    }

    /** What the recorder has written; null for nothing yet. */
    public @Nullable String getNotes() {
        return notes;
    }

    /** Counts the changes of the notes alone. */
    public long getNotesVersion() {
        return notesVersion;
    }

    public long getVersion() {
        return version;
    }
}
