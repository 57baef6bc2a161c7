package org.orglife.review;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.ExcellentBase;
import org.orglife.campaign.Policy;
import org.orglife.organisation.MemberKind;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts how many of a branch may be 优秀, and lets the superior allow one branch more (BR-21 to BR-26). */
@Service
@Transactional
public class ExcellentCaps {

    private final BranchTaskService tasks;
    private final ReviewRoster roster;
    private final BallotProgress ballot;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    ExcellentCaps(
            BranchTaskService tasks,
            ReviewRoster roster,
            BallotProgress ballot,
            JdbcClient jdbc,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.roster = roster;
        this.ballot = ballot;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the superior has allowed, and why. */
    public record Permission(int most, String reason, String byName) {}

    /** What was allowed for a task that was found within the caller's scope. */
    @Transactional(readOnly = true)
    public Optional<Permission> permission(BranchTask task) {
        return jdbc.sql("select most, reason, by_name from excellent_permission where task_id = :task")
                .param("task", task.getId())
                .query(Permission.class)
                .optional();
    }

    /** The cap of a task that was found within the caller's scope. */
    @Transactional(readOnly = true)
    public ExcellentCap of(BranchTask task) {
        return of(task, roster.lines(task, ballot.of(task)));
    }

    ExcellentCap of(BranchTask task, List<ReviewLine> lines) {
        Policy policy = task.getCampaign().getPolicy();
        ExcellentBase base = policy.excellentBase();
        long size = lines.stream().filter(line -> counts(line, base)).count();
        long used =
                lines.stream().filter(line -> line.grade() == Grade.EXCELLENT).count();
        return new ExcellentCap(
                base,
                Math.toIntExact(size),
                policy.excellentNumerator(),
                policy.excellentDenominator(),
                Math.toIntExact(used),
                permission(task).map(Permission::most).orElse(null));
    }

    /** Full members enrolled here, graded or not (BR-22); or those who take part (BR-22a). */
    private static boolean counts(ReviewLine line, ExcellentBase base) {
        return base == ExcellentBase.FULL_MEMBERS
                ? line.kind() == MemberKind.FULL
                : line.participation().takesPart();
    }

    /**
     * Lets one branch have more 优秀 than its campaign allows (BR-25).
     *
     * @param most no fewer than it has, no more than the base counts
     * @param reason 1 to 300 characters
     * @throws RuleViolationException {@code review.office-only}, {@code review.cap.range}
     */
    public void allow(long taskId, int most, String reason, Actor actor, BranchScope scope) {
        if (scope.role() != Role.PARTY_OFFICE) {
            throw new RuleViolationException("review.office-only");
        }
        BranchTask task = tasks.workOn(taskId, scope);
        ExcellentCap cap = of(task);
        if (most <= cap.byRule() || most < cap.used() || most > cap.size()) {
            throw new RuleViolationException(
                    "review.cap.range", String.valueOf(cap.byRule()), String.valueOf(cap.size()));
        }
        jdbc.sql("""
                        insert into excellent_permission (task_id, branch_id, most, reason, by_name, at)
                        values (:task, :branch, :most, :reason, :by, :at)
                        on conflict (task_id) do update set most = excluded.most, reason = excluded.reason,
                          by_name = excluded.by_name, at = excluded.at
                        """)
                .param("task", taskId)
                .param("branch", task.getBranch().getId())
                .param("most", most)
                .param("reason", reason)
                .param("by", actor.displayName())
                .param("at", OffsetDateTime.now(clock), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        audit.record(
                ReviewAction.MORE_ALLOWED,
                Participations.TYPE,
                taskId,
                task.getBranch().getName(),
                List.of("most"));
    }
}
