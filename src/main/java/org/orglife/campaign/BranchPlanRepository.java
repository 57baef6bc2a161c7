package org.orglife.campaign;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BranchPlanRepository extends Repository<BranchPlan, Long> {

    BranchPlan save(BranchPlan plan);

    @EntityGraph(attributePaths = {"chair", "recorder"})
    Optional<BranchPlan> findById(Long id);

    /** What a branch settled for its other meetings, the latest first. */
    @EntityGraph(attributePaths = {"chair", "recorder"})
    @Query(
            "select p from BranchPlan p where p.branchId = :branchId and p.id <> :taskId order by p.meetingOn desc, p.id desc")
    List<BranchPlan> others(Long branchId, Long taskId, Limit limit);
}
