package org.orglife.sitting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.PositionKind;

/**
 * A turn with its wording, for those who may read it (domain 7.2): the committee, and of a member's own turn himself.
 *
 * @param critics in the order in which they were noted
 */
public record TurnRow(
        long id,
        long memberId,
        String name,
        @Nullable PositionKind seat,
        TurnStage stage,
        @Nullable String skipReason,
        @Nullable String selfCriticism,
        @Nullable String response,
        List<Critic> critics) {

    public TurnRow {
        critics = List.copyOf(critics);
    }

    /** Whether he is noted as one of the critics. */
    public boolean isCriticisedBy(@Nullable Long member) {
        return critics.stream()
                .anyMatch(critic -> Long.valueOf(critic.memberId()).equals(member));
    }

    /** What was noted of his criticism; null for nothing. */
    public @Nullable String gistOf(long member) {
        return critics.stream()
                .filter(critic -> critic.memberId() == member)
                .findFirst()
                .map(Critic::gist)
                .orElse(null);
    }
}
