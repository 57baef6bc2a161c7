package org.orglife.campaign;

import org.orglife.shared.Labelled;

/** What a branch reports. */
public enum ReportMode implements Labelled {
    /** Figures, which the system counts. */
    STATISTICS_ONLY,
    /** Figures and a report in words. */
    STATISTICS_AND_TEXT
}
