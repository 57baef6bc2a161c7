package org.orglife.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.orglife.shared.Role;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RoleAssignmentRepository extends Repository<RoleAssignment, Long> {

    RoleAssignment save(RoleAssignment assignment);

    @EntityGraph(attributePaths = {"account", "unit"})
    Optional<RoleAssignment> findById(Long id);

    @EntityGraph(attributePaths = "unit")
    @Query("select r from RoleAssignment r where r.account.id = :accountId order by r.fromOn desc, r.id desc")
    List<RoleAssignment> ofAccount(Long accountId);

    @Query("""
            select count(r) from RoleAssignment r
            where r.role = :role and r.account.id <> :butAccount and r.account.state = ACTIVE
              and r.fromOn <= :day and (r.untilOn is null or r.untilOn >= :day)
            """)
    long countOthers(Role role, Long butAccount, LocalDate day);
}
