package org.orglife.opinion;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface DigestPointRepository extends Repository<DigestPoint, Long> {

    DigestPoint save(DigestPoint point);

    Optional<DigestPoint> findById(Long id);

    void delete(DigestPoint point);
}
