package org.orglife.sitting;

/**
 * What is counted of a task's meetings that have been held (domain 3.8), as SQL beside {@code branch_task t}. Whoever
 * comes to several sittings of a meeting counts once.
 */
public final class MeetingCounts {

    /** The meetings that count: those that are over. */
    public static final String HELD = "phase in ('RECORD_OPEN', 'RECORD_SIGNED')";

    /** Everybody who was at a meeting of the task {@code t}, a row for each sitting. */
    private static final String PRESENT = """
            from held_meeting h
            join sitting s on s.meeting_id = h.id
            join attendance a on a.sitting_id = s.id
            where h.task_id = t.id and h.%s and a.status = 'PRESENT'
            """.formatted(HELD);

    /** The members expected at the last meeting of the task who were at none of its sittings. */
    private static final String AWAY = """
            select bool_or(a.status = 'EXCUSED') excused
            from sitting s join attendance a on a.sitting_id = s.id
            where a.member_id is not null and s.meeting_id = (
              select h.id from held_meeting h join org_life_meeting m on m.id = h.id
              where h.task_id = t.id and h.%s order by m.number desc limit 1)
            group by a.member_id having not bool_or(a.status = 'PRESENT')
            """.formatted(HELD);

    /** One row of counts for a task, to stand in a {@code lateral}. */
    public static final String COLUMNS = """
            (select
              (select count(*) from held_meeting h where h.task_id = t.id and h.%s) held_meetings,
              here.members meeting_members, here.leaders leaders_as_members, here.guidance guidance_visits,
              here.supervised supervised_meetings, here.reps outside_reps, here.meetings_with_reps,
              away.excused excused_members, away.absent absent_members,
              (select count(*) from held_meeting h
                join agenda_item i on i.meeting_id = h.id
                join turn u on u.item_id = i.id
                join criticism c on c.turn_id = u.id
                where h.task_id = t.id and h.%s) criticisms
            from (select count(distinct a.member_id) members,
                count(distinct (h.id, a.member_id)) filter (where a.capacity = 'LEADER_AS_ORDINARY_MEMBER') leaders,
                count(distinct (h.id, a.name, a.unit)) filter (where a.capacity in ('CONTACT_LEADER', 'SUPERVISOR')) guidance,
                count(distinct h.id) filter (where a.capacity = 'SUPERVISOR') supervised,
                count(distinct (h.id, a.name, a.unit)) filter (where a.capacity = 'OUTSIDE_REP') reps,
                count(distinct h.id) filter (where a.capacity = 'OUTSIDE_REP') meetings_with_reps
              %s) here,
              (select count(*) filter (where excused) excused, count(*) filter (where not excused) absent
              from (%s) each) away)
            """.formatted(HELD, HELD, PRESENT, AWAY);

    private MeetingCounts() {}
}
