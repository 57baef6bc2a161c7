package org.orglife.lookback;

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
import org.orglife.rectification.ItemState;
import org.orglife.rectification.RectificationItem;
import org.orglife.shared.RuleViolationException;

/** One item of a round, and what was found at it once somebody has looked. */
@Entity
public class LookBackResult {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "round_id", updatable = false)
    private LookBackRound round;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "item_id", updatable = false)
    private RectificationItem item;

    @Enumerated(EnumType.STRING)
    private @Nullable Finding finding;

    @Enumerated(EnumType.STRING)
    private @Nullable CheckedBy way;

    private @Nullable String remark;
    private @Nullable Long inspectorId;
    private @Nullable String inspectorName;
    private @Nullable LocalDate checkedOn;
    private @Nullable String recordedByName;
    private @Nullable Integer reopenings;
    private boolean movedOn;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected LookBackResult() {}

    LookBackResult(LookBackRound round, RectificationItem item) {
        this.round = round;
        this.branchId = round.getBranchId();
        this.item = item;
    }

    /**
     * Whether the item is not what it was when the round was drawn, or when the result was noted: then nothing is noted or
     * corrected any more.
     */
    public boolean isMoved() {
        if (movedOn) {
            return true;
        }
        ItemState expected = finding != null && finding.reopens() ? ItemState.REOPENED : ItemState.CLOSED;
        return item.getState() != expected || (reopenings != null && reopenings != item.getReopenings());
    }

    /** Whether somebody still has to look. */
    public boolean isMissing() {
        return finding == null && !isMoved();
    }

    /**
     * Checks that this may be noted now.
     *
     * @throws RuleViolationException {@code lookback.over}, {@code lookback.moved}, {@code lookback.reopened-already} if
     *     the item was registered again because of what was noted first and that is to be taken back, {@code
     *     lookback.remark-missing}
     */
    void require(RecordResult words) {
        round.requireOpen();
        if (isMoved()) {
            throw new RuleViolationException("lookback.moved");
        }
        if (finding != null && finding.reopens() && !words.finding().reopens()) {
            throw new RuleViolationException("lookback.reopened-already");
        }
        if (words.finding().needsRemark() && words.remark() == null) {
            throw new RuleViolationException("lookback.remark-missing");
        }
    }

    /** Notes what was found, or corrects it; the item has been registered again already if it was to be. */
    void record(RecordResult words, Inspector inspector, String by) {
        this.finding = words.finding();
        this.way = words.way();
        this.remark = words.remark();
        this.inspectorId = inspector.memberId();
        this.inspectorName = inspector.name();
        this.checkedOn = words.checkedOn();
        this.recordedByName = by;
        this.reopenings = item.getReopenings();
        round.begun();
    }

    /** At the end of the round: an item that nobody looked at, because it was being worked on again. */
    void close() {
        this.movedOn = movedOn || (finding == null && isMoved());
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public LookBackRound getRound() {
        return round;
    }

    public RectificationItem getItem() {
        return item;
    }

    /** Null while nobody has looked. */
    public @Nullable Finding getFinding() {
        return finding;
    }

    public @Nullable CheckedBy getWay() {
        return way;
    }

    public @Nullable String getRemark() {
        return remark;
    }

    /** Null for somebody who is no member of the branch. */
    public @Nullable Long getInspectorId() {
        return inspectorId;
    }

    public @Nullable String getInspectorName() {
        return inspectorName;
    }

    public @Nullable LocalDate getCheckedOn() {
        return checkedOn;
    }

    /** Who noted it, who need not be who looked. */
    public @Nullable String getRecordedByName() {
        return recordedByName;
    }

    /** Whether the round ended without a result, because the item was being worked on again. */
    public boolean isMovedOn() {
        return movedOn;
    }

    public boolean isPersonal() {
        return item.getProblem().getSubjectKind().isPersonal();
    }

    public long getVersion() {
        return version;
    }
}
