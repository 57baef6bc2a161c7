package org.orglife.review;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MemberReviewRepository extends Repository<MemberReview, Long> {

    MemberReview save(MemberReview review);

    void delete(MemberReview review);

    @Query("select r from MemberReview r where r.taskId = :taskId")
    List<MemberReview> of(Long taskId);

    @Query("select r from MemberReview r where r.taskId = :taskId and r.memberId = :memberId")
    Optional<MemberReview> find(Long taskId, Long memberId);
}
