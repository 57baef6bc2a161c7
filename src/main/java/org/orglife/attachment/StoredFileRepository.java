package org.orglife.attachment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StoredFileRepository extends Repository<StoredFile, Long> {

    StoredFile save(StoredFile file);

    Optional<StoredFile> findById(Long id);

    Optional<StoredFile> findByStoredName(String storedName);

    @Query("select f from StoredFile f where f.expiresAt < :now order by f.id limit 500")
    List<StoredFile> expired(Instant now);

    void delete(StoredFile file);
}
