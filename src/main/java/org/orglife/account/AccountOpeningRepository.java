package org.orglife.account;

import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountOpeningRepository extends Repository<AccountOpening, Long> {

    AccountOpening save(AccountOpening opening);

    @EntityGraph(attributePaths = "unit")
    Optional<AccountOpening> findById(Long id);

    /** One giver of user names at a time: two lists at once would hand out the same ones. */
    @Query(value = "select 1 from pg_advisory_xact_lock(hashtext('account.username'))", nativeQuery = true)
    int lockUsernames();
}
