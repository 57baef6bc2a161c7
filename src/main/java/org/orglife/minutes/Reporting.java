package org.orglife.minutes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.Holding;
import org.orglife.campaign.ReportLine;
import org.orglife.meeting.Meetings;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.sitting.ConsoleQuery;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 上报: a branch reports its meeting (gate G4), or its superior has it held again. */
@Service
@Transactional
public class Reporting {

    private final BranchTaskService tasks;
    private final ReportGate gate;
    private final Holding holding;
    private final Meetings meetings;
    private final ConsoleQuery console;

    Reporting(BranchTaskService tasks, ReportGate gate, Holding holding, Meetings meetings, ConsoleQuery console) {
        this.tasks = tasks;
        this.gate = gate;
        this.holding = holding;
        this.meetings = meetings;
        this.console = console;
    }

    /**
     * Reports the meeting to the superior.
     *
     * @param reason why it reports although a warning stands; null for none given
     * @throws RuleViolationException the code of the first line that must be there, {@code minutes.report.reason} if there
     *     are warnings and no reason, and what {@link Holding#report} refuses
     */
    public void report(long taskId, @Nullable String reason, Actor actor, BranchScope scope) {
        BranchTask task = tasks.workOn(taskId, scope);
        List<ReportLine> missing = gate.missing(task, scope);
        for (ReportLine line : missing) {
            if (line.must()) {
                throw new RuleViolationException(line.code(), line.arguments().toArray());
            }
        }
        if (!missing.isEmpty() && reason == null) {
            throw new RuleViolationException("minutes.report.reason");
        }
        holding.report(taskId, missing.isEmpty() ? null : reason, actor, scope);
    }

    /**
     * 责成重开: the meeting is to be held again; the record of the first one stays as it is.
     *
     * @param reason 1 to 300 characters; the branch reads it
     * @throws RuleViolationException {@code minutes.redo.none} if none has been held here, and what {@link Holding#redo}
     *     refuses
     */
    public void redo(long taskId, String reason, Actor actor, BranchScope scope) {
        BranchTask task = tasks.workOn(taskId, scope);
        boolean over =
                console.held(task).filter(held -> held.getPhase().isHeld()).isPresent();
        if (!over) {
            throw new RuleViolationException("minutes.redo.none");
        }
        holding.redo(taskId, reason, actor, scope);
        meetings.repeat(task);
    }
}
