package org.orglife.sitting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.OrgLifeMeeting;
import org.orglife.organisation.Member;
import org.orglife.shared.PrintedCode;
import org.orglife.shared.RuleViolationException;
import org.springframework.data.domain.Persistable;

/**
 * A meeting from its check-in on: how far it has come, who chairs and who keeps the record. Its version counts every
 * change that an open page has to show, whatever table it is in.
 */
@Entity
public class HeldMeeting implements Persistable<Long> {

    /** The meeting's. */
    @Id
    private Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long taskId;

    @Enumerated(EnumType.STRING)
    private MeetingPhase phase;

    private LocalDate heldOn;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private String place;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "chair_id")
    private Member chair;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "recorder_id")
    private @Nullable Member recorder;

    private int committeeSize;

    @Column(updatable = false)
    private String liveKey;

    @Column(updatable = false)
    private LocalDate recordedOn;

    @Column(updatable = false)
    private @Nullable String source;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected HeldMeeting() {}

    /**
     * People begin to come in.
     *
     * @param committeeSize filled seats of the committee; 0 for a branch without one
     */
    HeldMeeting(
            OrgLifeMeeting meeting, LocalDate heldOn, String place, Member chair, Member recorder, int committeeSize) {
        this(meeting, MeetingPhase.CHECK_IN, heldOn, place, chair, recorder, committeeSize, heldOn, null);
    }

    private HeldMeeting(
            OrgLifeMeeting meeting,
            MeetingPhase phase,
            LocalDate heldOn,
            String place,
            Member chair,
            @Nullable Member recorder,
            int committeeSize,
            LocalDate recordedOn,
            @Nullable String source) {
        this.id = meeting.getId();
        this.branchId = meeting.getBranchId();
        this.taskId = meeting.getTaskId();
        this.phase = phase;
        this.heldOn = heldOn;
        this.place = place;
        this.chair = chair;
        this.recorder = recorder;
        this.committeeSize = committeeSize;
        this.liveKey = PrintedCode.next();
        this.recordedOn = recordedOn;
        this.source = source;
    }

    /**
     * A meeting that is over and comes with a workbook; its record was signed on paper.
     *
     * @param recorder null where the workbook names none of the branch
     * @param source the row of that workbook
     */
    static HeldMeeting imported(
            OrgLifeMeeting meeting,
            LocalDate heldOn,
            Instant startedAt,
            Instant endedAt,
            String place,
            Member chair,
            @Nullable Member recorder,
            int committeeSize,
            LocalDate recordedOn,
            String source) {
        HeldMeeting held = new HeldMeeting(
                meeting, MeetingPhase.RECORD_SIGNED, heldOn, place, chair, recorder, committeeSize, recordedOn, source);
        held.requireOrder(startedAt, endedAt);
        held.startedAt = startedAt;
        held.endedAt = endedAt;
        return held;
    }

    /** The meeting is called open. */
    void begin(Instant now) {
        require(phase == MeetingPhase.CHECK_IN);
        this.phase = MeetingPhase.RUNNING;
        this.startedAt = now;
    }

    /** 暂时休会. */
    void adjourn() {
        require(phase == MeetingPhase.RUNNING);
        this.phase = MeetingPhase.ADJOURNED;
    }

    /** It goes on. */
    void resume() {
        require(phase == MeetingPhase.ADJOURNED);
        this.phase = MeetingPhase.RUNNING;
    }

    /** 散会. */
    void end(Instant now) {
        require(phase == MeetingPhase.RUNNING);
        this.phase = MeetingPhase.RECORD_OPEN;
        this.endedAt = now;
    }

    /**
     * Sets the true hours, for a meeting that was noted later than it was held.
     *
     * @throws RuleViolationException {@code sitting.times.backwards} if it would end before it began, {@code
     *     sitting.times.long} if it would last longer than a day
     */
    void correctTimes(LocalDate on, Instant started, Instant ended) {
        require(phase == MeetingPhase.RECORD_OPEN);
        requireOrder(started, ended);
        this.heldOn = on;
        this.startedAt = started;
        this.endedAt = ended;
    }

    private static final long LONGEST_SECONDS = 24L * 60 * 60;

    private void requireOrder(Instant started, Instant ended) {
        if (!ended.isAfter(started)) {
            throw new RuleViolationException("sitting.times.backwards");
        }
        if (ended.getEpochSecond() - started.getEpochSecond() > LONGEST_SECONDS) {
            throw new RuleViolationException("sitting.times.long");
        }
    }

    /** The record is signed by both. */
    public void sign() {
        require(phase == MeetingPhase.RECORD_OPEN);
        this.phase = MeetingPhase.RECORD_SIGNED;
    }

    /** The record is opened again to be corrected. */
    public void reopen() {
        require(phase == MeetingPhase.RECORD_SIGNED);
        this.phase = MeetingPhase.RECORD_OPEN;
    }

    /** Somebody else keeps the record, or chairs. */
    void hand(Member newChair, Member newRecorder) {
        this.chair = newChair;
        this.recorder = newRecorder;
    }

    private void require(boolean possible) {
        if (!possible) {
            throw new RuleViolationException("sitting.phase");
        }
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

    public Long getTaskId() {
        return taskId;
    }

    public MeetingPhase getPhase() {
        return phase;
    }

    public LocalDate getHeldOn() {
        return heldOn;
    }

    /** Null while people are still coming in. */
    public @Nullable Instant getStartedAt() {
        return startedAt;
    }

    /** Null until it is over. */
    public @Nullable Instant getEndedAt() {
        return endedAt;
    }

    public String getPlace() {
        return place;
    }

    public Member getChair() {
        return chair;
    }

    /** Null only where it came with a workbook that named nobody of the branch. */
    public @Nullable Member getRecorder() {
        return recorder;
    }

    /** Filled seats of the committee on that day; 0 for a branch without one. */
    public int getCommitteeSize() {
        return committeeSize;
    }

    /** By which open pages ask whether something has changed. */
    public String getLiveKey() {
        return liveKey;
    }

    public LocalDate getRecordedOn() {
        return recordedOn;
    }

    /** The row of the workbook it came with; null where it was held here. */
    public @Nullable String getSource() {
        return source;
    }

    public long getVersion() {
        return version == null ? 0 : version;
    }
}
