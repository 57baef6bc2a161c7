package org.orglife.publication;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.orglife.shared.RuleViolationException;

/**
 * What is said around the rows.
 *
 * @param intro the sentence above the rows
 * @param contact whom to tell if something is not so: name and phone, or a place
 * @param signature 落款
 * @param from first day it is shown
 * @param until last day it is shown
 * @param onPage whether it is to have an address that opens without sign-in
 */
public record PublicationDetails(
        Reach reach,
        String title,
        String intro,
        String contact,
        String signature,
        LocalDate from,
        LocalDate until,
        boolean onPage) {

    private static final int LONGEST_PERIOD = 366;

    /** Days it is shown, the first and the last among them. */
    public long days() {
        return ChronoUnit.DAYS.between(from, until) + 1;
    }

    /**
     * Whether it is shown long enough, and not for ever.
     *
     * @param least days the campaign asks for
     * @throws RuleViolationException {@code publication.period.backwards}, {@code publication.period.short}, {@code
     *     publication.period.long}
     */
    void checkPeriod(int least) {
        if (until.isBefore(from)) {
            throw new RuleViolationException("publication.period.backwards");
        }
        if (days() < least) {
            throw new RuleViolationException("publication.period.short", least, days());
        }
        if (days() > LONGEST_PERIOD) {
            throw new RuleViolationException("publication.period.long");
        }
    }

    /** The same, beginning no earlier than that day; it keeps its length. */
    PublicationDetails notBefore(LocalDate day) {
        return from.isBefore(day)
                ? new PublicationDetails(reach, title, intro, contact, signature, day, day.plusDays(days() - 1), onPage)
                : this;
    }
}
