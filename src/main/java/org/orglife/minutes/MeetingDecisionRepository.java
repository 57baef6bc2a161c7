package org.orglife.minutes;

import java.util.List;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MeetingDecisionRepository extends Repository<MeetingDecision, Long> {

    MeetingDecision save(MeetingDecision decision);

    void delete(MeetingDecision decision);

    @EntityGraph(attributePaths = "owner")
    @Query("select d from MeetingDecision d where d.meetingId = :meetingId order by d.position, d.id")
    List<MeetingDecision> of(Long meetingId);
}
