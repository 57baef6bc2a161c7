package org.orglife.campaign;

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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A step of a campaign with its level and window. */
@Entity
public class StepDefinition {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "campaign_id", updatable = false)
    private Campaign campaign;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private StepCode code;

    @Enumerated(EnumType.STRING)
    private StepLevel level;

    private @Nullable LocalDate windowFrom;
    private @Nullable LocalDate windowUntil;

    @SuppressWarnings("NullAway.Init")
    protected StepDefinition() {}

    StepDefinition(Campaign campaign, PlannedStep step) {
        this.campaign = campaign;
        this.code = step.code();
        plan(step);
    }

    final void plan(PlannedStep step) {
        this.level = step.level();
        this.windowFrom = step.from();
        this.windowUntil = step.until();
    }

    public Campaign getCampaign() {
        return campaign;
    }

    public StepCode getCode() {
        return code;
    }

    public StepLevel getLevel() {
        return level;
    }

    public @Nullable LocalDate getWindowFrom() {
        return windowFrom;
    }

    public @Nullable LocalDate getWindowUntil() {
        return windowUntil;
    }

    public PlannedStep planned() {
        return new PlannedStep(code, level, windowFrom, windowUntil);
    }
}
