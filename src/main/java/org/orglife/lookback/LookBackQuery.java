package org.orglife.lookback;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.lookback.Pool.Candidate;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads rounds: everybody within reach the branch's items, personal ones as domain 7.2 says. */
@Component
@Transactional(readOnly = true)
public class LookBackQuery {

    private final LookBackRoundRepository rounds;
    private final LookBackResultRepository results;
    private final BranchTaskService tasks;
    private final JdbcClient jdbc;

    LookBackQuery(
            LookBackRoundRepository rounds,
            LookBackResultRepository results,
            BranchTaskService tasks,
            JdbcClient jdbc) {
        this.rounds = rounds;
        this.results = results;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    /**
     * A round with who looks.
     *
     * @throws NotFoundException if there is none, or its branch lies outside the scope
     */
    LookBackRound round(long id, BranchScope scope) {
        LookBackRound round = rounds.findById(id).orElseThrow(() -> new NotFoundException(LookBackRound.class, id));
        tasks.glance(round.getTaskId(), scope);
        return round;
    }

    /**
     * An item of a round.
     *
     * @throws NotFoundException if there is none, its branch lies outside the scope, or its text is not for the caller
     */
    LookBackResult result(long id, BranchScope scope) {
        LookBackResult result = results.findById(id)
                .filter(found -> LookBackAccess.reads(found.getItem(), scope))
                .orElseThrow(() -> new NotFoundException(LookBackResult.class, id));
        round(result.getRound().getId(), scope);
        return result;
    }

    /** What can be looked at again in a task that was found within the caller's scope; an office leaves persons out. */
    Pool pool(long taskId, boolean office) {
        return new Pool(jdbc.sql("""
                        select p.id, p.number, p.subject_kind, i.reopenings
                        from rectification_item i join problem p on p.id = i.id
                        where i.task_id = :task and i.state = 'CLOSED' and (p.subject_kind = 'BRANCH' or not :office)
                        order by p.number
                        """)
                .param("task", taskId)
                .param("office", office)
                .query(Candidate.class)
                .list());
    }

    /** The same for the form of a new round. */
    public Pool pool(BranchTask task, BranchScope scope) {
        return pool(task.getId(), !scope.role().leadsBranch());
    }

    /** The rounds of a task that was found within the caller's scope, the newest first. */
    public List<RoundRow> of(BranchTask task, BranchScope scope) {
        return jdbc.sql("""
                        select r.id, r.number, r.state, r.by_office, r.extent, r.percent, r.planned_on, r.finished_on,
                          count(x.id) items, count(x.finding) checked,
                          count(*) filter (where x.finding = 'HOLDING') holding,
                          count(*) filter (where x.finding = 'PARTIAL') partial,
                          count(*) filter (where x.finding = 'REBOUND') rebound,
                          count(*) filter (where x.finding = 'NOT_DONE') not_done
                        from look_back_round r
                        left join (look_back_result x join problem p on p.id = x.item_id)
                          on x.round_id = r.id and (p.subject_kind = 'BRANCH' or :personal)
                        where r.task_id = :task
                        group by r.id order by r.number desc
                        """)
                .param("task", task.getId())
                .param("personal", LookBackAccess.countsPersonal(scope))
                .query(RoundRow.class)
                .list();
    }

    /**
     * A round as the caller sees it.
     *
     * @throws NotFoundException as {@link #round}
     */
    public LookBackView view(long id, BranchScope scope) {
        LookBackRound round = round(id, scope);
        List<LookBackResult> all = results.ofRound(id);
        boolean open = round.getState().isOpen();
        boolean keeps = open && LookBackAccess.keeps(round, scope);
        return new LookBackView(
                tasks.get(round.getTaskId(), scope),
                round,
                all.stream()
                        .filter(result -> LookBackAccess.reads(result.getItem(), scope))
                        .map(result -> line(result, round, scope))
                        .toList(),
                counts(all, false),
                LookBackAccess.countsPersonal(scope) && !round.isByOffice() ? counts(all, true) : null,
                keeps ? (int) all.stream().filter(LookBackResult::isMissing).count() : 0,
                keeps);
    }

    private static LookBackLine line(LookBackResult result, LookBackRound round, BranchScope scope) {
        boolean own = LookBackAccess.isInvolved(result.getItem(), scope);
        boolean recordable =
                round.getState().isOpen() && !own && !result.isMoved() && LookBackAccess.records(round, scope);
        return new LookBackLine(result, recordable, own);
    }

    private static FindingCounts counts(List<LookBackResult> all, boolean personal) {
        return FindingCounts.of(
                all.stream().filter(result -> result.isPersonal() == personal).toList());
    }

    /**
     * One item of a round, for the form of its result.
     *
     * @throws NotFoundException if there is none, its branch lies outside the scope, or its text is not for the caller
     */
    public LookBackLine line(long resultId, BranchScope scope) {
        LookBackResult result = result(resultId, scope);
        return line(result, round(result.getRound().getId(), scope), scope);
    }

    /** Number of the first of the items for which every one of these members answers. */
    Optional<Integer> withoutInspector(Collection<Long> itemIds, Collection<Long> members) {
        return jdbc.sql("""
                        select p.number from problem p
                        where p.id in (:items) and not exists (
                          select 1 from member x
                          where x.id in (:members) and x.id is distinct from p.subject_member_id
                            and not exists (select 1 from measure m where m.item_id = p.id and m.owner_id = x.id))
                        order by p.number limit 1
                        """)
                .param("items", itemIds)
                .param("members", members)
                .query(Integer.class)
                .optional();
    }
}
