package org.orglife.rectification;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RectificationItemRepository extends Repository<RectificationItem, Long> {

    RectificationItem save(RectificationItem item);

    @EntityGraph(
            attributePaths = {
                "problem.task.campaign",
                "problem.task.branch",
                "problem.aspect",
                "problem.subjectMember",
                "measures.owner"
            })
    Optional<RectificationItem> findById(Long id);

    @EntityGraph(attributePaths = {"problem.task", "problem.aspect", "measures"})
    @Query("select i from RectificationItem i where i.problem.task.id in :taskIds")
    List<RectificationItem> ofTasks(Collection<Long> taskIds);

    /** Puts the measures of an item behind those of another one of its branch; what was loaded is read anew. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query(nativeQuery = true, value = """
                    update measure set item_id = :into, version = version + 1,
                      position = position + (select coalesce(max(m.position), 0) from measure m where m.item_id = :into)
                    where item_id = :itemId
                    """)
    void moveMeasures(long itemId, long into);

    void delete(RectificationItem item);
}
