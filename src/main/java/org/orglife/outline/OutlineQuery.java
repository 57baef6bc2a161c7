package org.orglife.outline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.TextReview;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has written what, and what waits for whom. */
@Service
@Transactional(readOnly = true)
public class OutlineQuery {

    private static final String PREPARING = """
            g.state in ('ISSUED', 'IN_PROGRESS', 'REPORTING') and not g.backfilled and g.personal_text <> 'NONE'
              and t.state in ('CREATED', 'PREPARING', 'READY', 'RETURNED', 'POSTPONED', 'REDO_REQUIRED')""";

    /** A text that must be written and is not handed in, or one given back; {@code :me} is its author. */
    private static final String OWN = """
            select t.id task_id, g.title campaign, 0 texts, o.state = 'RETURNED' is true remark,
              coalesce(sp.until_on, bp.meeting_on - 1, d.window_until) until
            from membership ms
            join branch_task t on t.branch_id = ms.branch_id
            join campaign g on g.id = t.campaign_id
            join task_expected e on e.task_id = t.id and e.member_id = ms.member_id
            left join step_definition d on d.campaign_id = g.id and d.code = 'TEXT'
            left join step_plan sp on sp.task_id = t.id and sp.code = 'TEXT'
            left join branch_plan bp on bp.id = t.id
            left join outline o on o.task_id = t.id and o.member_id = ms.member_id
            where ms.member_id = :me and ms.until_on is null and %1$s
              and (o.state = 'RETURNED' or (coalesce(o.handed_in, 0) = 0
                and g.personal_text in ('OUTLINE_REQUIRED', 'FULL_TEXT_REQUIRED')))
            """;

    /** What others have handed in and the caller is to read. */
    private static final String OF_OTHERS = """
            select t.id task_id, g.title campaign, count(*) texts, false remark, null::date until
            from outline o
            join branch_task t on t.id = o.task_id
            join org_unit u on u.id = t.branch_id
            join campaign g on g.id = t.campaign_id
            where :sits and o.state = 'HANDED_IN' and o.member_id is not null and o.member_id is distinct from :me and %1$s and %2$s
              and (g.text_review = 'BY_COMMITTEE' or (g.text_review = 'BY_SECRETARY' and (:role = 'SECRETARY'
                or (:role = 'DEPUTY' and not exists (select 1 from position s
                  where s.unit_id = t.branch_id and s.kind = 'SECRETARY' and s.member_id is not null and not s.assistant
                    and s.from_on <= :today and (s.until_on is null or s.until_on >= :today))))))
            group by t.id, g.title
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OutlineQuery(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A member of the branch, and how far his text has come.
     *
     * @param id of the text; null while there is none
     * @param state null while there is none
     * @param version number of the one handed in last; 0 if none was
     * @param handedInOn when
     */
    public record Line(
            long memberId,
            String name,
            @Nullable Long id,
            @Nullable OutlineState state,
            int version,
            @Nullable LocalDate handedInOn,
            @Nullable LocalDate sharedOn) {

        public boolean isHandedIn() {
            return version > 0;
        }
    }

    /** Everybody who is expected, by name, with his text, and whoever else has handed one in. */
    List<Line> lines(BranchTask task) {
        return jdbc.sql("""
                        select m.id member_id, m.name, o.id, o.state, coalesce(o.handed_in, 0) "version", v.handed_in_on,
                          o.shared_on
                        from member m
                        left join outline o on o.task_id = :task and o.member_id = m.id
                        left join outline_version v on v.outline_id = o.id and v.number = o.handed_in
                        where o.handed_in > 0
                          or m.id in (select e.member_id from task_expected e where e.task_id = :task)
                        order by m.name collate zh_pinyin, m.id
                        """).param("task", task.getId()).query(Line.class).list();
    }

    /**
     * How far the texts of a branch have come.
     *
     * @param members who are expected
     * @param begun of them, those who have kept or handed in something
     * @param handedIn those who have handed in
     * @param toReview those who have handed in something that somebody else is to read
     * @param accepted of these, those whose last version was found good
     */
    record Progress(int members, int begun, int handedIn, int toReview, int accepted) {}

    /** Where the secretary reads, nobody reads his own: it does not wait for anybody. */
    Progress progress(BranchTask task) {
        return jdbc.sql("""
                        select count(*) members, count(o.id) begun,
                          count(*) filter (where o.handed_in > 0) handed_in,
                          count(*) filter (where o.handed_in > 0 and not (:bySecretary and exists (
                            select 1 from position s
                            where s.unit_id = :branch and s.kind = 'SECRETARY' and s.member_id = m.member_id and not s.assistant
                              and s.from_on <= :today and (s.until_on is null or s.until_on >= :today)))) to_review,
                          count(*) filter (where o.state = 'ACCEPTED') accepted
                        from task_expected m
                        left join outline o on o.task_id = m.task_id and o.member_id = m.member_id
                        where m.task_id = :task
                        """)
                .param("task", task.getId())
                .param("branch", task.getBranch().getId())
                .param("bySecretary", task.getCampaign().getPolicy().textReview() == TextReview.BY_SECRETARY)
                .param("today", LocalDate.now(clock))
                .query(Progress.class)
                .single();
    }

    /**
     * Texts that wait for the caller: one of his own, or those of others that he is to read.
     *
     * @param texts how many of others wait; 0 where it is his own
     * @param remark whether his own was given back
     * @param until day by which his own is to be there
     */
    public record Waiting(
            long taskId,
            String campaign,
            int texts,
            boolean remark,
            @Nullable LocalDate until) {

        /** Whether he has to write or to mend his own. */
        public boolean isOwn() {
            return texts == 0;
        }
    }

    /** What waits for the caller, his own first. */
    public List<Waiting> waiting(BranchScope scope) {
        boolean outside = scope.role().isSuperior() || scope.role().isOfficer();
        if (scope.memberId() == null || outside) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        String both = "select * from (" + OWN + " union all " + OF_OTHERS + ") w order by texts > 0, task_id";
        return jdbc.sql(both.formatted(PREPARING, within.condition()))
                .param("me", scope.memberId())
                .param("sits", scope.role().sitsOnCommittee())
                .param("role", scope.role().name())
                .param("today", LocalDate.now(clock))
                .params(within.parameters())
                .query(Waiting.class)
                .list();
    }
}
