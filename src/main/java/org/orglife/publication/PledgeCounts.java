package org.orglife.publication;

/** What is counted of the pledges of a task {@code t} (M22), as SQL: those that are or were shown. */
public final class PledgeCounts {

    /** One row of counts for a task, to stand in a {@code lateral}. */
    public static final String COLUMNS = """
            (select count(*) filter (where p.member_id is not null) pledged_members,
              count(*) filter (where p.member_id is null) pledged_others
            from pledge p where p.task_id = t.id and p.state in ('PUBLISHED', 'IN_FULFILMENT', 'EVALUATED'))
            """;

    private PledgeCounts() {}
}
