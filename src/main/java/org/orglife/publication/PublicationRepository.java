package org.orglife.publication;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PublicationRepository extends Repository<Publication, Long> {

    Publication save(Publication publication);

    void delete(Publication publication);

    void flush();

    Optional<Publication> findById(Long id);

    @Query("select p from Publication p where p.taskId = :taskId order by p.id desc")
    List<Publication> ofTask(Long taskId);

    @Query("select p from Publication p where p.id in :ids order by p.id")
    List<Publication> findByIds(List<Long> ids);
}
