package org.orglife.opinion;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OpinionRepository extends Repository<Opinion, Long> {

    Opinion save(Opinion opinion);

    <S extends Opinion> List<S> saveAll(Iterable<S> opinions);

    Optional<Opinion> findById(Long id);

    @Query("select o from Opinion o where o.id in :ids")
    List<Opinion> findByIds(Collection<Long> ids);

    @Query("select o from Opinion o where o.id in :ids and o.task.id = :task order by o.number")
    List<Opinion> ofTask(Collection<Long> ids, Long task);

    List<Opinion> findByPointId(Long pointId);

    @Query("select o from Opinion o where o.task.id = :task and o.anonymous = true and o.text in :texts")
    List<Opinion> releasedWith(Long task, Collection<String> texts);

    boolean existsByCollectionId(Long collectionId);

    void delete(Opinion opinion);
}
