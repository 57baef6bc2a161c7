package org.orglife.problem;

import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProblemRepository extends Repository<Problem, Long> {

    Problem save(Problem problem);

    @EntityGraph(attributePaths = {"task.campaign", "task.branch", "aspect", "subjectMember"})
    Optional<Problem> findById(Long id);

    @Query("select count(p) from Problem p where p.recurrenceOf = :id or (p.id = :id and p.recurrenceOf is not null)")
    long countLinks(Long id);

    void delete(Problem problem);
}
