package org.orglife.rectification;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Member;
import org.orglife.problem.Problem;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.data.domain.Persistable;

/**
 * 整改项目: what is done about one {@link Problem}. It is due at its earliest open measure and owned by the owners of
 * all its measures.
 */
@Entity
public class RectificationItem implements Persistable<Long> {

    /** The problem's. */
    @Id
    private Long id;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "id", insertable = false, updatable = false)
    private Problem problem;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long taskId;

    @Enumerated(EnumType.STRING)
    private ItemState state;

    private @Nullable String responsibleLeader;
    private @Nullable String result;
    private @Nullable String evidence;
    private @Nullable LocalDate submittedOn;
    private @Nullable LocalDate verifiedOn;
    private @Nullable LocalDate closedOn;
    private @Nullable Long mergedIntoId;

    @Column(updatable = false)
    private @Nullable Long transferredFromId;

    private int reopenings;

    @Embedded
    private @Nullable Decision decision;

    @OneToMany(mappedBy = "item", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<Measure> measures = new ArrayList<>();

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected RectificationItem() {}

    /** A problem is owned up to. */
    RectificationItem(Problem problem) {
        this.id = problem.getId();
        this.problem = problem;
        this.branchId = problem.getBranchId();
        this.taskId = problem.getTask().getId();
        this.state = ItemState.CLAIMED;
    }

    /** Another branch had the problem before. */
    RectificationItem(Problem problem, RectificationItem from) {
        this(problem);
        this.transferredFromId = from.getId();
    }

    /** Plans a measure; the first one makes the plan. */
    Measure plan(int number, Member owner, MeasurePlan plan) {
        requirePlannable();
        Measure measure = new Measure(this, number, measures.size() + 1, owner, plan);
        measures.add(measure);
        if (state == ItemState.CLAIMED) {
            become(ItemState.PLANNED);
        }
        return measure;
    }

    void requirePlannable() {
        if (!state.isPlannable()) {
            throw new RuleViolationException("rectification.not-plannable");
        }
    }

    /**
     * Drops a measure nobody has worked on.
     *
     * @throws RuleViolationException {@code rectification.measure.begun} if something has been reported on it
     */
    void drop(Measure measure) {
        requirePlannable();
        if (measure.isBegun()) {
            throw new RuleViolationException("rectification.measure.begun");
        }
        forget(measure);
        if (measures.isEmpty() && state == ItemState.PLANNED) {
            become(ItemState.CLAIMED);
        }
    }

    /** Removes a measure; those behind it move up. */
    void forget(Measure measure) {
        measures.remove(measure);
        int position = 1;
        for (Measure left : measures) {
            left.moveTo(position++);
        }
    }

    /** An owner reports progress on a measure. */
    void report(Measure measure, String words, LocalDate on) {
        workOn();
        measure.report(words, on);
    }

    /** An owner has done a measure. */
    void complete(Measure measure, LocalDate on, @Nullable String words) {
        workOn();
        measure.complete(on, words);
    }

    /** A measure turns out not to be done. */
    void reopen(Measure measure) {
        workOn();
        measure.reopen();
    }

    private void workOn() {
        if (!state.isWorkable()) {
            throw new RuleViolationException("rectification.not-workable");
        }
        if (state != ItemState.IN_PROGRESS) {
            become(ItemState.IN_PROGRESS);
        }
    }

    /**
     * 交账: hands the item in.
     *
     * @throws RuleViolationException {@code rectification.measures-missing} without any measure,
     *     {@code rectification.measures-open} while one is not done, {@code rectification.reopened-untouched} if nothing was
     *     done since it was registered again
     */
    void handIn(LocalDate on, String words, @Nullable String evidenceNames) {
        if (measures.isEmpty()) {
            throw new RuleViolationException("rectification.measures-missing");
        }
        requireAllDone();
        if (state == ItemState.REOPENED) {
            throw new RuleViolationException("rectification.reopened-untouched");
        }
        become(ItemState.SUBMITTED);
        this.submittedOn = on;
        this.result = words;
        this.evidence = evidenceNames;
    }

    /** @throws RuleViolationException {@code rectification.measures-open} with how many are not done */
    void requireAllDone() {
        long open = measures.stream().filter(measure -> !measure.isDone()).count();
        if (open > 0) {
            throw new RuleViolationException("rectification.measures-open", open);
        }
    }

    /** Takes a hand-in back before anybody has judged it. */
    void takeBack() {
        become(ItemState.IN_PROGRESS);
        this.submittedOn = null;
    }

    /** 退回: the reviewer wants more. */
    void giveBack() {
        become(ItemState.RETURNED);
        this.submittedOn = null;
        this.verifiedOn = null;
    }

    /**
     * 验收: the reviewer finds the problem solved; what is for the long term counts for this stage.
     *
     * @throws RuleViolationException {@code rectification.measures-open} while a measure is not done
     */
    void verify(LocalDate on) {
        requireAllDone();
        become(ItemState.VERIFIED);
        this.verifiedOn = on;
        measures.forEach(measure -> measure.acceptStage(on));
    }

    /** 销号. */
    void close(LocalDate on) {
        become(ItemState.CLOSED);
        this.closedOn = on;
    }

    /** 复号: the result did not hold; what was checked is to be checked again. */
    void reopen() {
        become(ItemState.REOPENED);
        this.reopenings++;
        this.submittedOn = null;
        this.verifiedOn = null;
        this.closedOn = null;
    }

    /** 撤销, only before work has begun. */
    void withdraw(Decision by) {
        become(ItemState.WITHDRAWN);
        this.decision = by;
    }

    /** 移交: another branch carries it on. */
    void transfer() {
        become(ItemState.TRANSFERRED);
    }

    /**
     * 合并: carried on under another item of the same task and the same subject.
     *
     * @throws RuleViolationException {@code rectification.merge.elsewhere} if the other one belongs to another task or
     *     somebody else, or is finished
     */
    void mergeInto(RectificationItem other) {
        if (other.id.equals(id)
                || !other.taskId.equals(taskId)
                || !other.problem.isOfSameSubject(problem)
                || other.state.isFinal()) {
            throw new RuleViolationException("rectification.merge.elsewhere");
        }
        become(ItemState.MERGED);
        this.mergedIntoId = other.getId();
    }

    /**
     * Gets ready for the measures of an item that is merged into it.
     *
     * @throws RuleViolationException {@code rectification.merge.handed-in} while it waits for its review
     */
    void makeRoomFor(RectificationItem other) {
        if (!state.isPlannable()) {
            throw new RuleViolationException("rectification.merge.handed-in");
        }
        if (state == ItemState.CLAIMED && !other.measures.isEmpty()) {
            become(ItemState.PLANNED);
        }
        if (state == ItemState.PLANNED && other.measures.stream().anyMatch(Measure::isBegun)) {
            become(ItemState.IN_PROGRESS);
        }
    }

    private void become(ItemState next) {
        if (!state.canBecome(next)) {
            throw new RuleViolationException("rectification.wrong-state");
        }
        this.state = next;
    }

    /** Takes over the state that a ledger kept elsewhere gives; it only ever moves on (design 7.17). */
    void takeOver(ForeignState foreign) {
        this.state = foreign.state();
        this.responsibleLeader = foreign.responsibleLeader();
        this.submittedOn = foreign.submittedOn();
        this.verifiedOn = foreign.closedOn();
        this.closedOn = foreign.closedOn();
        if (foreign.closedOn() != null) {
            LocalDate on = foreign.closedOn();
            measures.forEach(measure -> measure.acceptStage(on));
        }
    }

    /** Members who answer for any of its measures. */
    public Set<Long> owners() {
        return measures.stream().map(measure -> measure.getOwner().getId()).collect(Collectors.toSet());
    }

    @Override
    public Long getId() {
        return id;
    }

    public Problem getProblem() {
        return problem;
    }

    public Long getBranchId() {
        return branchId;
    }

    public Long getTaskId() {
        return taskId;
    }

    public ItemState getState() {
        return state;
    }

    public @Nullable String getResponsibleLeader() {
        return responsibleLeader;
    }

    public @Nullable String getResult() {
        return result;
    }

    public @Nullable String getEvidence() {
        return evidence;
    }

    public @Nullable LocalDate getSubmittedOn() {
        return submittedOn;
    }

    public @Nullable LocalDate getVerifiedOn() {
        return verifiedOn;
    }

    public @Nullable LocalDate getClosedOn() {
        return closedOn;
    }

    public @Nullable Long getMergedIntoId() {
        return mergedIntoId;
    }

    /** The item of another branch that this one carries on; null for those put down here. */
    public @Nullable Long getTransferredFromId() {
        return transferredFromId;
    }

    /** How often it was struck off and registered again. */
    public int getReopenings() {
        return reopenings;
    }

    /** By what decision it was taken back; null unless it was. */
    public @Nullable Decision getDecision() {
        return decision;
    }

    /** Days between two results of a long-term measure, as its campaign says. */
    int getReviewInterval() {
        return problem.getTask().getCampaign().getPolicy().longTermReview();
    }

    public long getDoneMeasures() {
        return measures.stream().filter(Measure::isDone).count();
    }

    public List<Measure> getMeasures() {
        return List.copyOf(measures);
    }

    /** The measure of that id. */
    Measure measure(long measureId) {
        return measures.stream()
                .filter(measure -> measure.getId() == measureId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(Measure.class, measureId));
    }

    /** Its number is given before it is saved, so that a number alone does not make it old. */
    @Override
    public boolean isNew() {
        return version == null;
    }

    public long getVersion() {
        return version == null ? 0 : version;
    }
}
