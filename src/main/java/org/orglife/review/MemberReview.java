package org.orglife.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.organisation.MemberKind;
import org.orglife.shared.RuleViolationException;

/** A member in the review of his branch: whether he gets a grade, which one, and that he was told. */
@Entity
public class MemberReview {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long taskId;

    @Column(updatable = false)
    private Long memberId;

    @Enumerated(EnumType.STRING)
    private MemberKind kind;

    @Embedded
    private Part part;

    private boolean balloted;
    private boolean reopened;
    private @Nullable String everyday;
    private @Nullable String study;

    @Enumerated(EnumType.STRING)
    private @Nullable Grade grade;

    private @Nullable String opinion;
    private @Nullable Long meetingId;

    @Embedded
    private @Nullable Told told;

    private @Nullable Instant acknowledgedAt;
    private @Nullable String statement;
    private @Nullable Instant statedAt;

    @Embedded
    private @Nullable Recheck recheck;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected MemberReview() {}

    MemberReview(BranchTask task, long memberId, MemberKind kind, Participation participation) {
        this.taskId = task.getId();
        this.branchId = task.getBranch().getId();
        this.memberId = memberId;
        this.kind = kind;
        this.part = Part.proposed(participation);
    }

    /** The roster says something else of him by now; what the secretary has said stays. */
    void follow(MemberKind now, Participation proposed) {
        this.kind = now;
        if (!part.isSaid() && grade == null) {
            this.part = Part.proposed(proposed);
        }
    }

    /** A ballot is prepared. */
    void ballot() {
        this.balloted = part.participation() == Participation.GRADED;
    }

    /**
     * The secretary says what his part is.
     *
     * @throws RuleViolationException {@code review.participation.graded} once a grade was decided, and what {@link
     *     Part#of} refuses
     */
    void change(ChangeParticipation change) {
        if (grade != null) {
            throw new RuleViolationException("review.participation.graded");
        }
        this.part = Part.of(change, kind);
    }

    /**
     * What the grade rests on beside the votes (BR-50).
     *
     * @throws RuleViolationException {@code review.fed-back} once he was told, {@code review.not-graded} if he gets none
     */
    void describe(String everydayWords, String studyWords) {
        requireUntold();
        requireGraded();
        this.everyday = everydayWords;
        this.study = studyWords;
    }

    /**
     * The body has decided.
     *
     * @throws RuleViolationException {@code review.not-graded}, {@code review.not-balloted} if he was not voted on, {@code
     *     review.texts-first} before both texts are there (BR-50), {@code review.fed-back} once he was told
     */
    void decide(Grade decided, String words, long reviewMeetingId) {
        requireUntold();
        requireGraded();
        if (!balloted) {
            throw new RuleViolationException("review.not-balloted");
        }
        if (!isDescribed()) {
            throw new RuleViolationException("review.texts-first");
        }
        this.grade = decided;
        this.opinion = words;
        this.meetingId = reviewMeetingId;
    }

    /** What was decided on him no longer holds; he is decided on and told anew. */
    void reopen() {
        this.grade = null;
        this.opinion = null;
        this.meetingId = null;
        this.told = null;
        this.acknowledgedAt = null;
        this.statement = null;
        this.statedAt = null;
        this.recheck = null;
        this.reopened = true;
    }

    private void requireGraded() {
        if (part.participation() != Participation.GRADED) {
            throw new RuleViolationException("review.not-graded");
        }
    }

    /** @throws RuleViolationException {@code review.fed-back} once he was told */
    void requireUntold() {
        if (isFedBack()) {
            throw new RuleViolationException("review.fed-back");
        }
    }

    /**
     * He was told (BR-51). What was noted of it may be corrected until he has answered.
     *
     * @throws RuleViolationException {@code review.feedback.undecided}, {@code review.feedback.self} if he is to have told
     *     himself, {@code review.feedback.answered}
     */
    void tell(Told now) {
        if (grade == null) {
            throw new RuleViolationException("review.feedback.undecided");
        }
        if (memberId.equals(now.fedBackBy())) {
            throw new RuleViolationException("review.feedback.self");
        }
        if (isAnswered()) {
            throw new RuleViolationException("review.feedback.answered");
        }
        this.told = now;
    }

    /** He says that he knows it. */
    void acknowledge(Instant now) {
        requireTold();
        if (acknowledgedAt == null) {
            this.acknowledgedAt = now;
        }
    }

    /** He adds something; it may be written anew. */
    void state(String words, Instant now) {
        requireTold();
        this.statement = words;
        this.statedAt = now;
    }

    /**
     * Asks whether he is to be helped to improve.
     *
     * @throws RuleViolationException {@code review.follow-up.grade} for another grade than 基本合格, {@code
     *     review.follow-up.untold} before he was told
     */
    void requireHelped() {
        if (grade != Grade.BASIC) {
            throw new RuleViolationException("review.follow-up.grade");
        }
        if (!isFedBack()) {
            throw new RuleViolationException("review.follow-up.untold");
        }
    }

    /**
     * When it is looked at again whether he has improved, and what that has shown.
     *
     * @throws RuleViolationException as {@link #requireHelped}
     */
    void recheck(Recheck now) {
        requireHelped();
        this.recheck = now;
    }

    private void requireTold() {
        if (!isFedBack()) {
            throw new RuleViolationException("review.feedback.none");
        }
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public Long getTaskId() {
        return taskId;
    }

    public Long getMemberId() {
        return memberId;
    }

    public MemberKind getKind() {
        return kind;
    }

    public Part getPart() {
        return part;
    }

    public Participation getParticipation() {
        return part.participation();
    }

    /** Whether he was voted on. */
    public boolean isBalloted() {
        return balloted;
    }

    /** 日常表现. */
    public @Nullable String getEveryday() {
        return everyday;
    }

    /** 参加学习教育情况. */
    public @Nullable String getStudy() {
        return study;
    }

    /** Whether both texts are there. */
    public boolean isDescribed() {
        return everyday != null && study != null;
    }

    public @Nullable Grade getGrade() {
        return grade;
    }

    public @Nullable String getOpinion() {
        return opinion;
    }

    /** The meeting that decided; null while none has. */
    public @Nullable Long getMeetingId() {
        return meetingId;
    }

    /** Whether a decision on him was taken back. */
    public boolean isReopened() {
        return reopened;
    }

    public boolean isDecided() {
        return grade != null;
    }

    public boolean isFedBack() {
        return told != null;
    }

    /** Null before he was. */
    public @Nullable Told getTold() {
        return told;
    }

    public @Nullable Instant getAcknowledgedAt() {
        return acknowledgedAt;
    }

    public @Nullable String getStatement() {
        return statement;
    }

    public @Nullable Instant getStatedAt() {
        return statedAt;
    }

    /** Whether he has said anything to it. */
    public boolean isAnswered() {
        return acknowledgedAt != null || statement != null;
    }

    /** Null where nothing is planned and nothing was looked at. */
    public @Nullable Recheck getRecheck() {
        return recheck;
    }

    public long getVersion() {
        return version;
    }
}
