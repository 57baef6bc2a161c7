package org.orglife.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.Aspect;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.BranchTask;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.Roster;
import org.orglife.organisation.ScopeSql;
import org.orglife.problem.SubjectKind;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 查摆问题, to be looked at: what a branch has found, whose lists are in, and who is still asked for his. */
@Service
@Transactional(readOnly = true)
public class FindingQuery {

    private final JdbcClient jdbc;
    private final Roster roster;
    private final Clock clock;

    FindingQuery(JdbcClient jdbc, Roster roster, Clock clock) {
        this.jdbc = jdbc;
        this.roster = roster;
        this.clock = clock;
    }

    private record Line(long aspectId, long id, int number, String text, ItemState state) {}

    private record Clear(long aspectId, LocalDate notedOn, String notedBy) {}

    private record Name(long id, String name, int handedIn) {}

    /** What a branch has found in a task that was read within the scope. */
    public BranchFinding of(BranchTask task, BranchScope scope) {
        Map<Long, List<BranchFinding.Found>> found = new HashMap<>();
        jdbc.sql("""
                        select p.aspect_id, p.id, p.number, p.text, i.state
                        from problem p join rectification_item i on i.id = p.id
                        where p.task_id = :task and p.subject_kind = 'BRANCH' and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')
                        order by p.number
                        """)
                .param("task", task.getId())
                .query(Line.class)
                .list()
                .forEach(line -> found.computeIfAbsent(line.aspectId(), aspect -> new ArrayList<>())
                        .add(new BranchFinding.Found(line.id(), line.number(), line.text(), line.state())));
        Map<Long, Clear> clear = new HashMap<>();
        jdbc.sql("select aspect_id, noted_on, noted_by from aspect_clear where task_id = :task")
                .param("task", task.getId())
                .query(Clear.class)
                .list()
                .forEach(each -> clear.put(each.aspectId(), each));
        List<BranchFinding.OfAspect> aspects = task.getCampaign().getAspects(AspectSubject.BRANCH).stream()
                .map(aspect ->
                        ofAspect(aspect, found.getOrDefault(aspect.getId(), List.of()), clear.get(aspect.getId())))
                .toList();
        return scope.role().worksForBranch()
                ? new BranchFinding(aspects, people(task), writing(task))
                : new BranchFinding(aspects, List.of(), 0);
    }

    private static BranchFinding.OfAspect ofAspect(
            Aspect aspect, List<BranchFinding.Found> problems, @Nullable Clear clear) {
        Clear stands = problems.isEmpty() ? clear : null;
        return new BranchFinding.OfAspect(
                aspect.getId(),
                aspect.getTitle(),
                aspect.getGuidingQuestions(),
                problems,
                stands == null ? null : stands.notedOn(),
                stands == null ? null : stands.notedBy());
    }

    private List<BranchFinding.Person> people(BranchTask task) {
        Map<Long, PositionKind> committee = roster.committeeOf(task.getBranch().getId(), LocalDate.now(clock));
        return jdbc
                .sql("""
                        select m.id, m.name,
                          (select count(*) from problem p join rectification_item i on i.id = p.id
                           where p.task_id = :task and p.subject_member_id = m.id and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')) handed_in
                        from membership ms join member m on m.id = ms.member_id
                        where ms.branch_id = :branch and ms.until_on is null
                          and m.standing in ('NORMAL', 'ON_PROBATION_PENALTY')
                        order by m.name collate zh_pinyin, m.id
                        """)
                .param("task", task.getId())
                .param("branch", task.getBranch().getId())
                .query(Name.class)
                .list()
                .stream()
                .map(name -> new BranchFinding.Person(
                        name.id(), name.name(), SubjectKind.of(committee.get(name.id())), name.handedIn()))
                .toList();
    }

    private int writing(BranchTask task) {
        return jdbc.sql("""
                        select count(distinct d.member_id) from problem_draft d
                        where d.task_id = :task and not exists (
                          select 1 from problem p where p.task_id = d.task_id and p.subject_member_id = d.member_id)
                        """).param("task", task.getId()).query(Integer.class).single();
    }

    /**
     * A list that is still asked for.
     *
     * @param drafts points that are written and not handed in
     * @param until last day of the step; null if none is set
     */
    public record MissingList(
            long taskId,
            String campaign,
            int drafts,
            @Nullable LocalDate until) {}

    /** The campaigns before whose meeting the caller is asked for his own list and has not handed it in. */
    public List<MissingList> missing(BranchScope scope) {
        if (scope.memberId() == null || scope.role().isSuperior()) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select t.id task_id, c.title campaign,
                          (select count(*) from problem_draft d where d.task_id = t.id and d.member_id = :me) drafts,
                          coalesce(least(sp.until_on, sd.window_until), bp.meeting_on - 1) until
                        from membership ms
                        join org_unit u on u.id = ms.branch_id
                        join branch_task t on t.branch_id = u.id
                        join campaign c on c.id = t.campaign_id
                        join step_definition sd on sd.campaign_id = c.id and sd.code = 'PROB_MEMBER'
                        left join step_plan sp on sp.task_id = t.id and sp.code = 'PROB_MEMBER'
                        left join branch_plan bp on bp.id = t.id
                        where ms.member_id = :me and ms.until_on is null and not c.backfilled
                          and c.state in ('ISSUED', 'IN_PROGRESS') and sd.level in ('MUST', 'SHOULD')
                          and t.state in ('CREATED', 'PREPARING', 'READY', 'APPROVAL_PENDING', 'RETURNED', 'SCHEDULED', 'POSTPONED')
                          and sp.waived_on is null and %s
                          and not exists (select 1 from problem p where p.task_id = t.id and p.subject_member_id = :me)
                        order by until nulls last, t.id
                        """.formatted(within.condition()))
                .params(within.parameters())
                .param("me", scope.memberId())
                .query(MissingList.class)
                .list();
    }
}
