package org.orglife.ballot;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.MemberKind;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;
import org.orglife.sitting.BallotRound;
import org.orglife.sitting.BallotRounds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads ballots for those who hold them, and for the record of the meeting. */
@Component
@Transactional(readOnly = true)
public class BallotQuery implements BallotRounds {

    private final BranchTaskService tasks;
    private final BallotStore store;
    private final BallotOfficers officers;
    private final JdbcClient jdbc;

    BallotQuery(BranchTaskService tasks, BallotStore store, BallotOfficers officers, JdbcClient jdbc) {
        this.tasks = tasks;
        this.store = store;
        this.officers = officers;
        this.jdbc = jdbc;
    }

    private record Where(
            long id, @Nullable Long chairId, @Nullable Long recorderId, int part, int there) {

        boolean isDeskOf(BranchScope scope) {
            return !scope.role().isSuperior()
                    && (scope.role().worksForBranch() || scope.isOwn(chairId) || scope.isOwn(recorderId));
        }
    }

    /** The last meeting of a task, which group of it meets, and how many voters are there. */
    private Where where(BranchTask task) {
        return jdbc.sql("""
                        select h.id, h.chair_id, h.recorder_id,
                          case when m.form = 'GROUP' then coalesce(s.number, 1) else 1 end part,
                          (select count(*) from attendance t where t.sitting_id = s.id and t.status = 'PRESENT' and t.member_id is not null
                            and (:all or t.kind = :full)) there
                        from held_meeting h
                        join org_life_meeting m on m.id = h.id
                        left join lateral (select id, number from sitting where meeting_id = h.id order by number desc limit 1) s on true
                        where h.task_id = :task
                        order by m.number desc limit 1
                        """)
                .param("all", task.getCampaign().getPolicy().probationaryBallot())
                .param("full", MemberKind.FULL.name())
                .param("task", task.getId())
                .query(Where.class)
                .optional()
                .orElseThrow(() -> new RuleViolationException("sitting.none"));
    }

    /**
     * The ballot of a meeting: that of the whole branch, or of the group that meets.
     *
     * @return empty as long as none was prepared
     * @throws RuleViolationException {@code sitting.none} before the check-in, {@code sitting.desk-only} for others than
     *     those at the desk and its two officers
     */
    public Optional<BallotView> of(long taskId, BranchScope scope) {
        BranchTask task = tasks.glance(taskId, scope);
        Where where = where(task);
        Optional<BoxRow> box = store.last(where.id(), where.part());
        boolean officer = box.filter(found -> !scope.role().isSuperior())
                .filter(found -> found.scrutineerId() == scope.accountId() || found.tellerId() == scope.accountId())
                .isPresent();
        if (!officer && !where.isDeskOf(scope)) {
            throw new RuleViolationException("sitting.desk-only");
        }
        return box.map(found -> view(taskId, found, where, scope));
    }

    private BallotView view(long taskId, BoxRow box, Where where, BranchScope scope) {
        SlipCount slips = store.slips(box.id());
        return new BallotView(
                taskId,
                box.id(),
                box.round(),
                box.part(),
                box.mode(),
                box.state(),
                box.scrutineer(),
                box.teller(),
                box.eligible(),
                box.present(),
                where.there(),
                box.issued(),
                box.sheets(),
                slips.used(),
                slips.exchanged(),
                box.hasCode(),
                box.voidReason(),
                store.subjects(box.id()),
                where.isDeskOf(scope),
                box.scrutineerId() == scope.accountId(),
                box.tellerId() == scope.accountId());
    }

    /** Those who may be scrutineer or teller: members who are there and can sign in. */
    public List<Officer> candidates(long taskId, BranchScope scope) {
        return officers.of(where(tasks.glance(taskId, scope)).id());
    }

    /**
     * A ballot at which somebody has an office.
     *
     * @param scrutineer whether he keeps the opening code; otherwise he counts the paper
     */
    public record Office(long taskId, String campaign, boolean scrutineer) {}

    /** The ballots that are not over and at which the caller is scrutineer or teller. */
    public List<Office> offices(BranchScope scope) {
        if (scope.memberId() == null) {
            return List.of();
        }
        return jdbc.sql("""
                        select m.task_id, c.title campaign, b.scrutineer_id = :me scrutineer
                        from ballot_box b
                        join held_meeting m on m.id = b.meeting_id
                        join branch_task t on t.id = m.task_id
                        join campaign c on c.id = t.campaign_id
                        where :me in (b.scrutineer_id, b.teller_id) and b.state not in ('COUNTED', 'VOID')
                        order by m.task_id
                        """).param("me", scope.accountId()).query(Office.class).list();
    }

    private record Round(
            int round,
            int part,
            BallotState state,
            int issued,
            int sheets,
            int used,
            @Nullable Integer electronic,
            @Nullable Integer paperReturned,
            @Nullable Integer paperValid,
            @Nullable Integer paperInvalid,
            String scrutineer,
            String teller,
            @Nullable VoidReason voidReason) {

        BallotRound shown() {
            int electronicVotes = electronic == null ? used : electronic;
            return new BallotRound(
                    round,
                    part,
                    stage(),
                    issued + sheets,
                    electronicVotes + (paperReturned == null ? 0 : paperReturned),
                    electronic == null ? 0 : electronic + (paperValid == null ? 0 : paperValid),
                    paperInvalid == null ? 0 : paperInvalid,
                    scrutineer,
                    teller,
                    voidReason == null ? null : voidReason.labelKey());
        }

        private BallotRound.Stage stage() {
            return switch (state) {
                case DRAFT, ISSUED -> BallotRound.Stage.PREPARED;
                case OPEN -> BallotRound.Stage.VOTING;
                case CLOSED -> BallotRound.Stage.CLOSED;
                case COUNTED -> BallotRound.Stage.COUNTED;
                case VOID -> BallotRound.Stage.VOID;
            };
        }
    }

    @Override
    public List<BallotRound> of(long meetingId) {
        return jdbc.sql("""
                        select b.round, b.part, b.state, b.issued, b.sheets, b.scrutineer, b.teller, b.void_reason,
                          (select count(*) from ballot_slip s where s.box_id = b.id and s.state = 'U') used,
                          r.electronic, r.paper_returned, r.paper_valid, r.paper_invalid
                        from ballot_box b left join ballot_report r on r.box_id = b.id
                        where b.meeting_id = :meeting
                        order by b.part, b.round
                        """).param("meeting", meetingId).query(Round.class).list().stream()
                .map(Round::shown)
                .toList();
    }
}
