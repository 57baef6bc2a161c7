package org.orglife.points;

import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

interface PointsEntryRepository extends Repository<PointsEntry, Long> {

    PointsEntry save(PointsEntry entry);

    @EntityGraph(attributePaths = "item")
    Optional<PointsEntry> findById(Long id);

    boolean existsByCountersId(Long countersId);
}
