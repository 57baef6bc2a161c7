package org.orglife.review;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DispositionCaseRepository extends Repository<DispositionCase, Long> {

    DispositionCase save(DispositionCase disposition);

    void flush();

    @Query("select d from DispositionCase d where d.reviewId = :reviewId")
    Optional<DispositionCase> of(Long reviewId);
}
