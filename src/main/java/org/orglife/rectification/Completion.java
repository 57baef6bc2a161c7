package org.orglife.rectification;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.orglife.campaign.TaskCompletion;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 办结: which branches have nothing left to rectify, and the office's word that it is so (domain 2.3). */
@Service
@Transactional(readOnly = true)
public class Completion {

    private static final String TASKS = """
            from branch_task t
            join org_unit u on u.id = t.branch_id
            join campaign c on c.id = t.campaign_id
            left join lateral (
              select count(*) items, count(*) filter (where i.state <> 'CLOSED') open
              from rectification_item i
              where i.task_id = t.id and i.state not in ('WITHDRAWN', 'MERGED', 'TRANSFERRED')) i on true
            where t.state in ('REPORTED', 'RECTIFYING') and
            """;

    private final JdbcClient jdbc;
    private final TaskCompletion tasks;
    private final ObjectProvider<UnfinishedWork> others;

    Completion(JdbcClient jdbc, TaskCompletion tasks, ObjectProvider<UnfinishedWork> others) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.others = others;
    }

    /**
     * A branch that has reported and is not done.
     *
     * @param items problems in its ledger
     * @param open those that are not struck off
     */
    public record Candidate(long taskId, String branch, long items, long open) {}

    /** Branches of a campaign in which everything is struck off. */
    public record Waiting(long campaignId, String campaign, long branches) {}

    /** Branches of a campaign that have reported and are not done; those with nothing open first. */
    public List<Candidate> candidates(long campaignId, BranchScope scope, int limit, long offset) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("select t.id task_id, u.name branch, i.items, i.open " + TASKS + within.condition()
                        + " and t.campaign_id = :campaign order by i.open, u.path limit :limit offset :offset")
                .params(within.parameters())
                .param("campaign", campaignId)
                .param("limit", limit)
                .param("offset", offset)
                .query(Candidate.class)
                .list();
    }

    public long countCandidates(long campaignId, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("select count(*) " + TASKS + within.condition() + " and t.campaign_id = :campaign")
                .params(within.parameters())
                .param("campaign", campaignId)
                .query(Long.class)
                .single();
    }

    /** What waits for the office's word, the newest campaign first; nothing for others. */
    public List<Waiting> waiting(BranchScope scope) {
        if (scope.role() != Role.PARTY_OFFICE) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("select c.id campaign_id, c.title campaign, count(*) branches " + TASKS + within.condition()
                        + " and i.items > 0 and i.open = 0 and not c.backfilled group by c.id order by c.id desc")
                .params(within.parameters())
                .query(Waiting.class)
                .list();
    }

    /** Those of the branches in which something else is not finished, such as a round of look-back. */
    public Set<Long> unfinished(Collection<Long> taskIds) {
        return others.stream()
                .flatMap(other -> other.of(taskIds).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * These branches are done: all of them, or none.
     *
     * @return how many
     * @throws RuleViolationException {@code rectification.completion.left} with the branch and its open items,
     *     {@code rectification.completion.unfinished}, and as {@link TaskCompletion#complete}
     */
    @Transactional
    public int complete(Collection<Long> taskIds, Actor actor, BranchScope scope) {
        Set<Long> all = new TreeSet<>(taskIds);
        all.forEach(id -> tasks.complete(id, actor, scope));
        jdbc.sql("""
                        select u.name || '|' || count(*) from rectification_item i join branch_task t on t.id = i.task_id
                        join org_unit u on u.id = t.branch_id
                        where i.task_id in (:tasks) and i.state not in ('CLOSED', 'WITHDRAWN', 'MERGED', 'TRANSFERRED')
                        group by u.id order by u.path limit 1
                        """).param("tasks", all).query(String.class).optional().ifPresent(open -> {
            throw new RuleViolationException(
                    "rectification.completion.left",
                    open.substring(0, open.lastIndexOf('|')),
                    open.substring(open.lastIndexOf('|') + 1));
        });
        if (!unfinished(all).isEmpty()) {
            throw new RuleViolationException("rectification.completion.unfinished");
        }
        return all.size();
    }

    /** The ledger of a branch that was done is worked on again; see {@link TaskCompletion#takeUp}. */
    @Transactional
    public void takeUp(long taskId, String reason, Actor actor, BranchScope scope) {
        tasks.takeUp(taskId, reason, actor, scope);
    }
}
