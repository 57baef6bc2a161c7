package org.orglife.survey;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.rectification.Approval;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which items a survey decides about, and what the last one about each came to. */
@Component
class SurveyItems implements Approval {

    /** Entry by which the item {@code i} was found solved the last time; 0 where none was written. */
    static final String VERIFICATION = """
            coalesce((select e.id from item_entry e where e.item_id = i.id and e.kind = 'VERIFIED'
              order by e.at desc, e.id desc limit 1), 0)
            """;

    /** Whether people were satisfied with the item {@code i} as it was found solved the last time. */
    static final String APPROVED = """
            exists (select 1 from survey_item a join survey_line al on al.id = a.line_id
              where a.item_id = i.id and al.verdict = 'APPROVED' and a.verification = %s)
            """.formatted(VERIFICATION);

    private final JdbcClient jdbc;

    SurveyItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record LastSurvey(
            @Nullable Long draft,
            @Nullable Long id,
            boolean running,
            int threshold,
            int valid,
            int positive,
            @Nullable Verdict verdict) {}

    @Override
    @Transactional(readOnly = true)
    public Standing of(long itemId) {
        LastSurvey last = jdbc.sql("""
                        select (select max(d.id) from survey_line l join satisfaction_survey d on d.id = l.survey_id
                            where l.item_id = i.id and d.state = 'DRAFT') draft,
                          s.id, coalesce(s.running, false) running, coalesce(s.threshold, 0) threshold, coalesce(s.valid, 0) valid,
                          coalesce(s.positive, 0) positive, s.verdict
                        from rectification_item i left join lateral (
                          select v.id, a.running, v.threshold, l.valid, l.satisfied + l.fairly + l.basically positive, l.verdict
                          from survey_item a join survey_line l on l.id = a.line_id
                          join satisfaction_survey v on v.id = l.survey_id
                          where a.item_id = i.id and (a.running or a.verification = %s)
                          order by a.running desc, v.number desc limit 1) s on true
                        where i.id = :item
                        """.formatted(VERIFICATION))
                .param("item", itemId)
                .query(LastSurvey.class)
                .single();
        return standing(last);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Long> approved(Collection<Long> itemIds) {
        return Set.copyOf(
                jdbc.sql("select i.id from rectification_item i where i.id in (:items) and i.state = 'VERIFIED' and "
                                + APPROVED)
                        .param("items", itemIds)
                        .query(Long.class)
                        .list());
    }

    private static Standing standing(LastSurvey last) {
        if (last.running()) {
            return new Standing(Verdict.OPEN, Stage.RUNNING, last.id(), null, last.threshold());
        }
        Verdict verdict = Objects.requireNonNullElse(last.verdict(), Verdict.OPEN);
        if (last.draft() != null && verdict != Verdict.APPROVED) {
            return new Standing(Verdict.OPEN, Stage.PREPARED, last.draft(), null, last.threshold());
        }
        if (verdict == Verdict.OPEN) {
            Stage stage = last.id() == null ? Stage.NONE : Stage.TOO_FEW;
            return new Standing(Verdict.OPEN, stage, last.id(), null, last.threshold());
        }
        return new Standing(
                verdict,
                Stage.DONE,
                last.id(),
                SatisfactionCount.permille(last.positive(), last.valid()),
                last.threshold());
    }

    /**
     * Notes about which items a survey that opens is going to decide: those of its lines, or with the rectification as a
     * whole those of the branch that wait for it.
     *
     * @throws RuleViolationException {@code survey.item-gone} if one is no longer solved, {@code survey.item-running} if one
     *     is asked about by another survey
     */
    void take(SatisfactionSurvey survey) {
        if (survey.isWhole()) {
            takeWaiting(survey);
            return;
        }
        requireFree(survey);
        int taken = jdbc.sql("""
                        insert into survey_item (line_id, branch_id, item_id, verification, running)
                        select l.id, l.branch_id, i.id, %s, true
                        from survey_line l join rectification_item i on i.id = l.item_id
                        where l.survey_id = :survey and i.state in ('VERIFIED', 'CLOSED')
                        """.formatted(VERIFICATION))
                .param("survey", survey.getId())
                .update();
        if (taken < survey.getLines().size()) {
            throw new RuleViolationException("survey.item-gone");
        }
    }

    private void requireFree(SatisfactionSurvey survey) {
        boolean running = jdbc.sql("""
                        select exists (select 1 from survey_line l join survey_item s on s.item_id = l.item_id and s.running
                          where l.survey_id = :survey)
                        """)
                .param("survey", survey.getId())
                .query(Boolean.class)
                .single();
        if (running) {
            throw new RuleViolationException("survey.item-running");
        }
    }

    private void takeWaiting(SatisfactionSurvey survey) {
        jdbc.sql("""
                        insert into survey_item (line_id, branch_id, item_id, verification, running)
                        select l.id, l.branch_id, i.id, %s, true
                        from survey_line l
                        join problem p on p.task_id = :task and p.subject_kind = 'BRANCH'
                        join rectification_item i on i.id = p.id and i.state = 'VERIFIED'
                        where l.survey_id = :survey
                          and not exists (select 1 from survey_item s where s.item_id = i.id and s.running) and not %s
                        """.formatted(VERIFICATION, APPROVED))
                .param("task", survey.getTaskId())
                .param("survey", survey.getId())
                .update();
    }

    /** Items of a line that still wait as they did when people were asked. */
    List<Long> stillWaiting(SurveyLine line) {
        return jdbc.sql("""
                        select i.id from survey_item s join rectification_item i on i.id = s.item_id
                        where s.line_id = :line and i.state = 'VERIFIED' and s.verification = %s order by i.id
                        """.formatted(VERIFICATION))
                .param("line", line.getId())
                .query(Long.class)
                .list();
    }

    /** How many items the whole of a survey decides about. */
    int count(SatisfactionSurvey survey) {
        return jdbc.sql(
                        "select count(*) from survey_item s join survey_line l on l.id = s.line_id where l.survey_id = :survey")
                .param("survey", survey.getId())
                .query(Integer.class)
                .single();
    }

    /** The survey is over. */
    void release(SatisfactionSurvey survey) {
        jdbc.sql("""
                        update survey_item s set running = false from survey_line l
                        where l.id = s.line_id and l.survey_id = :survey
                        """).param("survey", survey.getId()).update();
    }
}
