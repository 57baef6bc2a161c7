package org.orglife.rectification;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface LastCycleStatementRepository extends Repository<LastCycleStatement, Long> {

    LastCycleStatement save(LastCycleStatement statement);

    Optional<LastCycleStatement> findById(Long id);
}
