package org.orglife.rectification;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Member;
import org.orglife.shared.RuleViolationException;

/** 措施: one concrete action against a problem, with one owner and one date, or for the long term. */
@Entity
public class Measure {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "item_id", updatable = false)
    private RectificationItem item;

    @Column(updatable = false)
    private Long taskId;

    @Column(updatable = false)
    private int number;

    private int position;
    private String text;
    private @Nullable String target;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "owner_id")
    private Member owner;

    @Enumerated(EnumType.STRING)
    private Track track;

    private @Nullable LocalDate dueOn;
    private @Nullable String progress;
    private @Nullable LocalDate progressOn;
    private @Nullable LocalDate doneOn;
    private @Nullable LocalDate stageAcceptedOn;
    private @Nullable LocalDate nextStageOn;
    private @Nullable LocalDate firstDueOn;
    private int extensions;

    @Embedded
    private @Nullable ExtensionRequest extensionRequest;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Measure() {}

    @SuppressWarnings("NullAway.Init")
    Measure(RectificationItem item, int number, int position, Member owner, MeasurePlan plan) {
        this.item = item;
        this.branchId = item.getBranchId();
        this.taskId = item.getTaskId();
        this.number = number;
        this.position = position;
        plan(owner, plan);
    }

    /**
     * Plans the measure anew.
     *
     * @throws RuleViolationException {@code rectification.measure.due-missing} if it is not for the long term and has no
     *     date, {@code rectification.measure.due-too-much} if it is and has one
     */
    final void plan(Member newOwner, MeasurePlan plan) {
        if (plan.track() == Track.LONG_TERM && plan.dueOn() != null) {
            throw new RuleViolationException("rectification.measure.due-too-much");
        }
        if (plan.track() != Track.LONG_TERM && plan.dueOn() == null) {
            throw new RuleViolationException("rectification.measure.due-missing");
        }
        this.owner = newOwner;
        this.text = plan.text();
        this.target = plan.target();
        this.track = plan.track();
        this.dueOn = plan.dueOn();
        if (track != Track.LONG_TERM) {
            this.stageAcceptedOn = null;
            this.nextStageOn = null;
        }
        if (dueOn == null || (firstDueOn != null && !dueOn.isAfter(firstDueOn))) {
            this.firstDueOn = null;
        }
    }

    /** When a result of a long-term measure is expected next. */
    void expectStage(LocalDate on) {
        if (track == Track.LONG_TERM) {
            this.nextStageOn = on;
        }
    }

    /**
     * 申请延期: its owner asks for a later date while it is in time.
     *
     * @throws RuleViolationException {@code rectification.extension.long-term} if it has no date, {@code .done} if it is
     *     done, {@code .waiting} if a request waits already, {@code .too-late} with its date once that is past,
     *     {@code .not-later} if the new date is not after it
     */
    void askExtension(ExtensionRequest request) {
        if (dueOn == null) {
            throw new RuleViolationException("rectification.extension.long-term");
        }
        if (isDone()) {
            throw new RuleViolationException("rectification.extension.done");
        }
        if (extensionRequest != null) {
            throw new RuleViolationException("rectification.extension.waiting");
        }
        if (dueOn.isBefore(request.askedOn())) {
            throw new RuleViolationException("rectification.extension.too-late", dueOn);
        }
        if (!request.until().isAfter(dueOn)) {
            throw new RuleViolationException("rectification.extension.not-later", dueOn);
        }
        this.extensionRequest = request;
    }

    /**
     * 同意延期: the date it had first is kept.
     *
     * @throws RuleViolationException {@code rectification.extension.none} if nothing is asked for any more,
     *     {@code .past} if the date asked for has gone by
     */
    void extend(LocalDate today) {
        ExtensionRequest request = requireExtensionRequest();
        if (request.until().isBefore(today)) {
            throw new RuleViolationException("rectification.extension.past", request.until());
        }
        this.firstDueOn = firstDueOn == null ? dueOn : firstDueOn;
        this.dueOn = request.until();
        this.extensions++;
        this.extensionRequest = null;
    }

    /** The request is refused or taken back. */
    void dropExtensionRequest() {
        requireExtensionRequest();
        this.extensionRequest = null;
    }

    /** Whether a later date is asked for that can still be given: the measure is neither done nor has another date. */
    public boolean isExtensionAsked() {
        return extensionRequest != null
                && !isDone()
                && item.getState().isWorkable()
                && dueOn != null
                && extensionRequest.until().isAfter(dueOn);
    }

    ExtensionRequest requireExtensionRequest() {
        ExtensionRequest request = extensionRequest;
        if (request == null || !isExtensionAsked()) {
            throw new RuleViolationException("rectification.extension.none");
        }
        return request;
    }

    void moveTo(int newPosition) {
        this.position = newPosition;
    }

    void report(String words, LocalDate on) {
        this.progress = words;
        this.progressOn = on;
    }

    /** It is done; of a long-term measure: a result of this stage is there. */
    void complete(LocalDate on, @Nullable String words) {
        this.doneOn = on;
        if (words != null) {
            report(words, on);
        }
    }

    void reopen() {
        this.doneOn = null;
        this.stageAcceptedOn = null;
    }

    /** The result of a long-term measure counts for this stage. */
    void acceptStage(LocalDate on) {
        if (track == Track.LONG_TERM) {
            this.stageAcceptedOn = on;
        }
    }

    /** Days past its date, 0 if it is in time, done or for the long term. */
    public long daysOverdue(LocalDate today) {
        if (doneOn != null || dueOn == null || item.getState().isFinal() || !dueOn.isBefore(today)) {
            return 0;
        }
        return ChronoUnit.DAYS.between(dueOn, today);
    }

    /** Whether anything has been reported on it. */
    boolean isBegun() {
        return isDone() || progress != null;
    }

    public boolean isDone() {
        return doneOn != null;
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

    public RectificationItem getItem() {
        return item;
    }

    public int getNumber() {
        return number;
    }

    public int getPosition() {
        return position;
    }

    public String getText() {
        return text;
    }

    public @Nullable String getTarget() {
        return target;
    }

    public Member getOwner() {
        return owner;
    }

    public Track getTrack() {
        return track;
    }

    public @Nullable LocalDate getDueOn() {
        return dueOn;
    }

    public @Nullable String getProgress() {
        return progress;
    }

    public @Nullable LocalDate getProgressOn() {
        return progressOn;
    }

    public @Nullable LocalDate getDoneOn() {
        return doneOn;
    }

    public @Nullable LocalDate getStageAcceptedOn() {
        return stageAcceptedOn;
    }

    public @Nullable LocalDate getNextStageOn() {
        return nextStageOn;
    }

    /** Its date before it was extended; null if it never was. */
    public @Nullable LocalDate getFirstDueOn() {
        return firstDueOn;
    }

    /** How often it was extended. */
    public int getExtensions() {
        return extensions;
    }

    public @Nullable ExtensionRequest getExtensionRequest() {
        return extensionRequest;
    }

    public long getVersion() {
        return version;
    }
}
