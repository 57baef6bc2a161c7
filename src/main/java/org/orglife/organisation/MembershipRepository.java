package org.orglife.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MembershipRepository extends Repository<Membership, Long> {

    Membership save(Membership membership);

    Iterable<Membership> saveAll(Iterable<Membership> memberships);

    @EntityGraph(attributePaths = {"member", "branch", "group"})
    @Query("select m from Membership m where m.member.id = :memberId order by m.fromOn desc, m.id desc")
    List<Membership> historyOf(Long memberId);

    @EntityGraph(attributePaths = {"branch", "group"})
    @Query("select m from Membership m where m.member.id = :memberId and m.untilOn is null")
    Optional<Membership> openOf(Long memberId);

    @EntityGraph(attributePaths = {"member", "branch", "group"})
    @Query("select m from Membership m where m.branch.path like concat(:path, '%') and m.untilOn is null")
    List<Membership> openWithin(String path);

    @Query("select m from Membership m where m.member.id in :memberIds")
    List<Membership> ofMembers(Collection<Long> memberIds);

    @EntityGraph(attributePaths = {"member", "branch", "group"})
    List<Membership> findByIdIn(Collection<Long> ids);

    @Query("select count(m) from Membership m where m.branch.id = :branchId and m.untilOn is null")
    long countOpen(Long branchId);

    @Query("select count(m) from Membership m where m.group.id = :groupId and m.untilOn is null")
    long countOpenInGroup(Long groupId);

    void flush();

    void delete(Membership membership);
}
