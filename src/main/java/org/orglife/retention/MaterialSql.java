package org.orglife.retention;

import java.util.List;

/** Where each material lies: what of it is due in a task, and how it goes. The task is {@code o} or {@code :task}. */
final class MaterialSql {

    private static final String OVER =
            "(o.state in ('DONE', 'EXEMPTED') or c.state in ('CLOSED', 'ARCHIVED', 'CANCELLED'))";

    private static final String LATER_CYCLES = """
            (select count(*) from branch_task l join campaign k on k.id = l.campaign_id
              where l.branch_id = o.branch_id and (k.year, k.id) > (c.year, c.id)
                and (l.state in ('DONE', 'EXEMPTED') or k.state in ('CLOSED', 'ARCHIVED'))) >= :cycles
            """;

    private static final String TURNS = """
            turn x join agenda_item a on a.id = x.item_id join held_meeting h on h.id = a.meeting_id
            """;

    private static final String PERSONAL_ITEMS =
            "(select p.id from problem p where p.task_id = :task and p.subject_kind <> 'BRANCH')";

    private static final String ORDINARY_REVIEWS =
            "(select r.id from member_review r where r.task_id = :task and r.grade in ('QUALIFIED', 'BASIC'))";

    private MaterialSql() {}

    /** Whether the task's time is over for it. */
    static String due(Material material) {
        if (material == Material.ANONYMOUS_OPINIONS) {
            return "true";
        }
        String ended = OVER + " and o.last_activity_at < :before";
        return material.isKeptByCycles() ? ended + " and " + LATER_CYCLES : ended;
    }

    /** How much of it lies in the task. */
    static String count(Material material) {
        return "select count(*) from "
                + switch (material) {
                    case TALK_TEXTS ->
                        "talk x where x.task_id = o.id and (x.text_sealed is not null or x.source_sealed is not null)";
                    case SIGNED_OPINIONS -> "opinion x where x.task_id = o.id and not x.anonymous and x.text <> :gone";
                    case ANONYMOUS_OPINIONS ->
                        "opinion x join digest_point d on d.id = x.point_id where x.task_id = o.id and x.anonymous and x.text <> :gone"
                                + " and d.decided_on < :before";
                    case CRITICISM ->
                        TURNS
                                + " where h.task_id = o.id and (x.self_criticism_sealed is not null or x.response_sealed is not null"
                                + " or exists (select 1 from criticism s where s.turn_id = x.id and s.gist_sealed is not null))";
                    case OUTLINES -> "outline x where x.task_id = o.id";
                    case PERSONAL_LEDGERS ->
                        "problem x where x.task_id = o.id and x.subject_kind <> 'BRANCH' and x.text <> :gone";
                    case REVIEW_PAPERS ->
                        "member_review x where x.task_id = o.id and x.grade in ('QUALIFIED', 'BASIC') and x.opinion <> :gone";
                };
    }

    /** What is sent, one after the other, to be rid of it. */
    static List<String> delete(Material material) {
        return switch (material) {
            case TALK_TEXTS ->
                List.of("update talk set text_sealed = null, source_sealed = null where task_id = :task");
            case SIGNED_OPINIONS -> List.of("""
                        update opinion set text = :gone, giver_id = null, recorded_by = null, source_key = null
                        where task_id = :task and not anonymous
                        """);
            case ANONYMOUS_OPINIONS -> List.of("""
                        update opinion x set text = :gone, source_key = null from digest_point d
                        where d.id = x.point_id and x.task_id = :task and x.anonymous and d.decided_on < :before
                        """);
            case CRITICISM ->
                List.of(
                        "update criticism s set gist_sealed = null from " + TURNS
                                + " where s.turn_id = x.id and h.task_id = :task",
                        """
                        update turn t set self_criticism_sealed = null, response_sealed = null
                        from agenda_item a join held_meeting h on h.id = a.meeting_id
                        where a.id = t.item_id and h.task_id = :task
                        """);
            case OUTLINES ->
                List.of(
                        "delete from outline_version v using outline x where x.id = v.outline_id and x.task_id = :task",
                        "delete from outline where task_id = :task");
            case PERSONAL_LEDGERS ->
                List.of(
                        "delete from evidence where item_id in " + PERSONAL_ITEMS,
                        "update item_entry set text = null where item_id in " + PERSONAL_ITEMS,
                        "update look_back_result set remark = :gone where remark is not null and item_id in "
                                + PERSONAL_ITEMS,
                        "update rectification_item set result = null, evidence = null where id in " + PERSONAL_ITEMS,
                        "update measure set text = :gone, target = null, progress = null where item_id in "
                                + PERSONAL_ITEMS,
                        "update problem set text = :gone, cause = null where id in " + PERSONAL_ITEMS,
                        "delete from problem_draft where task_id = :task");
            case REVIEW_PAPERS ->
                List.of(
                        "delete from review_improvement where review_id in " + ORDINARY_REVIEWS,
                        "update earlier_decision set opinion = :gone, reason = null, replaced_by = null, statement = null,"
                                + " stated_at = null where review_id in " + ORDINARY_REVIEWS,
                        """
                        update member_review set everyday = :gone, study = :gone, opinion = :gone, statement = null, stated_at = null
                        where task_id = :task and grade in ('QUALIFIED', 'BASIC')
                        """);
        };
    }

    /** Files that go with it. */
    static List<String> files(Material material) {
        return material == Material.PERSONAL_LEDGERS
                ? List.of("select file_id from evidence where item_id in " + PERSONAL_ITEMS)
                : List.of();
    }
}
