package org.orglife.lookback;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.shared.RuleViolationException;

/** 一轮回头看: which items of a branch's task are looked at again, when and by whom. */
@Entity
public class LookBackRound {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long taskId;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    private RoundState state = RoundState.PLANNED;

    @Column(updatable = false)
    private boolean byOffice;

    @Column(updatable = false)
    private Long unitId;

    @Enumerated(EnumType.STRING)
    private Extent extent;

    private @Nullable Integer percent;
    private @Nullable Long seed;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Integer> branchPool;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<Integer> personalPool;

    private LocalDate plannedOn;
    private LocalDate drawnOn;
    private Long drawnBy;
    private String drawnByName;
    private @Nullable LocalDate finishedOn;
    private @Nullable String finishedByName;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "look_back_inspector", joinColumns = @JoinColumn(name = "round_id"))
    @OrderColumn(name = "position")
    private List<Inspector> inspectors = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected LookBackRound() {}

    /**
     * Who drew it.
     *
     * @param unit where he acts
     * @param office whether for a superior's office
     */
    record Drawer(long account, String name, long unit, boolean office, LocalDate on) {}

    /**
     * A round is drawn.
     *
     * @param seed null unless it is a sample
     * @throws RuleViolationException {@code lookback.no-inspector} if nobody is to look
     */
    LookBackRound(
            BranchTask task,
            int number,
            DrawRound how,
            Pool pool,
            @Nullable Long seed,
            List<Inspector> inspectors,
            Drawer by) {
        if (inspectors.isEmpty()) {
            throw new RuleViolationException("lookback.no-inspector");
        }
        this.taskId = task.getId();
        this.branchId = task.getBranch().getId();
        this.number = number;
        this.extent = how.extent();
        this.percent = how.percent();
        this.plannedOn = how.plannedOn();
        this.seed = seed;
        this.branchPool = pool.numbers(false);
        this.personalPool = pool.numbers(true);
        this.inspectors.addAll(inspectors);
        this.byOffice = by.office();
        this.unitId = by.unit();
        this.drawnBy = by.account();
        this.drawnByName = by.name();
        this.drawnOn = by.on();
    }

    /** A result is noted; the first one begins the round. */
    void begun() {
        if (state == RoundState.PLANNED) {
            become(RoundState.RUNNING);
        }
        requireOpen();
    }

    void requireOpen() {
        if (!state.isOpen()) {
            throw new RuleViolationException("lookback.over");
        }
    }

    /**
     * Every item has its result.
     *
     * @throws RuleViolationException {@code lookback.over} if it is finished or cancelled
     */
    void finish(String by, LocalDate on) {
        become(RoundState.FINISHED);
        this.finishedByName = by;
        this.finishedOn = on;
    }

    /**
     * Nobody is going to look.
     *
     * @throws RuleViolationException {@code lookback.begun} once somebody has, {@code lookback.over}
     */
    void cancel() {
        if (state == RoundState.RUNNING) {
            throw new RuleViolationException("lookback.begun");
        }
        become(RoundState.CANCELLED);
    }

    private void become(RoundState next) {
        if (!state.canBecome(next)) {
            throw new RuleViolationException("lookback.over");
        }
        this.state = next;
    }

    /**
     * Who looks, by his place.
     *
     * @throws RuleViolationException {@code lookback.no-such-inspector} if there is none at that place
     */
    Inspector inspector(int place) {
        if (place < 0 || place >= inspectors.size()) {
            throw new RuleViolationException("lookback.no-such-inspector");
        }
        return inspectors.get(place);
    }

    /** Whether a member is to look. */
    boolean isInspectedBy(@Nullable Long memberId) {
        return memberId != null
                && inspectors.stream().anyMatch(inspector -> Objects.equals(inspector.memberId(), memberId));
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

    /** Within its task, from 1; never used twice. */
    public int getNumber() {
        return number;
    }

    public RoundState getState() {
        return state;
    }

    /** Whether a superior's office drew it and notes the results. */
    public boolean isByOffice() {
        return byOffice;
    }

    public Long getUnitId() {
        return unitId;
    }

    public Extent getExtent() {
        return extent;
    }

    /** Null unless it is a sample. */
    public @Nullable Integer getPercent() {
        return percent;
    }

    /** What the lots began with; null unless it is a sample. */
    public @Nullable Long getSeed() {
        return seed;
    }

    /** Numbers of the branch's items it was drawn from. */
    public List<Integer> getBranchPool() {
        return List.copyOf(branchPool);
    }

    /** Numbers of personal items it was drawn from; none where an office drew. */
    public List<Integer> getPersonalPool() {
        return List.copyOf(personalPool);
    }

    public LocalDate getPlannedOn() {
        return plannedOn;
    }

    public LocalDate getDrawnOn() {
        return drawnOn;
    }

    public Long getDrawnBy() {
        return drawnBy;
    }

    public String getDrawnByName() {
        return drawnByName;
    }

    /** Null before its end. */
    public @Nullable LocalDate getFinishedOn() {
        return finishedOn;
    }

    public @Nullable String getFinishedByName() {
        return finishedByName;
    }

    public List<Inspector> getInspectors() {
        return List.copyOf(inspectors);
    }

    public long getVersion() {
        return version;
    }
}
