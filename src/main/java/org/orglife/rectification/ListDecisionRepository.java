package org.orglife.rectification;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ListDecisionRepository extends Repository<ListDecision, Long> {

    Optional<ListDecision> findById(Long taskId);

    ListDecision save(ListDecision decision);
}
