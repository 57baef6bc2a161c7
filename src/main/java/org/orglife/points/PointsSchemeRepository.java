package org.orglife.points;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PointsSchemeRepository extends Repository<PointsScheme, Long> {

    PointsScheme save(PointsScheme scheme);

    void flush();

    Optional<PointsScheme> findById(Long id);

    /** The one of the latest year. */
    @Query("select s from PointsScheme s where s.branchId = :branchId order by s.year desc limit 1")
    Optional<PointsScheme> latest(Long branchId);

    Optional<PointsScheme> findByBranchIdAndYear(Long branchId, int year);
}
