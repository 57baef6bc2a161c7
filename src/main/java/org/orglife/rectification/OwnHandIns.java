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

/** 一起交账: the problems whose measures are all done, handed in together by whoever answers for them. */
@Service
@Transactional(readOnly = true)
public class OwnHandIns {

    private static final String READY = """
            from rectification_item i
            join problem p on p.id = i.id
            join org_unit u on u.id = p.branch_id
            join branch_task t on t.id = p.task_id
            join campaign c on c.id = p.campaign_id
            where i.state in ('IN_PROGRESS', 'RETURNED') and t.state not in ('DONE', 'EXEMPTED')
              and i.id in (select m.item_id from measure m where m.owner_id = :me)
              and not exists (select 1 from measure m where m.item_id = i.id and m.done_on is null) and
            """;

    private final JdbcClient jdbc;
    private final Items items;
    private final ItemWork work;

    OwnHandIns(JdbcClient jdbc, Items items, ItemWork work) {
        this.jdbc = jdbc;
        this.items = items;
        this.work = work;
    }

    /**
     * A problem that can be handed in.
     *
     * @param number of the problem
     * @param result what was said last of its measures, to begin with; null for nothing
     */
    public record Ready(
            long id,
            int number,
            String problem,
            String campaign,
            @Nullable String result) {}

    /**
     * What one hands in.
     *
     * @param result 1 to 1,000 characters
     */
    public record Line(long item, String result) {}

    /** What can be handed in, by number. */
    public List<Ready> ready(BranchScope scope, int limit) {
        if (scope.memberId() == null) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select i.id, p.number, p.text problem, c.title campaign, coalesce(i.result, (
                          select string_agg(m.progress, '；' order by m.position) from measure m where m.item_id = i.id)) result
                        """ + READY + within.condition() + " order by c.id desc, p.number limit :limit")
                .params(within.parameters())
                .param("me", scope.memberId())
                .param("limit", limit)
                .query(Ready.class)
                .list();
    }

    /**
     * Hands all of them in, or none.
     *
     * @throws LinesRefusedException with what is wrong, by item; one that is not there any more is
     *     {@code rectification.line.gone}
     */
    @Transactional
    public void handIn(List<Line> lines, Actor actor, BranchScope scope) {
        Map<Long, RuleViolationException> wrong = new LinkedHashMap<>();
        Map<Line, Long> taskOf = new LinkedHashMap<>();
        for (Line line : lines) {
            try {
                RectificationItem item = items.get(line.item(), scope);
                work.requireHandIn(item, scope);
                taskOf.put(line, item.getTaskId());
            } catch (RuleViolationException refused) {
                wrong.put(line.item(), refused);
            } catch (NotFoundException gone) {
                wrong.put(line.item(), new RuleViolationException("rectification.line.gone"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new LinesRefusedException(wrong);
        }
        // Tasks are taken hold of in one order, whoever saves: nobody waits for each other in a circle.
        List<Line> inOrder = new ArrayList<>(taskOf.keySet());
        inOrder.sort(Comparator.comparing(taskOf::get));
        inOrder.forEach(line -> work.handIn(line.item(), line.result(), null, actor, scope));
    }
}
