package org.orglife.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface AccountRepository extends Repository<Account, Long> {

    Account save(Account account);

    Optional<Account> findById(Long id);

    Optional<Account> findByUsername(String username);

    Optional<Account> findByMemberId(Long memberId);

    List<Account> findByOpeningId(Long openingId);

    List<Account> findByMemberIdIn(Collection<Long> memberIds);

    /** Not a change of the account: two sign-ins at the same instant do not get into each other's way. */
    @Transactional
    @Modifying
    @Query("update Account a set a.lastSignInAt = :at where a.id = :id")
    void noteSignIn(Long id, Instant at);

    /** One-time passwords that nobody used in time: without a hash there is nothing to guess. */
    @Transactional
    @Modifying
    @Query(
            "update Account a set a.passwordHash = null, a.oneTimeUntil = null where a.oneTime and a.oneTimeUntil <= :now")
    int forgetUnusedPasswords(Instant now);

    /** Only one that was asked for and not approved, hence never used. */
    void delete(Account account);

    long count();
}
