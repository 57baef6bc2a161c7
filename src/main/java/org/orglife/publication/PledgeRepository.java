package org.orglife.publication;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PledgeRepository extends Repository<Pledge, Long> {

    Pledge save(Pledge pledge);

    void delete(Pledge pledge);

    void flush();

    @EntityGraph(attributePaths = "promises")
    Optional<Pledge> findById(Long id);

    Optional<Pledge> findByTaskIdAndMemberId(Long taskId, Long memberId);

    /** Members first, each by pinyin. */
    @Query(value = """
            select p.* from pledge p where p.task_id = :taskId
            order by p.member_id is null, p.name collate zh_pinyin, p.id
            """, nativeQuery = true)
    List<Pledge> ofTask(Long taskId);

    @Query(value = """
            select p.* from pledge p join publication_pledge x on x.pledge_id = p.id where x.publication_id = :publicationId
            """, nativeQuery = true)
    List<Pledge> shownBy(Long publicationId);
}
