package org.orglife.account;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, Long> {

    Account save(Account account);

    Optional<Account> findById(Long id);

    Optional<Account> findByUsername(String username);

    Optional<Account> findByMemberId(Long memberId);

    List<Account> findByOpeningId(Long openingId);

    List<Account> findByMemberIdIn(Collection<Long> memberIds);

    @Query("select a.username from Account a where a.username like concat(:prefix, '%')")
    List<String> usernamesStartingWith(String prefix);

    long count();
}
