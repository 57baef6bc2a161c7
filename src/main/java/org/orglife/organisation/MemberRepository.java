package org.orglife.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface MemberRepository extends Repository<Member, Long> {

    Member save(Member member);

    Iterable<Member> saveAll(Iterable<Member> members);

    Optional<Member> findById(Long id);

    List<Member> findByIdIn(Collection<Long> ids);

    Optional<Member> findByCode(String code);

    boolean existsByCodeAndIdNot(String code, Long id);

    boolean existsByCode(String code);

    void delete(Member member);
}
