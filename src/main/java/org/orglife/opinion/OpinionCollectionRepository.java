package org.orglife.opinion;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface OpinionCollectionRepository extends Repository<OpinionCollection, Long> {

    OpinionCollection save(OpinionCollection collection);

    Optional<OpinionCollection> findById(Long id);

    void delete(OpinionCollection collection);
}
