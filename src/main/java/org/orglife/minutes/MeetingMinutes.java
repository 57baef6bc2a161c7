package org.orglife.minutes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orglife.sitting.HeldMeeting;

/** A version of the minutes of a meeting: open while it is written, frozen word for word once both have signed. */
@Entity
public class MeetingMinutes {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long meetingId;

    @Column(updatable = false)
    private int number;

    @Column(updatable = false)
    private @Nullable String correctionReason;

    @Column(updatable = false)
    private Instant begunAt;

    @Column(updatable = false)
    private String begunBy;

    private @Nullable String conclusion;

    @SuppressWarnings("NullAway") // ErrorProne's NullAway does not read @Nullable on array types of fields
    private byte @Nullable [] snapshotSealed;

    @SuppressWarnings("NullAway") // as above
    private byte @Nullable [] snapshotDigest;

    private @Nullable Instant frozenAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected MeetingMinutes() {}

    /** The first version of a meeting. */
    MeetingMinutes(HeldMeeting held, String by, Instant now) {
        this.meetingId = held.getId();
        this.branchId = held.getBranchId();
        this.number = 1;
        this.begunAt = now;
        this.begunBy = by;
    }

    /** The next version of one that is signed, which stays as it is. */
    MeetingMinutes correct(String reason, String by, Instant now) {
        MeetingMinutes next = new MeetingMinutes();
        next.meetingId = meetingId;
        next.branchId = branchId;
        next.number = number + 1;
        next.correctionReason = reason;
        next.begunAt = now;
        next.begunBy = by;
        next.conclusion = conclusion;
        return next;
    }

    void conclude(@Nullable String words) {
        this.conclusion = words;
    }

    void freeze(byte[] sealed, byte[] digest, Instant now) {
        this.snapshotSealed = sealed.clone();
        this.snapshotDigest = digest.clone();
        this.frozenAt = now;
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

    /** 1 for the first. */
    public int getNumber() {
        return number;
    }

    /** Why the version before it was corrected; null for the first. */
    public @Nullable String getCorrectionReason() {
        return correctionReason;
    }

    public Instant getBegunAt() {
        return begunAt;
    }

    public String getBegunBy() {
        return begunBy;
    }

    /** 总结. */
    public @Nullable String getConclusion() {
        return conclusion;
    }

    @SuppressWarnings("NullAway") // as above
    byte @Nullable [] getSnapshotSealed() {
        return snapshotSealed;
    }

    @SuppressWarnings("NullAway") // as above
    byte @Nullable [] getSnapshotDigest() {
        return snapshotDigest;
    }

    /** When the second of the two signed; null while it is open. */
    public @Nullable Instant getFrozenAt() {
        return frozenAt;
    }

    public boolean isFrozen() {
        return frozenAt != null;
    }

    public long getVersion() {
        return version;
    }
}
