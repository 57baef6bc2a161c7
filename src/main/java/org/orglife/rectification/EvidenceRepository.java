package org.orglife.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface EvidenceRepository extends Repository<Evidence, Long> {

    Evidence save(Evidence evidence);

    Optional<Evidence> findById(Long id);

    @Query("select e from Evidence e where e.itemId = :itemId order by e.id")
    List<Evidence> of(Long itemId);

    /** Bytes a branch has handed in since a day. */
    @Query("select coalesce(sum(e.size), 0) from Evidence e where e.branchId = :branchId and e.uploadedOn >= :since")
    long bytesOf(Long branchId, LocalDate since);

    void delete(Evidence evidence);
}
