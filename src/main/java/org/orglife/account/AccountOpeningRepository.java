package org.orglife.account;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountOpeningRepository extends Repository<AccountOpening, Long> {

    AccountOpening save(AccountOpening opening);

    @EntityGraph(attributePaths = "unit")
    Optional<AccountOpening> findById(Long id);

    @EntityGraph(attributePaths = "unit")
    @Query(
            "select o from AccountOpening o order by case when o.state = REQUESTED then 0 else 1 end, o.id desc limit 100")
    List<AccountOpening> latest();

    @Query("select count(o) from AccountOpening o where o.state = REQUESTED")
    long countRequested();
}
