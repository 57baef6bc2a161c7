package org.orglife.meeting;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OrgLifeMeetingRepository extends Repository<OrgLifeMeeting, Long> {

    OrgLifeMeeting save(OrgLifeMeeting meeting);

    Optional<OrgLifeMeeting> findById(Long id);

    void delete(OrgLifeMeeting meeting);

    /** The meeting that a task is at: the last one. */
    @Query("select m from OrgLifeMeeting m where m.taskId = :taskId order by m.number desc limit 1")
    Optional<OrgLifeMeeting> latest(Long taskId);
}
