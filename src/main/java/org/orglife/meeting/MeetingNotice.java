package org.orglife.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchPlan;
import org.orglife.shared.RuleViolationException;

/** 会议通知: a draft until it is sent. Taken back, it stays as what the members were told. */
@Entity
public class MeetingNotice {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long meetingId;

    private String title;
    private String body;
    private @Nullable LocalDate meetingOn;
    private @Nullable LocalTime startsAt;
    private @Nullable String place;
    private @Nullable String lateReason;
    private @Nullable Instant sentAt;
    private @Nullable String sentBy;
    private @Nullable Instant recalledAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected MeetingNotice() {}

    MeetingNotice(OrgLifeMeeting meeting, NoticeText text) {
        this.meetingId = meeting.getId();
        this.branchId = meeting.getBranchId();
        this.title = text.title();
        this.body = text.body();
    }

    /**
     * Changes the draft.
     *
     * @throws RuleViolationException {@code meeting.notice.sent} once it is out
     */
    void write(NoticeText text) {
        requireDraft();
        this.title = text.title();
        this.body = text.body();
    }

    /**
     * It goes out, with day, hour and place as they are settled now.
     *
     * @param late why it goes out later than the campaign asks; null where it does not
     * @throws RuleViolationException {@code meeting.notice.sent} if it is out already, {@code meeting.notice.past} for a
     *     meeting that is over
     */
    void send(BranchPlan plan, @Nullable String late, String by, Instant at, LocalDate today) {
        requireDraft();
        if (plan.getMeetingOn().isBefore(today)) {
            throw new RuleViolationException("meeting.notice.past");
        }
        this.meetingOn = plan.getMeetingOn();
        this.startsAt = plan.getStartsAt();
        this.place = plan.getPlace();
        this.lateReason = late;
        this.sentBy = by;
        this.sentAt = at;
    }

    /** It no longer holds. */
    void recall(Instant at) {
        this.recalledAt = at;
    }

    private void requireDraft() {
        if (sentAt != null) {
            throw new RuleViolationException("meeting.notice.sent");
        }
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

    public String getTitle() {
        return title;
    }

    public String getBody() {
        return body;
    }

    /** Day of the meeting as it was told; null for a draft. */
    public @Nullable LocalDate getMeetingOn() {
        return meetingOn;
    }

    public @Nullable LocalTime getStartsAt() {
        return startsAt;
    }

    public @Nullable String getPlace() {
        return place;
    }

    /** Why it went out later than the campaign asks; null where it did not. */
    public @Nullable String getLateReason() {
        return lateReason;
    }

    /** Null for a draft. */
    public @Nullable Instant getSentAt() {
        return sentAt;
    }

    public @Nullable String getSentBy() {
        return sentBy;
    }

    /** Null while it holds. */
    public @Nullable Instant getRecalledAt() {
        return recalledAt;
    }

    public long getVersion() {
        return version;
    }
}
