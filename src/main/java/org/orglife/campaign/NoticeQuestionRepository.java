package org.orglife.campaign;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface NoticeQuestionRepository extends Repository<NoticeQuestion, Long> {

    NoticeQuestion save(NoticeQuestion question);

    void delete(NoticeQuestion question);

    @Query("select q from NoticeQuestion q join fetch q.branch where q.id = :id and q.campaignId = :campaignId")
    Optional<NoticeQuestion> find(Long id, Long campaignId);

    @Query("""
            select q from NoticeQuestion q join fetch q.branch where q.campaignId = :campaignId
            order by case when q.answer is null then 0 else 1 end, q.askedAt desc, q.id desc
            """)
    List<NoticeQuestion> of(Long campaignId);
}
