package org.orglife.campaign;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StepPlanRepository extends Repository<StepPlan, Long> {

    StepPlan save(StepPlan plan);

    void delete(StepPlan plan);

    @EntityGraph(attributePaths = "owner")
    @Query("select s from StepPlan s where s.taskId = :taskId order by s.id")
    List<StepPlan> of(Long taskId);

    @Query("select s from StepPlan s where s.taskId = :taskId and s.code = :code")
    Optional<StepPlan> find(Long taskId, StepCode code);

    @Query("select s from StepPlan s where s.id = :id and s.taskId = :taskId and s.code is null")
    Optional<StepPlan> findOwn(Long id, Long taskId);
}
