package org.orglife.meeting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LeaveRequestRepository extends Repository<LeaveRequest, Long> {

    LeaveRequest save(LeaveRequest request);

    /** Those of a meeting; what waits comes first. */
    @EntityGraph(attributePaths = "member")
    @Query("""
            select l from LeaveRequest l where l.meetingId = :meetingId
            order by case when l.state = OPEN then 0 else 1 end, l.askedAt desc, l.id desc
            """)
    List<LeaveRequest> of(Long meetingId);

    @EntityGraph(attributePaths = "member")
    @Query("select l from LeaveRequest l where l.id = :id and l.meetingId = :meetingId")
    Optional<LeaveRequest> find(Long id, Long meetingId);
}
