package org.orglife.rectification;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.orglife.problem.SubjectKind;

/** A measure that is not done and whose date is near or past, as far as the reader may know of it. */
public record OverdueMeasure(
        long itemId,
        int number,
        long branchId,
        String branch,
        String campaign,
        SubjectKind subjectKind,
        String text,
        long measureId,
        int measureNumber,
        String measure,
        long ownerId,
        String owner,
        LocalDate dueOn) {

    /** Days past its date; negative as long as it is still to come. */
    public long daysLate(LocalDate today) {
        return ChronoUnit.DAYS.between(dueOn, today);
    }

    public boolean isPersonal() {
        return subjectKind.isPersonal();
    }
}
