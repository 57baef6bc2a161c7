package org.orglife.routine.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.routine.ExpectedMember;
import org.orglife.sitting.AbsenceReason;

/** One of those who are expected, as the form asks about him. */
record RollLine(
        ExpectedMember person, boolean present, @Nullable AbsenceReason reason) {

    /** Everybody has a tick but those who were listed before and had none. */
    static List<RollLine> of(
            List<ExpectedMember> expected, Set<Long> listed, Set<Long> present, Map<Long, AbsenceReason> reasons) {
        return expected.stream()
                .map(person -> new RollLine(
                        person,
                        !listed.contains(person.id()) || present.contains(person.id()),
                        reasons.get(person.id())))
                .toList();
    }
}
