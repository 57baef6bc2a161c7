package org.orglife.review;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReviewMeetingRepository extends Repository<ReviewMeeting, Long> {

    ReviewMeeting save(ReviewMeeting meeting);

    void flush();

    /** Of a task, the last one first. */
    @Query("select m from ReviewMeeting m where m.taskId = :taskId order by m.heldOn desc, m.id desc")
    List<ReviewMeeting> of(Long taskId);
}
