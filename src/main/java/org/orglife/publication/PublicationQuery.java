package org.orglife.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads publications: those who work for the branch all of them, everybody else within reach those that are shown. */
@Component
@Transactional(readOnly = true)
public class PublicationQuery {

    private final PublicationRepository publications;
    private final BranchTaskService tasks;
    private final JdbcClient jdbc;
    private final Clock clock;

    PublicationQuery(PublicationRepository publications, BranchTaskService tasks, JdbcClient jdbc, Clock clock) {
        this.publications = publications;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A publication.
     *
     * @throws NotFoundException if there is none, its branch lies outside the scope, or it is not shown and the caller does
     *     not work for the branch
     */
    public Publication get(long id, BranchScope scope) {
        Publication found = publications
                .findById(id)
                .filter(publication -> PublicationAccess.mayRead(publication, scope))
                .orElseThrow(() -> new NotFoundException(Publication.class, id));
        tasks.glance(found.getTaskId(), scope);
        return found;
    }

    /** Those of a task that was found within the caller's scope, the newest first. */
    public List<Publication> of(BranchTask task, BranchScope scope) {
        return publications.ofTask(task.getId()).stream()
                .filter(publication -> PublicationAccess.mayRead(publication, scope))
                .toList();
    }

    /** Refuses to go on with what somebody has saved since. */
    void requireVersion(Publication publication, long version) {
        if (publication.getVersion() != version) {
            PublicationDetails details = publication.getDetails();
            throw new StaleEditException(
                    publication.getVersion(),
                    List.of(
                            new CurrentText("title", "publication.title", details.title()),
                            new CurrentText("intro", "publication.intro", details.intro()),
                            new CurrentText("contact", "publication.contact", details.contact())));
        }
    }

    /** What has to be done next with a publication. */
    public enum Need {
        /** 核对. */
        CHECK,
        /** 退回后修改. */
        MEND,
        /** 批准. */
        APPROVE,
        /** 公示. */
        PUBLISH,
        /** 公示到期. */
        END,
        /** 审诺. */
        PLEDGES
    }

    /**
     * What waits for the caller.
     *
     * @param id of a publication; for {@link Need#PLEDGES} of the branch's task
     * @param title of a publication; for {@link Need#PLEDGES} of the campaign
     * @param until last day of a publication; null for {@link Need#PLEDGES}
     * @param pledges how many wait; 0 for a publication
     */
    public record Waiting(
            long id, String title, Need need, @Nullable LocalDate until, int pledges) {}

    /**
     * What waits for the caller: to check what others propose, to mend what was sent back to him; for the secretary and his
     * deputy to approve, to show, to take down what is over, and to look at pledges but for their own.
     */
    public List<Waiting> waiting(BranchScope scope) {
        if (!scope.role().worksForBranch()) {
            return List.of();
        }
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select * from (
                          select p.id, p.title, p.until_on until, 0 pledges,
                            case
                              when p.state = 'DRAFT' and p.returned_reason is not null then
                                case when p.proposed_by = :me then 'MEND' end
                              when p.state = 'DRAFT' then case when p.proposed_by <> :me and :sits then 'CHECK' end
                              when not :leads then null
                              when p.state = 'CHECKED' then 'APPROVE'
                              when p.state = 'APPROVED' then 'PUBLISH'
                              when p.until_on < :today then 'END'
                            end need
                          from publication p join org_unit u on u.id = p.branch_id
                          where p.state in ('DRAFT', 'CHECKED', 'APPROVED', 'PUBLISHED')
                            and (:task = -1 or p.task_id = :task) and %1$s
                          union all
                          select p.task_id, c.title, null, count(*), 'PLEDGES'
                          from pledge p join org_unit u on u.id = p.branch_id
                          join branch_task t on t.id = p.task_id join campaign c on c.id = t.campaign_id
                          where :leads and p.state = 'WRITTEN' and p.returned_reason is null
                            and p.member_id is distinct from :member and %1$s
                          group by p.task_id, c.id) w
                        where need is not null order by need, id
                        """.formatted(within.condition()))
                .params(within.parameters())
                .param("me", scope.accountId())
                .param("member", scope.memberId() == null ? -1L : scope.memberId())
                .param("sits", scope.role().sitsOnCommittee())
                .param("leads", scope.role().leadsBranch())
                .param("today", LocalDate.now(clock))
                .param("task", scope.onlyTask() == null ? -1L : scope.onlyTask())
                .query(Waiting.class)
                .list();
    }
}
