package org.orglife.campaign;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CampaignRepository extends Repository<Campaign, Long> {

    Campaign save(Campaign campaign);

    @EntityGraph(attributePaths = "issuer")
    Optional<Campaign> findById(Long id);

    @Query("select c from Campaign c where c.state in (ISSUED, IN_PROGRESS)")
    List<Campaign> running();

    void delete(Campaign campaign);

    /** One task for every open branch below the targets, in one statement, however many there are. */
    @Modifying(flushAutomatically = true)
    @Query(value = """
                    insert into branch_task (id, campaign_id, branch_id, state, last_activity_at)
                    select nextval('branch_task_seq'), :campaignId, u.id, 'CREATED', :at
                    from org_unit u
                    where u.kind = 'BRANCH' and u.dissolved_on is null
                      and exists (select 1 from org_unit t where t.id in (:targets) and u.path like t.path || '%')
                    on conflict (campaign_id, branch_id) do nothing
                    """, nativeQuery = true)
    int createTasks(Long campaignId, Collection<Long> targets, Instant at);

    @Query("select c from Campaign c left join fetch c.steps where c.id = :id")
    Optional<Campaign> withSteps(Long id);

    @Query("select t.id from BranchTask t where t.campaign.id = :campaignId and t.branch.id = :branchId")
    long taskOf(Long campaignId, Long branchId);

    @Modifying
    @Query(value = """
                    insert into task_entry (id, task_id, branch_id, to_state, kind, at, account_id, actor_name)
                    select nextval('task_entry_seq'), t.id, t.branch_id, t.state, 'ISSUED', :at, :accountId, :actor
                    from branch_task t where t.campaign_id = :campaignId
                    """, nativeQuery = true)
    void noteIssued(Long campaignId, Instant at, @Nullable Long accountId, String actor);

    @Modifying(flushAutomatically = true)
    @Query(
            value =
                    "delete from task_entry where task_id in (select id from branch_task where campaign_id = :campaignId)",
            nativeQuery = true)
    void deleteTaskEntries(Long campaignId);

    /** Forgets what is loaded: a task that is still held would refer to a campaign that is about to go. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query(value = "delete from branch_task where campaign_id = :campaignId", nativeQuery = true)
    void deleteTasks(Long campaignId);

    /** How many branches are neither done nor exempted. */
    @Query("select count(t) from BranchTask t where t.campaign.id = :campaignId and t.state not in (DONE, EXEMPTED)")
    long openTasks(Long campaignId);

    boolean existsByIssuerIdAndTitleAndYearAndStateNot(long issuerId, String title, int year, CampaignState state);
}
