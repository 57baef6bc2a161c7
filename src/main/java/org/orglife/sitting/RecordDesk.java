package org.orglife.sitting;

import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes hold of the record of a meeting that is over, for the same people who work its console. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class RecordDesk {

    private final Desk desk;

    RecordDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * The last meeting of a task while its record is open, kept from everybody else until the end of the transaction.
     *
     * @throws NotFoundException if there is no such task, or its branch lies outside the scope
     * @throws RuleViolationException {@code sitting.none} before the check-in, {@code sitting.desk-only} for others than
     *     those at the desk, {@code sitting.signed} once the record is signed, {@code sitting.not-over} before the end
     */
    public HeldMeeting hold(long taskId, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        requireOver(held);
        return held;
    }

    /** The same whether its record is open or signed. */
    public HeldMeeting holdAny(long taskId, BranchScope scope) {
        HeldMeeting held = desk.holdAny(taskId, scope);
        requireOver(held);
        return held;
    }

    private static void requireOver(HeldMeeting held) {
        if (!held.getPhase().isHeld()) {
            throw new RuleViolationException("sitting.not-over");
        }
    }
}
