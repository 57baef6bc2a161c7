package org.orglife.rectification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 我的整改: all measures one answers for, and progress on several of them at once. */
@Service
@Transactional(readOnly = true)
public class OwnMeasures {

    private static final String OPEN = """
            from measure m
            join rectification_item i on i.id = m.item_id
            join problem p on p.id = i.id
            join org_unit u on u.id = p.branch_id
            join branch_task t on t.id = p.task_id
            join campaign c on c.id = p.campaign_id
            where m.owner_id = :me and (m.done_on is null or m.track = 'LONG_TERM')
              and i.state in ('PLANNED', 'IN_PROGRESS', 'RETURNED', 'REOPENED')
              and t.state not in ('DONE', 'EXEMPTED') and
            """;

    private final JdbcClient jdbc;
    private final Items items;
    private final ItemWork work;
    private final ItemHistory history;

    OwnMeasures(JdbcClient jdbc, Items items, ItemWork work, ItemHistory history) {
        this.jdbc = jdbc;
        this.items = items;
        this.work = work;
        this.history = history;
    }

    /**
     * What somebody says of one of his measures.
     *
     * @param words up to 500 characters; null for nothing
     */
    public record Line(long item, long measure, @Nullable String words, boolean done) {}

    /** What is open of one's own, what is due first first. */
    public List<OwnMeasure> open(BranchScope scope, int limit, long offset) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select m.id, i.id item, p.number, p.text problem, c.title campaign, m.text, m.track, m.due_on, m.first_due_on,
                          m.next_stage_on, m.progress, m.progress_on
                        """ + OPEN + within.condition()
                        + " order by coalesce(m.due_on, m.next_stage_on) nulls last, m.id limit :limit offset :offset")
                .params(within.parameters())
                .param("me", me(scope))
                .param("limit", limit)
                .param("offset", offset)
                .query(OwnMeasure.class)
                .list();
    }

    public long countOpen(BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("select count(*) " + OPEN + within.condition())
                .params(within.parameters())
                .param("me", me(scope))
                .query(Long.class)
                .single();
    }

    private static long me(BranchScope scope) {
        return scope.memberId() == null ? -1 : scope.memberId();
    }

    /**
     * Reports on several measures as of today: on all of them, or on none.
     *
     * @throws LinesRefusedException with what is wrong, by measure; one that is not there any more is
     *     {@code rectification.line.gone}
     */
    @Transactional
    public void report(List<Line> lines, Actor actor, BranchScope scope) {
        Map<Long, RuleViolationException> wrong = new LinkedHashMap<>();
        Map<Line, Long> taskOf = new LinkedHashMap<>();
        for (Line line : lines) {
            try {
                taskOf.put(line, check(line, scope));
            } catch (RuleViolationException refused) {
                wrong.put(line.measure(), refused);
            } catch (NotFoundException gone) {
                wrong.put(line.measure(), new RuleViolationException("rectification.line.gone"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new LinesRefusedException(wrong);
        }
        // Tasks are taken hold of in one order, whoever saves: nobody waits for each other in a circle.
        List<Line> inOrder = new ArrayList<>(taskOf.keySet());
        inOrder.sort(Comparator.comparing(taskOf::get));
        inOrder.forEach(line ->
                work.report(line.item(), line.measure(), line.words(), line.done(), history.today(), actor, scope));
    }

    private long check(Line line, BranchScope scope) {
        RectificationItem item = items.get(line.item(), scope);
        Measure measure = items.reportable(item, line.measure(), scope);
        if (line.words() == null && !line.done()) {
            throw new RuleViolationException("rectification.progress-missing");
        }
        if (line.words() == null && measure.getTrack() == Track.LONG_TERM) {
            throw new RuleViolationException("rectification.stage-missing");
        }
        return item.getTaskId();
    }
}
