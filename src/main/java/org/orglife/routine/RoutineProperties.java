package org.orglife.routine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for the ordinary meetings of all branches.
 *
 * @param lectures how often there is generally a lecture (党课); superiors say it differently
 */
@ConfigurationProperties("orglife.routine")
public record RoutineProperties(@DefaultValue("QUARTER") Every lectures) {

    /** How often meetings of a kind are generally held (domain 3.7). */
    public Every every(RoutineKind kind) {
        return switch (kind) {
            case GENERAL_MEETING -> Every.QUARTER;
            case COMMITTEE, GROUP, THEME_DAY -> Every.MONTH;
            case LECTURE -> lectures;
        };
    }
}
