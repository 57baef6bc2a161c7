package org.orglife.campaign;

import java.util.List;

/** The steps of one phase with their count. */
public record PhaseSteps(StepPhase phase, List<StepRow> rows) {

    public PhaseSteps {
        rows = List.copyOf(rows);
    }

    /** Those of the steps that belong to the phase, in their order; what is not asked for this time is left out. */
    public static PhaseSteps of(StepPhase phase, List<StepRow> steps) {
        return new PhaseSteps(
                phase,
                steps.stream()
                        .filter(row -> row.code().phase() == phase && row.level() != StepLevel.OFF)
                        .toList());
    }

    /** Steps done, of those asked for. */
    public long done() {
        return rows.stream().filter(row -> row.state() == StepState.DONE).count();
    }

    public long askedFor() {
        return rows.size();
    }

    public long percent() {
        return askedFor() == 0 ? 0 : done() * 100 / askedFor();
    }
}
