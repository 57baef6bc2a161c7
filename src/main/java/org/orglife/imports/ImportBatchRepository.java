package org.orglife.imports;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ImportBatchRepository extends Repository<ImportBatch, Long> {

    ImportBatch save(ImportBatch batch);

    Optional<ImportBatch> findById(Long id);

    /** Two people who confirm at once go one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from ImportBatch b where b.id = :id")
    Optional<ImportBatch> lock(Long id);

    @Query("select b from ImportBatch b where b.unitId in :units order by b.id desc limit 30")
    List<ImportBatch> latestOf(List<Long> units);

    @Query("select b from ImportBatch b where b.state = WAITING and b.uploadedAt < :before")
    List<ImportBatch> waitingSince(Instant before);

    /** One import into a tree at a time: two workbooks that name the same persons must not both make them. */
    @Query(
            value = "select 1 from pg_advisory_xact_lock(hashtext('import'), cast(:root as integer))",
            nativeQuery = true)
    int lockTree(int root);
}
