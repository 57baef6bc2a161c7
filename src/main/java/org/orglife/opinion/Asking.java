package org.orglife.opinion;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.RuleViolationException;

/**
 * A time of asking as it is entered.
 *
 * @param issued sheets handed out; null where none were
 * @param returned sheets that came back, never more than were handed out
 * @param noneReceived whether nobody had anything to say, stated by who entered it
 */
public record Asking(
        OpinionChannel channel,
        TargetGroup group,
        @Nullable Integer issued,
        @Nullable Integer returned,
        LocalDate heldOn,
        @Nullable String place,
        @Nullable String organiser,
        boolean noneReceived) {

    /** @throws RuleViolationException {@code opinion.returned-too-many} if more came back than were handed out */
    public Asking {
        if (channel != OpinionChannel.FORM) {
            issued = null;
            returned = null;
        }
        if (returned != null && (issued == null || returned > issued)) {
            throw new RuleViolationException("opinion.returned-too-many", returned, issued == null ? 0 : issued);
        }
    }
}
