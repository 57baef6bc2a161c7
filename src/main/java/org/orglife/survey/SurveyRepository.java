package org.orglife.survey;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SurveyRepository extends Repository<SatisfactionSurvey, Long> {

    SatisfactionSurvey save(SatisfactionSurvey survey);

    void delete(SatisfactionSurvey survey);

    void flush();

    @EntityGraph(attributePaths = "lines")
    Optional<SatisfactionSurvey> findById(Long id);

    @Query(
            "select distinct s from SatisfactionSurvey s left join fetch s.lines where s.taskId = :taskId order by s.number desc")
    List<SatisfactionSurvey> ofTask(Long taskId);

    @Query("select coalesce(max(s.number), 0) from SatisfactionSurvey s where s.taskId = :taskId")
    int lastNumber(Long taskId);
}
