package org.orglife.lookback;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LookBackResultRepository extends Repository<LookBackResult, Long> {

    LookBackResult save(LookBackResult result);

    @EntityGraph(
            attributePaths = {
                "item.problem.task.campaign",
                "item.problem.task.branch",
                "item.problem.aspect",
                "item.problem.subjectMember",
                "item.measures.owner"
            })
    Optional<LookBackResult> findById(Long id);

    /** The branch's items first, then those of persons, by number. */
    @EntityGraph(
            attributePaths = {
                "item.problem.task.campaign",
                "item.problem.aspect",
                "item.problem.subjectMember",
                "item.measures.owner"
            })
    @Query("""
            select r from LookBackResult r where r.round.id = :roundId
            order by case when r.item.problem.subjectKind = BRANCH then 0 else 1 end, r.item.problem.number
            """)
    List<LookBackResult> ofRound(Long roundId);
}
