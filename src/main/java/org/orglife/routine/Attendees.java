package org.orglife.routine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.orglife.organisation.Member;
import org.orglife.shared.RuleViolationException;

/** Everybody who was expected at a meeting, the records behind them, and what was ticked. */
record Attendees(List<ExpectedMember> expected, Map<Long, Member> members, Roll roll) {

    Attendees {
        expected = List.copyOf(expected);
        members = Map.copyOf(members);
    }

    Member member(ExpectedMember one) {
        return Objects.requireNonNull(members.get(one.id()));
    }

    boolean isPresent(ExpectedMember one) {
        return roll.present().contains(one.id());
    }

    /** Refuses a meeting at which nobody was ({@code routine.nobody-present}). */
    void requireSomebody() {
        if (expected.stream().noneMatch(this::isPresent)) {
            throw new RuleViolationException("routine.nobody-present");
        }
    }
}
