package org.orglife.survey;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.opinion.TargetGroup;
import org.orglife.shared.RuleViolationException;

/**
 * 满意度测评 of single items, or of the whole rectification of a branch. Somebody's own item is asked about among the members
 * of the branch alone, with codes alone, and by his name: never in the words of his problem.
 */
@Entity
public class SatisfactionSurvey {

    /** Most things asked about at once: one page on a phone. */
    public static final int MOST_LINES = 20;

    /** Most days from now on until the last one. */
    public static final int LONGEST_DAYS = 90;

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
    private SurveyState state = SurveyState.DRAFT;

    @Column(updatable = false)
    private boolean whole;

    @Column(updatable = false)
    private boolean personal;

    @Enumerated(EnumType.STRING)
    private TargetGroup targetGroup;

    @Enumerated(EnumType.STRING)
    private SatisfactionScale scale;

    @Column(updatable = false)
    private int threshold;

    private LocalDate closesOn;
    private boolean remarksAsked;
    private boolean openToAll;
    private int codes;

    @Column(updatable = false)
    private UUID address = UUID.randomUUID();

    private byte @Nullable [] wrappedKey;

    @Column(updatable = false)
    private Long preparedBy;

    private @Nullable LocalDate openedOn;
    private @Nullable LocalDate closedOn;
    private @Nullable Integer answers;

    @OneToMany(mappedBy = "survey", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<SurveyLine> lines = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected SatisfactionSurvey() {}

    /**
     * A survey that is prepared.
     *
     * @throws RuleViolationException {@code survey.nothing-chosen}, {@code survey.too-many}
     */
    @SuppressWarnings("NullAway.Init") // write sets the rest
    SatisfactionSurvey(BranchTask task, int number, List<SurveyLine.Asked> asked, SurveyTerms terms, long preparedBy) {
        if (asked.isEmpty()) {
            throw new RuleViolationException("survey.nothing-chosen");
        }
        if (asked.size() > MOST_LINES) {
            throw new RuleViolationException("survey.too-many", MOST_LINES);
        }
        this.branchId = task.getBranch().getId();
        this.taskId = task.getId();
        this.number = number;
        this.whole = asked.stream().allMatch(line -> line.itemId() == null);
        this.personal = asked.stream().anyMatch(SurveyLine.Asked::personal);
        this.threshold = SatisfactionCount.USUAL_THRESHOLD;
        this.preparedBy = preparedBy;
        asked.forEach(line -> lines.add(new SurveyLine(this, lines.size() + 1, line)));
        this.targetGroup = terms.group();
        this.scale = terms.scale();
        this.closesOn = terms.closesOn();
        this.remarksAsked = terms.remarks();
    }

    /**
     * Changes how it is asked, and the words of its lines.
     *
     * @param words one of each line, in their order
     * @throws RuleViolationException {@code survey.state} once it is open, {@code survey.personal-members} where somebody's
     *     own item is among them and others than members are asked
     */
    void write(SurveyTerms terms, List<String> words) {
        require(SurveyState.DRAFT);
        if (personal && terms.group() != TargetGroup.MEMBER) {
            throw new RuleViolationException("survey.personal-members");
        }
        this.targetGroup = terms.group();
        this.scale = terms.scale();
        this.closesOn = terms.closesOn();
        this.remarksAsked = terms.remarks();
        for (int at = 0; at < Math.min(words.size(), lines.size()); at++) {
            lines.get(at).write(words.get(at));
        }
    }

    /**
     * Opens it.
     *
     * @param key of its own, sealed
     * @throws RuleViolationException {@code survey.state}, {@code survey.day} if its last day has passed, {@code
     *     survey.personal-codes} where somebody's own item is among them and everybody could answer
     */
    void open(byte[] key, boolean toAll, LocalDate today) {
        if (personal && toAll) {
            throw new RuleViolationException("survey.personal-codes");
        }
        requirePeriod(closesOn, today);
        become(SurveyState.OPEN);
        this.wrappedKey = key;
        this.openToAll = toAll;
        this.openedOn = today;
    }

    /** Refuses a last day that has passed or is too far away: {@code survey.day}. */
    static void requirePeriod(LocalDate closesOn, LocalDate today) {
        if (closesOn.isBefore(today) || closesOn.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw new RuleViolationException("survey.day", LONGEST_DAYS);
        }
    }

    /** More codes were made. */
    void made(int more) {
        this.codes += more;
    }

    /** Closes it for good: its key is gone with what it sealed. */
    void close(int came, LocalDate today) {
        become(SurveyState.CLOSED);
        this.wrappedKey = null;
        this.closedOn = today;
        this.answers = came;
    }

    /** @throws RuleViolationException {@code survey.state} in any other state */
    void require(SurveyState wanted) {
        if (state != wanted) {
            throw new RuleViolationException("survey.state");
        }
    }

    private void become(SurveyState next) {
        if (!state.canBecome(next)) {
            throw new RuleViolationException("survey.state");
        }
        this.state = next;
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

    public int getNumber() {
        return number;
    }

    public SurveyState getState() {
        return state;
    }

    /** Whether it asks about the rectification as a whole. */
    public boolean isWhole() {
        return whole;
    }

    /** Whether somebody's own item is among what it asks about. */
    public boolean isPersonal() {
        return personal;
    }

    public TargetGroup getTargetGroup() {
        return targetGroup;
    }

    public SatisfactionScale getScale() {
        return scale;
    }

    /** Satisfied of a hundred that an item needs. */
    public int getThreshold() {
        return threshold;
    }

    public LocalDate getClosesOn() {
        return closesOn;
    }

    /** Whether nobody can answer any more, though it may still have to be closed. */
    public boolean isOver(LocalDate today) {
        return closesOn.isBefore(today);
    }

    public boolean isRemarksAsked() {
        return remarksAsked;
    }

    public boolean isOpenToAll() {
        return openToAll;
    }

    public int getCodes() {
        return codes;
    }

    /** Under which it is open to all, where it is. */
    public UUID getAddress() {
        return address;
    }

    byte @Nullable [] getWrappedKey() {
        return wrappedKey;
    }

    public @Nullable LocalDate getOpenedOn() {
        return openedOn;
    }

    public @Nullable LocalDate getClosedOn() {
        return closedOn;
    }

    /** Sheets that had come by the end; null until then. */
    public @Nullable Integer getAnswers() {
        return answers;
    }

    public List<SurveyLine> getLines() {
        return List.copyOf(lines);
    }

    public long getVersion() {
        return version;
    }
}
