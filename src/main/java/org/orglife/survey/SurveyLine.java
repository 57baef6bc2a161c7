package org.orglife.survey;

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
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.rectification.Approval.Verdict;

/** One thing that a survey asks about, in the words that are shown, and what it came to. */
@Entity
public class SurveyLine {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "survey_id", updatable = false)
    private SatisfactionSurvey survey;

    @Column(updatable = false)
    private int position;

    @Column(updatable = false)
    private @Nullable Long itemId;

    @Column(updatable = false)
    private boolean personal;

    private String words;
    private @Nullable Integer valid;
    private @Nullable Integer satisfied;
    private @Nullable Integer fairly;
    private @Nullable Integer basically;
    private @Nullable Integer dissatisfied;

    @Enumerated(EnumType.STRING)
    private @Nullable Verdict verdict;

    @SuppressWarnings("NullAway.Init")
    protected SurveyLine() {}

    SurveyLine(SatisfactionSurvey survey, int position, Asked asked) {
        this.survey = survey;
        this.branchId = survey.getBranchId();
        this.position = position;
        this.itemId = asked.itemId();
        this.personal = asked.personal();
        this.words = asked.words();
    }

    /**
     * What a line asks about.
     *
     * @param itemId null for the rectification as a whole
     * @param personal whether it is somebody's own: then its words name him and never quote the problem
     */
    record Asked(@Nullable Long itemId, boolean personal, String words) {}

    /** Writes it anew; the words about somebody's own item are nobody's to write. */
    void write(String anew) {
        if (!personal) {
            this.words = anew;
        }
    }

    /** Writes down what it came to, once. */
    void count(SatisfactionCount count, int threshold) {
        this.valid = count.valid();
        this.verdict = count.verdict(threshold);
        if (!count.isSuppressed()) {
            this.satisfied = count.at(SatisfactionLevel.SATISFIED);
            this.fairly = count.at(SatisfactionLevel.FAIRLY);
            this.basically = count.at(SatisfactionLevel.BASICALLY);
            this.dissatisfied = count.at(SatisfactionLevel.DISSATISFIED);
        }
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    SatisfactionSurvey getSurvey() {
        return survey;
    }

    public int getPosition() {
        return position;
    }

    public @Nullable Long getItemId() {
        return itemId;
    }

    public boolean isPersonal() {
        return personal;
    }

    public String getWords() {
        return words;
    }

    /** Null until the survey is closed. */
    public @Nullable Verdict getVerdict() {
        return verdict;
    }

    /** What the answers came to; null until the survey is closed. */
    public @Nullable SatisfactionCount getCount() {
        if (valid == null) {
            return null;
        }
        Map<SatisfactionLevel, Integer> levels = new EnumMap<>(SatisfactionLevel.class);
        if (satisfied != null) {
            levels.put(SatisfactionLevel.SATISFIED, satisfied);
            levels.put(SatisfactionLevel.FAIRLY, Objects.requireNonNullElse(fairly, 0));
            levels.put(SatisfactionLevel.BASICALLY, Objects.requireNonNullElse(basically, 0));
            levels.put(SatisfactionLevel.DISSATISFIED, Objects.requireNonNullElse(dissatisfied, 0));
        }
        return new SatisfactionCount(valid, levels);
    }
}
