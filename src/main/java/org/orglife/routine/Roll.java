package org.orglife.routine;

import java.util.Map;
import java.util.Set;
import org.orglife.sitting.AbsenceReason;

/**
 * Who was there, as it was ticked.
 *
 * @param listed members whom the form asked about
 * @param present of these, whoever came
 * @param reasons why some of the others did not, as far as it is known
 */
public record Roll(Set<Long> listed, Set<Long> present, Map<Long, AbsenceReason> reasons) {

    public Roll {
        listed = Set.copyOf(listed);
        present = Set.copyOf(present);
        reasons = Map.copyOf(reasons);
    }
}
