package org.orglife.meeting;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ExpectedListRepository extends Repository<ExpectedList, Long> {

    ExpectedList save(ExpectedList list);

    Optional<ExpectedList> findById(Long id);
}
