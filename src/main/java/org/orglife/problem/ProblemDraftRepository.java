package org.orglife.problem;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProblemDraftRepository extends Repository<ProblemDraft, Long> {

    ProblemDraft save(ProblemDraft draft);

    void delete(ProblemDraft draft);

    @EntityGraph(attributePaths = {"task.campaign", "task.branch", "aspect", "member"})
    Optional<ProblemDraft> findById(Long id);

    @EntityGraph(attributePaths = {"aspect", "member"})
    @Query("select d from ProblemDraft d where d.task.id = :taskId and d.member.id = :memberId order by d.id")
    List<ProblemDraft> of(Long taskId, Long memberId);
}
