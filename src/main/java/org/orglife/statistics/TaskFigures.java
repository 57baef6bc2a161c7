package org.orglife.statistics;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.TaskChanged;
import org.orglife.campaign.TaskReported;
import org.orglife.campaign.TasksCreated;
import org.orglife.minutes.MakeUpQuery;
import org.orglife.organisation.MembershipChanged;
import org.orglife.publication.PledgeCounts;
import org.orglife.review.ReviewCounts;
import org.orglife.shared.BranchScope;
import org.orglife.shared.LateEntry;
import org.orglife.shared.Role;
import org.orglife.sitting.MeetingCounts;
import org.orglife.survey.SurveyCounts;
import org.orglife.talk.TalkCoverage;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps one row of counts for each branch task, counted anew in the transaction that changed what is counted. The task's
 * row is locked first: without that, two transactions that each see only their own problem would both count one.
 */
@Component
class TaskFigures {

    @SuppressWarnings("InlineFormatString") // a page of SQL, not a phrase
    private static final String RECOUNT = """
            insert into task_figures (task_id, branch_id, members, branch_problems, secretary_problems, member_problems, measures,
              items, closed_items, submitted_items, branch_items, closed_branch_items, long_term_measures, recurring_problems,
              extended_measures, reopened_items,
              opinions, forms_issued, forms_returned, hearings,
              talks, talk_persons, late_talks, talk_pairs, talk_pairs_done, talk_members, talk_members_done, talk_peers_done,
              late_study_sessions, late_opinions, late_problems, study_sessions, study_persons, study_tenths_of_hours,
              held_meetings, meeting_members, excused_members, absent_members, leaders_as_members, criticisms, guidance_visits,
              supervised_meetings, outside_reps, meetings_with_reps, made_up_members, review_excellent, review_qualified,
              review_basic, review_unqualified, review_untold, review_ungraded, dispositions, pledged_members, pledged_others,
              survey_valid, survey_satisfied)
            select t.id, t.branch_id,
              case when exists (select 1 from expected_list l where l.id = t.id and l.confirmed_at is not null)
                then (select count(*) from expected_member e where e.list_id = t.id)
                else (select count(*) from membership ms where ms.branch_id = t.branch_id and ms.until_on is null) end,
              coalesce(x.branch_problems, 0), coalesce(x.secretary_problems, 0), coalesce(x.member_problems, 0),
              coalesce(y.measures, 0), coalesce(x.items, 0), coalesce(x.closed_items, 0), coalesce(x.submitted_items, 0),
              coalesce(x.branch_problems, 0), coalesce(x.closed_branch_items, 0), coalesce(y.long_term, 0),
              coalesce(x.recurring, 0), coalesce(y.extended, 0), coalesce(x.reopened, 0),
              coalesce(op.opinions, 0), coalesce(asked.issued, 0), coalesce(asked.returned, 0), coalesce(asked.hearings, 0),
              k.talks, k.talk_persons, k.late_talks, k.talk_pairs, k.talk_pairs_done, k.talk_members, k.talk_members_done,
              k.talk_peers_done,
              coalesce(st.late, 0), coalesce(op.late, 0), coalesce(x.late, 0),
              coalesce(st.sessions, 0), coalesce(st.persons, 0), coalesce(st.tenths, 0),
              mt.held_meetings, mt.meeting_members, mt.excused_members, mt.absent_members, mt.leaders_as_members, mt.criticisms,
              mt.guidance_visits, mt.supervised_meetings, mt.outside_reps, mt.meetings_with_reps, %s,
              rv.review_excellent, rv.review_qualified, rv.review_basic, rv.review_unqualified, rv.review_untold,
              rv.review_ungraded, rv.dispositions, pg.pledged_members, pg.pledged_others, sv.survey_valid, sv.survey_satisfied
            from branch_task t
            left join lateral %s k on true
            left join lateral %s mt on true
            left join lateral %s rv on true
            left join lateral %s pg on true
            left join lateral %s sv on true
            left join lateral (
              select count(*) items, count(*) filter (where %s) late,
                count(*) filter (where p.subject_kind = 'BRANCH') branch_problems,
                count(*) filter (where p.subject_kind = 'SECRETARY') secretary_problems,
                count(*) filter (where p.subject_kind in ('MEMBER', 'COMMITTEE_MEMBER')) member_problems,
                count(*) filter (where p.recurrence_of is not null) recurring,
                count(*) filter (where i.reopenings > 0) reopened,
                count(*) filter (where i.state = 'CLOSED') closed_items,
                count(*) filter (where i.state in ('SUBMITTED', 'VERIFIED')) submitted_items,
                count(*) filter (where i.state = 'CLOSED' and p.subject_kind = 'BRANCH') closed_branch_items
              from problem p join rectification_item i on i.id = p.id
              where p.task_id = t.id and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')) x on true
            left join lateral (
              select count(*) measures, count(*) filter (where m.track = 'LONG_TERM') long_term,
                count(*) filter (where m.first_due_on is not null) extended
              from measure m join rectification_item i on i.id = m.item_id
              where m.task_id = t.id and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')) y on true
            left join lateral (
              select count(*) opinions, count(*) filter (where %s) late from opinion o where o.task_id = t.id and o.withdrawn_on is null) op on true
            left join lateral (
              select sum(c.issued) issued, sum(c.returned) returned,
                count(*) filter (where c.channel in ('SEMINAR', 'VISIT')) hearings
              from opinion_collection c where c.task_id = t.id) asked on true
            left join lateral (
              select count(*) sessions, sum(s.tenths_of_hours) tenths, count(*) filter (where %s) late,
                sum((select count(*) from study_attendance a where a.session_id = s.id and a.present)) persons
              from study_session s where s.task_id = t.id) st on true
            where %s
            on conflict (task_id) do update set members = excluded.members, branch_problems = excluded.branch_problems,
              secretary_problems = excluded.secretary_problems, member_problems = excluded.member_problems,
              measures = excluded.measures, items = excluded.items, closed_items = excluded.closed_items,
              submitted_items = excluded.submitted_items, branch_items = excluded.branch_items,
              closed_branch_items = excluded.closed_branch_items, long_term_measures = excluded.long_term_measures,
              recurring_problems = excluded.recurring_problems, extended_measures = excluded.extended_measures,
              reopened_items = excluded.reopened_items,
              opinions = excluded.opinions, forms_issued = excluded.forms_issued, forms_returned = excluded.forms_returned,
              hearings = excluded.hearings,
              talks = excluded.talks, talk_persons = excluded.talk_persons, late_talks = excluded.late_talks,
              talk_pairs = excluded.talk_pairs, talk_pairs_done = excluded.talk_pairs_done,
              talk_members = excluded.talk_members, talk_members_done = excluded.talk_members_done,
              talk_peers_done = excluded.talk_peers_done, late_study_sessions = excluded.late_study_sessions,
              late_opinions = excluded.late_opinions, late_problems = excluded.late_problems,
              study_sessions = excluded.study_sessions,
              study_persons = excluded.study_persons, study_tenths_of_hours = excluded.study_tenths_of_hours,
              held_meetings = excluded.held_meetings, meeting_members = excluded.meeting_members,
              excused_members = excluded.excused_members, absent_members = excluded.absent_members,
              leaders_as_members = excluded.leaders_as_members, criticisms = excluded.criticisms,
              guidance_visits = excluded.guidance_visits, supervised_meetings = excluded.supervised_meetings,
              outside_reps = excluded.outside_reps, meetings_with_reps = excluded.meetings_with_reps,
              made_up_members = excluded.made_up_members, review_excellent = excluded.review_excellent,
              review_qualified = excluded.review_qualified, review_basic = excluded.review_basic,
              review_unqualified = excluded.review_unqualified, review_untold = excluded.review_untold,
              review_ungraded = excluded.review_ungraded, dispositions = excluded.dispositions,
              pledged_members = excluded.pledged_members, pledged_others = excluded.pledged_others,
              survey_valid = excluded.survey_valid, survey_satisfied = excluded.survey_satisfied
            """;

    /** Asking every feature about every branch takes some dozen statements each. */
    private static final int MOST_COUNTED_AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final BranchTaskService tasks;
    private final StepCounts counts;

    TaskFigures(JdbcClient jdbc, EntityManager entities, BranchTaskService tasks, StepCounts counts) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.tasks = tasks;
        this.counts = counts;
    }

    @EventListener
    void on(TaskChanged changed) {
        pending().tasks.add(changed.taskId());
    }

    /** The figures that were reported stay, whatever is counted later. */
    @EventListener
    void on(TaskReported reported) {
        Pending pending = pending();
        pending.tasks.add(reported.taskId());
        pending.reported.add(reported.taskId());
    }

    @EventListener
    void on(TasksCreated created) {
        pending().campaigns.add(created.campaignId());
    }

    @EventListener
    void on(MembershipChanged changed) {
        pending().branches.add(changed.branchId());
    }

    /** What is to be counted at the end of the running transaction: each task once, however often it was touched. */
    private Pending pending() {
        Pending known = (Pending) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return known;
        }
        Pending fresh = new Pending();
        TransactionSynchronizationManager.bindResource(this, fresh);
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    private final class Pending implements TransactionSynchronization {

        private final Set<Long> tasks = new LinkedHashSet<>();
        private final Set<Long> reported = new LinkedHashSet<>();
        private final Set<Long> campaigns = new LinkedHashSet<>();
        private final Set<Long> branches = new LinkedHashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            entities.flush();
            if (!campaigns.isEmpty()) {
                recount("t.campaign_id in (:ids)", campaigns);
                fewTasksOf(campaigns).forEach(TaskFigures.this::noteSteps);
            }
            Set<Long> touched = new LinkedHashSet<>(tasks);
            if (!branches.isEmpty()) {
                touched.addAll(tasksOf(branches));
            }
            if (!touched.isEmpty()) {
                recountTasks(touched);
                touched.forEach(TaskFigures.this::noteSteps);
            }
            if (!reported.isEmpty()) {
                keepAsReported(reported);
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TaskFigures.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TaskFigures.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TaskFigures.this);
        }
    }

    /** Tasks whose number of members is still counted: those that are not finished. */
    private List<Long> tasksOf(Collection<Long> branches) {
        return jdbc.sql(
                        "select id from branch_task where branch_id in (:branches) and state not in ('DONE', 'EXEMPTED')")
                .param("branches", branches)
                .query(Long.class)
                .list();
    }

    /** Of a campaign that reaches a whole province the steps are counted when somebody begins to work. */
    private List<Long> fewTasksOf(Collection<Long> campaigns) {
        List<Long> tasks = jdbc.sql("select id from branch_task where campaign_id in (:campaigns) limit :most + 1")
                .param("campaigns", campaigns)
                .param("most", MOST_COUNTED_AT_ONCE)
                .query(Long.class)
                .list();
        return tasks.size() > MOST_COUNTED_AT_ONCE ? List.of() : tasks;
    }

    private void recountTasks(Collection<Long> tasks) {
        jdbc.sql("select id from branch_task where id in (:ids) order by id for update")
                .param("ids", tasks)
                .query(Long.class)
                .list();
        recount("t.id in (:ids)", tasks);
    }

    /** For the boards: they cannot ask every feature about every branch. */
    private void noteSteps(long task) {
        jdbc.sql("select branch_id from branch_task where id = :task")
                .param("task", task)
                .query(Long.class)
                .optional()
                .ifPresent(branch -> counts.note(
                        task,
                        tasks.counted(task, new BranchScope(Role.SECRETARY, 0, null, List.of(), Set.of(branch)))));
    }

    /** Who reported and when stands in the history of the task. */
    private void keepAsReported(Collection<Long> ids) {
        jdbc.sql("""
                        insert into reported_figures (task_id, at, by_name, figures)
                        select f.task_id, e.at, e.actor_name, to_jsonb(f)
                        from task_figures f join lateral (
                          select at, actor_name from task_entry where task_id = f.task_id and to_state = 'REPORTED'
                          order by at desc, id desc limit 1) e on true
                        where f.task_id in (:ids) on conflict do nothing
                        """).param("ids", ids).update();
    }

    private void recount(String which, Collection<Long> ids) {
        jdbc.sql(RECOUNT.formatted(
                        MakeUpQuery.MADE_UP,
                        TalkCoverage.COLUMNS,
                        MeetingCounts.COLUMNS,
                        ReviewCounts.COLUMNS,
                        PledgeCounts.COLUMNS,
                        SurveyCounts.COLUMNS,
                        LateEntry.condition("p.raised_on", "p.recorded_on"),
                        LateEntry.condition("o.given_on", "o.recorded_on"),
                        LateEntry.condition("s.held_on", "s.recorded_on"),
                        which))
                .param("ids", ids)
                .update();
    }
}
