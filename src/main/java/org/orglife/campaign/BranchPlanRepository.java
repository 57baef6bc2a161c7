package org.orglife.campaign;

import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

interface BranchPlanRepository extends Repository<BranchPlan, Long> {

    BranchPlan save(BranchPlan plan);

    @EntityGraph(attributePaths = {"chair", "recorder"})
    Optional<BranchPlan> findById(Long id);
}
