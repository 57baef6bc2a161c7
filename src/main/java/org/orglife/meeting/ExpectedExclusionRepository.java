package org.orglife.meeting;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ExpectedExclusionRepository extends Repository<ExpectedExclusion, Long> {

    ExpectedExclusion save(ExpectedExclusion exclusion);

    void delete(ExpectedExclusion exclusion);

    @Query("select x from ExpectedExclusion x where x.id = :id and x.taskId = :taskId")
    Optional<ExpectedExclusion> find(Long id, Long taskId);
}
