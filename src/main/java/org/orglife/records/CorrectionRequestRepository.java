package org.orglife.records;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CorrectionRequestRepository extends Repository<CorrectionRequest, Long> {

    CorrectionRequest save(CorrectionRequest request);

    void delete(CorrectionRequest request);

    @Query("select r from CorrectionRequest r join fetch r.branch join fetch r.member where r.id = :id")
    Optional<CorrectionRequest> find(Long id);

    @Query("""
            select count(r) > 0 from CorrectionRequest r
            where r.member.id = :memberId and r.section = :section and r.state = org.orglife.records.CorrectionState.OPEN
            """)
    boolean isOpen(Long memberId, RecordSection section);
}
