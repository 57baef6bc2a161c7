package org.orglife.retention;

import java.time.LocalDate;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long material is kept (domain 7.5). Periods count from the last work in a branch's task once the task or its campaign
 * is over; those of anonymous opinions from the day on which what was made of them was settled.
 *
 * @param cycles later campaigns that have to be over before personal ledgers and texts go, 1 to 10
 */
@ConfigurationProperties("orglife.retention")
public record RetentionProperties(
        @DefaultValue("P1Y") Period talkTexts,
        @DefaultValue("P1Y") Period signedOpinions,
        @DefaultValue("P1Y") Period criticism,
        @DefaultValue("P90D") Period anonymousOpinions,
        @DefaultValue("P3Y") Period reviewPapers,
        @DefaultValue("2") int cycles) {

    private static final int MOST_CYCLES = 10;

    public RetentionProperties {
        if (cycles < 1 || cycles > MOST_CYCLES) {
            throw new IllegalArgumentException("orglife.retention.cycles has to be from 1 to " + MOST_CYCLES);
        }
        for (Period period : new Period[] {talkTexts, signedOpinions, criticism, anonymousOpinions, reviewPapers}) {
            if (period.isNegative() || period.isZero()) {
                throw new IllegalArgumentException("orglife.retention: a period has to be a day at least");
            }
        }
    }

    /** How long it is kept; a day where it is kept by cycles, so that no work of today is touched. */
    public Period of(Material material) {
        return switch (material) {
            case TALK_TEXTS -> talkTexts;
            case SIGNED_OPINIONS -> signedOpinions;
            case CRITICISM -> criticism;
            case ANONYMOUS_OPINIONS -> anonymousOpinions;
            case REVIEW_PAPERS -> reviewPapers;
            case OUTLINES, PERSONAL_LEDGERS -> Period.ofDays(1);
        };
    }

    /** What ended before that day is kept no longer. */
    LocalDate before(Material material, LocalDate today) {
        return today.minus(of(material));
    }
}
