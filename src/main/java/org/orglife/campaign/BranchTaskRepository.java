package org.orglife.campaign;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BranchTaskRepository extends Repository<BranchTask, Long> {

    BranchTask save(BranchTask task);

    @EntityGraph(attributePaths = {"campaign", "campaign.steps", "branch"})
    Optional<BranchTask> findById(Long id);

    @EntityGraph(attributePaths = {"campaign", "branch"})
    @Query("select t from BranchTask t where t.id = :id")
    Optional<BranchTask> glance(Long id);

    @EntityGraph(attributePaths = {"campaign", "branch"})
    @Query("select t from BranchTask t where t.campaign.id = :campaignId and t.branch.id = :branchId")
    Optional<BranchTask> find(Long campaignId, Long branchId);

    @EntityGraph(attributePaths = {"campaign", "branch"})
    @Query("select t from BranchTask t where t.campaign.id = :campaignId and t.branch.id in :branchIds")
    List<BranchTask> findAll(Long campaignId, Collection<Long> branchIds);

    @EntityGraph(attributePaths = {"campaign", "branch"})
    @Query("""
            select t from BranchTask t
            where t.branch.id = :branchId and t.campaign.state <> CANCELLED
            order by t.campaign.issuedOn desc, t.campaign.id desc
            """)
    List<BranchTask> ofBranch(Long branchId);

    /** The first branch is at work. Several branches begin at once: none of them may fail because another was quicker. */
    @Modifying
    @Query(
            value = "update campaign set state = 'IN_PROGRESS' where id = :campaignId and state = 'ISSUED'",
            nativeQuery = true)
    void beginCampaign(Long campaignId);
}
