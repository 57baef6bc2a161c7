package org.orglife.survey;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads surveys: the committee all of them, everybody else within reach what closed ones came to. */
@Component
@Transactional(readOnly = true)
public class SurveyQuery {

    private final SurveyRepository surveys;
    private final BranchTaskService tasks;
    private final JdbcClient jdbc;
    private final Clock clock;

    SurveyQuery(SurveyRepository surveys, BranchTaskService tasks, JdbcClient jdbc, Clock clock) {
        this.surveys = surveys;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A survey with its lines.
     *
     * @throws NotFoundException if there is none, its branch lies outside the scope, or it is not for the caller
     */
    public SatisfactionSurvey get(long id, BranchScope scope) {
        SatisfactionSurvey found = surveys.findById(id)
                .filter(survey -> SurveyAccess.mayRead(survey, scope))
                .orElseThrow(() -> new NotFoundException(SatisfactionSurvey.class, id));
        tasks.glance(found.getTaskId(), scope);
        return found;
    }

    /** Those of a task that was found within the caller's scope, the newest first. */
    public List<SatisfactionSurvey> of(BranchTask task, BranchScope scope) {
        return surveys.ofTask(task.getId()).stream()
                .filter(survey -> SurveyAccess.mayRead(survey, scope))
                .toList();
    }

    /** Sheets that have come so far; what is in them nobody can know. */
    public int received(SatisfactionSurvey survey) {
        Integer answers = survey.getAnswers();
        return answers != null
                ? answers
                : jdbc.sql("select count(*) from survey_answer where survey_id = :id")
                        .param("id", survey.getId())
                        .query(Integer.class)
                        .single();
    }

    /** What people have added, in an order that means nothing; empty where too few have answered. */
    public List<String> remarks(SatisfactionSurvey survey) {
        return jdbc.sql("select words from survey_remark where survey_id = :id order by id")
                .param("id", survey.getId())
                .query(String.class)
                .list();
    }

    /**
     * Items of a task about which people can be asked: those that wait for it, the others of the branch that are struck off.
     * One that is asked about already is not among them.
     */
    public List<Candidate> candidates(BranchTask task) {
        return jdbc.sql("""
                        select p.id, p.number, m.name member, case when p.subject_kind = 'BRANCH' then p.text else '' end text,
                          i.state = 'VERIFIED' waiting
                        from problem p join rectification_item i on i.id = p.id
                        left join member m on m.id = p.subject_member_id and p.subject_kind <> 'BRANCH'
                        where p.task_id = :task
                          and ((i.state = 'VERIFIED' and not %s) or (i.state = 'CLOSED' and p.subject_kind = 'BRANCH'))
                          and not exists (select 1 from survey_item s where s.item_id = i.id and s.running)
                        order by i.state = 'CLOSED', p.subject_kind <> 'BRANCH', p.number
                        """.formatted(SurveyItems.APPROVED))
                .param("task", task.getId())
                .query(Candidate.class)
                .list();
    }

    /**
     * What waits for the secretary or his deputy in one task.
     *
     * @param items how many wait to be asked about; 0 for a survey
     * @param survey one whose last day has passed; null for items
     */
    public record Waiting(
            long taskId,
            String campaign,
            int items,
            @Nullable Long survey,
            @Nullable LocalDate closesOn) {}

    /** Items that can be struck off only after people were asked, and surveys that have to be closed. */
    public List<Waiting> waiting(BranchScope scope) {
        if (!SurveyAccess.leads(scope)) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select p.task_id, c.title campaign, count(*) items, null::bigint survey, null::date closes_on
                        from rectification_item i join problem p on p.id = i.id
                        join org_unit u on u.id = p.branch_id
                        join campaign c on c.id = p.campaign_id
                        where i.state = 'VERIFIED' and %1$s
                          and (c.satisfaction_to_close = 'ALL'
                            or (c.satisfaction_to_close = 'FOR_BRANCH_ITEMS' and p.subject_kind = 'BRANCH'))
                          and not exists (select 1 from survey_item s where s.item_id = i.id and s.running) and not %2$s
                        group by p.task_id, c.id
                        union all
                        select s.task_id, c.title, 0, s.id, s.closes_on
                        from satisfaction_survey s join org_unit u on u.id = s.branch_id
                        join branch_task t on t.id = s.task_id join campaign c on c.id = t.campaign_id
                        where s.state = 'OPEN' and s.closes_on < :today and %1$s
                        order by survey nulls last, task_id
                        """.formatted(within.condition(), SurveyItems.APPROVED))
                .params(within.parameters())
                .param("today", LocalDate.now(clock))
                .query(Waiting.class)
                .list();
    }
}
