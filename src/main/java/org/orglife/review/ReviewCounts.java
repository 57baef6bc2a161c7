package org.orglife.review;

/**
 * What is counted of the review of a task {@code t} (M18), as SQL. Who was decided on has taken part; which grade he has
 * counts once he was told: nobody outside the committee learns of it before him (domain 7.6). Those who take part and get
 * none count from the first decision on.
 */
public final class ReviewCounts {

    /** One row of counts for a task, to stand in a {@code lateral}. */
    public static final String COLUMNS = """
            (select
              count(*) filter (where r.grade = 'EXCELLENT' and r.fed_back_on is not null) review_excellent,
              count(*) filter (where r.grade = 'QUALIFIED' and r.fed_back_on is not null) review_qualified,
              count(*) filter (where r.grade = 'BASIC' and r.fed_back_on is not null) review_basic,
              count(*) filter (where r.grade = 'UNQUALIFIED' and r.fed_back_on is not null) review_unqualified,
              count(*) filter (where r.grade is not null and r.fed_back_on is null) review_untold,
              case when count(r.grade) > 0 then count(*) filter (where r.participation = 'NOT_GRADED_PROBATIONARY') else 0 end
                review_ungraded,
              (select count(*) from disposition_case d join member_review c on c.id = d.review_id
                where c.task_id = t.id and d.outcome is not null) dispositions
            from member_review r where r.task_id = t.id)
            """;

    private ReviewCounts() {}
}
