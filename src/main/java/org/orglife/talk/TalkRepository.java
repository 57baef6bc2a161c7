package org.orglife.talk;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TalkRepository extends Repository<Talk, Long> {

    Talk save(Talk talk);

    @EntityGraph(attributePaths = {"task.campaign", "task.branch", "participants.member"})
    Optional<Talk> findById(Long id);

    @Query("select t from Talk t join fetch t.task join fetch t.participants p join fetch p.member where t.id in :ids")
    List<Talk> findByIds(Collection<Long> ids);

    void delete(Talk talk);
}
