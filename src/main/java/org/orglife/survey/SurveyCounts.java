package org.orglife.survey;

/**
 * What is counted of the surveys of a task {@code t} (M23), as SQL: answers to the last survey about each item, and about the
 * whole, where enough have answered to be shown.
 */
public final class SurveyCounts {

    /** One row of counts for a task, to stand in a {@code lateral}. */
    public static final String COLUMNS = """
            (select coalesce(sum(x.valid), 0) survey_valid, coalesce(sum(x.positive), 0) survey_satisfied
            from (
              select distinct on (l.item_id) l.valid, l.satisfied + l.fairly + l.basically positive
              from survey_line l join satisfaction_survey s on s.id = l.survey_id
              where s.task_id = t.id and l.satisfied is not null
              order by l.item_id, s.number desc) x)
            """;

    private SurveyCounts() {}
}
