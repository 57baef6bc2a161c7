package org.orglife.sitting;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 发言、点评: what guests say at a meeting, one after the other, and what becomes of it. */
@Service
@Transactional
public class Statements {

    private final Desk desk;
    private final BranchTaskService tasks;
    private final AgendaItemRepository items;
    private final AttendanceRepository attendances;
    private final MeetingStatementRepository statements;
    private final HeldMeetingRepository helds;
    private final AuditTrail audit;

    Statements(
            Desk desk,
            BranchTaskService tasks,
            AgendaItemRepository items,
            AttendanceRepository attendances,
            MeetingStatementRepository statements,
            HeldMeetingRepository helds,
            AuditTrail audit) {
        this.desk = desk;
        this.tasks = tasks;
        this.items = items;
        this.attendances = attendances;
        this.statements = statements;
        this.helds = helds;
        this.audit = audit;
    }

    /**
     * Notes that somebody who is there has spoken; noting it again changes nothing.
     *
     * @throws RuleViolationException {@code sitting.statement.item} for an item in which guests do not speak, {@code
     *     sitting.statement.absent} if he is not there
     */
    public void spoke(long taskId, long itemId, long attendanceId, BranchScope scope) {
        HeldMeeting held = desk.hold(taskId, scope);
        AgendaItem item =
                items.find(itemId, held.getId()).orElseThrow(() -> new NotFoundException(AgendaItem.class, itemId));
        if (!item.getType().isForStatements()) {
            throw new RuleViolationException("sitting.statement.item", item.getTitle());
        }
        Attendance speaker = attendances
                .find(attendanceId, held.getId())
                .orElseThrow(() -> new NotFoundException(Attendance.class, attendanceId));
        if (!speaker.isPresent()) {
            throw new RuleViolationException("sitting.statement.absent", speaker.getName());
        }
        List<MeetingStatement> all = of(held, item);
        boolean known = all.stream()
                .anyMatch(one -> one.getSpeaker().equals(speaker.getName())
                        && one.getCapacity() == speaker.getCapacity()
                        && Objects.equals(one.getUnit(), speaker.getUnit()));
        if (!known) {
            statements.save(new MeetingStatement(item, all.size() + 1, speaker));
        }
    }

    private List<MeetingStatement> of(HeldMeeting held, AgendaItem item) {
        return statements.of(held.getId()).stream()
                .filter(one -> one.getItemId().equals(item.getId()))
                .toList();
    }

    /**
     * Writes down the gist of what somebody said.
     *
     * @param text 1 to 5,000 characters; null for none
     */
    public void write(long taskId, long statementId, @Nullable String text, BranchScope scope) {
        find(statementId, desk.hold(taskId, scope)).write(text);
    }

    /**
     * He did not speak after all.
     *
     * @throws RuleViolationException {@code sitting.statement.became} if it stands in the ledger
     */
    public void delete(long taskId, long statementId, BranchScope scope) {
        MeetingStatement statement = find(statementId, desk.hold(taskId, scope));
        if (statement.getProblemId() != null) {
            throw new RuleViolationException("sitting.statement.became");
        }
        statements.delete(statement);
    }

    private MeetingStatement find(long statementId, HeldMeeting held) {
        return statements
                .find(statementId, held.getId())
                .orElseThrow(() -> new NotFoundException(MeetingStatement.class, statementId));
    }

    /**
     * A statement with the task at whose meeting it was made.
     *
     * @param statement as it was noted
     */
    public record Said(BranchTask task, MeetingStatement statement) {}

    /**
     * A statement that is about to become a problem.
     *
     * @throws NotFoundException if there is none, or its branch lies outside the scope
     */
    @Transactional(readOnly = true)
    public Said get(long statementId, BranchScope scope) {
        MeetingStatement statement = statements
                .findById(statementId)
                .orElseThrow(() -> new NotFoundException(MeetingStatement.class, statementId));
        return items.findById(statement.getItemId())
                .flatMap(item -> helds.findById(item.getMeetingId()))
                .map(held -> new Said(tasks.get(held.getTaskId(), scope), statement))
                .orElseThrow(() -> new NotFoundException(MeetingStatement.class, statementId));
    }

    /**
     * Notes that a statement has become a problem in the ledger; called in the transaction that raises it.
     *
     * @throws RuleViolationException {@code sitting.statement.became} if it has become one already
     */
    public void became(long statementId, long problemId, BranchScope scope) {
        Said said = get(statementId, scope);
        said.statement().became(problemId);
        audit.record(
                SittingAction.STATEMENT_BECAME_PROBLEM,
                "BranchTask",
                said.task().getId(),
                said.task().getBranch().getName());
    }
}
