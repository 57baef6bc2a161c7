package org.orglife.study;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StudySessionRepository extends Repository<StudySession, Long> {

    StudySession save(StudySession session);

    void delete(StudySession session);

    @EntityGraph(attributePaths = {"attendance", "attendance.member"})
    Optional<StudySession> findById(Long id);

    @Query("select s from StudySession s left join fetch s.attendance where s.id in :ids")
    List<StudySession> findByIds(Collection<Long> ids);
}
