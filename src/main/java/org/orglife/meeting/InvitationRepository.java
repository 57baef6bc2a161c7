package org.orglife.meeting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InvitationRepository extends Repository<Invitation, Long> {

    Invitation save(Invitation invitation);

    void delete(Invitation invitation);

    @Query("select i from Invitation i where i.meetingId = :meetingId order by i.id")
    List<Invitation> of(Long meetingId);

    /** Whoever a branch invited to its last meeting but that of a task, which may be none. */
    @Query("""
            select i from Invitation i where i.meetingId = (
              select max(o.meetingId) from Invitation o
              where o.branchId = :branchId and o.meetingId not in (select m.id from OrgLifeMeeting m where m.taskId = :taskId))
            order by i.id
            """)
    List<Invitation> last(Long branchId, Long taskId);

    @Query("select i from Invitation i where i.id = :id and i.meetingId = :meetingId")
    Optional<Invitation> find(Long id, Long meetingId);
}
