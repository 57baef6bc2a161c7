package org.orglife.outline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OutlineRepository extends Repository<Outline, Long> {

    Outline save(Outline outline);

    @EntityGraph(attributePaths = {"task.campaign", "task.branch", "member", "versions"})
    Optional<Outline> findById(Long id);

    /** Somebody's text in a task; the branch's for nobody. */
    @EntityGraph(attributePaths = {"task.campaign", "task.branch", "member", "versions"})
    @Query("""
            select o from Outline o
            where o.task.id = :task and (o.member.id = :member or (:member is null and o.member is null))
            """)
    Optional<Outline> find(long task, @Nullable Long member);
}
