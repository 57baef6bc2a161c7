package org.orglife.opinion;

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
import org.orglife.campaign.BranchTask;
import org.orglife.shared.RuleViolationException;

/** 意见: one point that somebody has made, numbered in its task. */
@Entity
public class Opinion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "task_id", updatable = false)
    private BranchTask task;

    @Column(updatable = false)
    private int number;

    private String text;

    @Enumerated(EnumType.STRING)
    private OpinionAbout about;

    @Enumerated(EnumType.STRING)
    private OpinionChannel channel;

    @Enumerated(EnumType.STRING)
    private @Nullable TargetGroup targetGroup;

    private @Nullable Long collectionId;
    private @Nullable Long giverId;

    @Column(updatable = false)
    private boolean anonymous;

    private @Nullable LocalDate givenOn;

    @Column(updatable = false)
    private LocalDate recordedOn;

    @Column(updatable = false)
    private @Nullable Long recordedBy;

    @Column(updatable = false)
    private @Nullable String sourceKey;

    private int copies = 1;

    @Enumerated(EnumType.STRING)
    private @Nullable OpinionMark mark;

    private @Nullable String markReason;
    private @Nullable LocalDate withdrawnOn;
    private @Nullable String withdrawnReason;
    private @Nullable Long pointId;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Opinion() {}

    private Opinion(
            BranchTask task,
            String text,
            OpinionAbout about,
            OpinionChannel channel,
            boolean anonymous,
            LocalDate recordedOn,
            @Nullable Long recordedBy) {
        this.task = task;
        this.branchId = task.getBranch().getId();
        this.number = task.nextOpinionNumber();
        this.text = text;
        this.about = about;
        this.channel = channel;
        this.anonymous = anonymous;
        this.recordedOn = recordedOn;
        this.recordedBy = recordedBy;
    }

    /** Somebody of the branch writes down what was said. */
    static Opinion recorded(BranchTask task, OpinionText said, LocalDate today, long recordedBy) {
        Opinion opinion = new Opinion(task, said.text(), said.about(), said.channel(), false, today, recordedBy);
        opinion.write(said);
        return opinion;
    }

    /** It comes from a list kept elsewhere, which says nothing about days and givers. */
    static Opinion imported(
            BranchTask task,
            String text,
            OpinionAbout about,
            OpinionChannel channel,
            TargetGroup group,
            String sourceKey,
            LocalDate today) {
        Opinion opinion = new Opinion(task, text, about, channel, false, today, null);
        opinion.targetGroup = group;
        opinion.sourceKey = sourceKey;
        return opinion;
    }

    /** It comes out of the anonymous box; the day is that of the release. */
    static Opinion released(
            BranchTask task, String text, OpinionAbout about, @Nullable TargetGroup group, int copies, LocalDate day) {
        Opinion opinion = new Opinion(task, text, about, OpinionChannel.BOX, true, day, null);
        opinion.targetGroup = group;
        opinion.givenOn = day;
        opinion.copies = copies;
        return opinion;
    }

    /** The same words have come out of the box again. */
    void cameAgain(int times) {
        this.copies += times;
    }

    /**
     * Corrects what was written down.
     *
     * @throws RuleViolationException {@code opinion.anonymous.fixed} for what came out of the box,
     *     {@code opinion.withdrawn} for what was withdrawn
     */
    void correct(OpinionText said) {
        mustBeOpen();
        write(said);
    }

    private void write(OpinionText said) {
        this.text = said.text();
        this.about = said.about();
        this.channel = said.channel();
        this.targetGroup = said.group();
        this.collectionId = said.collection();
        this.giverId = said.giver();
        this.givenOn = said.givenOn();
    }

    private void mustBeOpen() {
        if (anonymous) {
            throw new RuleViolationException("opinion.anonymous.fixed");
        }
        if (withdrawnOn != null) {
            throw new RuleViolationException("opinion.withdrawn");
        }
    }

    /**
     * Withdraws what was written down by mistake. Its number is not used again.
     *
     * @throws RuleViolationException as {@link #correct}, and {@code opinion.withdraw.merged} if it stands in a point
     */
    void withdraw(String reason, LocalDate today) {
        mustBeOpen();
        if (pointId != null) {
            throw new RuleViolationException("opinion.withdraw.merged");
        }
        this.withdrawnOn = today;
        this.withdrawnReason = reason;
    }

    /**
     * Marks an anonymous opinion.
     *
     * @throws RuleViolationException {@code opinion.mark.signed} if it is none
     */
    void mark(OpinionMark as, String reason) {
        if (!anonymous) {
            throw new RuleViolationException("opinion.mark.signed");
        }
        this.mark = as;
        this.markReason = reason;
    }

    /**
     * Puts it under a point.
     *
     * @throws RuleViolationException {@code opinion.withdrawn} if it was withdrawn, {@code opinion.merged-already} if it
     *     stands under another one
     */
    void putUnder(DigestPoint point) {
        if (withdrawnOn != null) {
            throw new RuleViolationException("opinion.withdrawn");
        }
        if (pointId != null && !pointId.equals(point.getId())) {
            throw new RuleViolationException("opinion.merged-already", number);
        }
        this.pointId = point.getId();
    }

    void takeOut() {
        this.pointId = null;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public BranchTask getTask() {
        return task;
    }

    public int getNumber() {
        return number;
    }

    public String getText() {
        return text;
    }

    public OpinionAbout getAbout() {
        return about;
    }

    public OpinionChannel getChannel() {
        return channel;
    }

    /** Null only for an anonymous one whose giver did not say. */
    public @Nullable TargetGroup getTargetGroup() {
        return targetGroup;
    }

    public @Nullable Long getCollectionId() {
        return collectionId;
    }

    public @Nullable Long getGiverId() {
        return giverId;
    }

    public boolean isAnonymous() {
        return anonymous;
    }

    public @Nullable LocalDate getGivenOn() {
        return givenOn;
    }

    public @Nullable Long getRecordedBy() {
        return recordedBy;
    }

    public int getCopies() {
        return copies;
    }

    public @Nullable Long getPointId() {
        return pointId;
    }

    public @Nullable LocalDate getWithdrawnOn() {
        return withdrawnOn;
    }

    /** Null as long as nobody has marked it. */
    public @Nullable OpinionMark getMark() {
        return mark;
    }

    public @Nullable String getMarkReason() {
        return markReason;
    }

    public @Nullable String getWithdrawnReason() {
        return withdrawnReason;
    }

    public long getVersion() {
        return version;
    }
}
