package org.orglife.sitting;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface HeldMeetingRepository extends Repository<HeldMeeting, Long> {

    HeldMeeting save(HeldMeeting meeting);

    void delete(HeldMeeting meeting);

    @EntityGraph(attributePaths = {"chair", "recorder"})
    Optional<HeldMeeting> findById(Long id);

    /** Keeps everybody else from changing it until the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_FORCE_INCREMENT)
    @Query("select h from HeldMeeting h where h.id = :id")
    Optional<HeldMeeting> hold(Long id);

    /** All of a task, the last one first. */
    @EntityGraph(attributePaths = {"chair", "recorder"})
    @Query("""
            select h from HeldMeeting h join OrgLifeMeeting m on m.id = h.id
            where h.taskId = :taskId order by m.number desc
            """)
    List<HeldMeeting> ofTask(Long taskId);

    /** All of these tasks, the first one of each first. */
    @EntityGraph(attributePaths = {"chair", "recorder"})
    @Query("""
            select h from HeldMeeting h join OrgLifeMeeting m on m.id = h.id
            where h.taskId in :taskIds order by h.taskId, m.number
            """)
    List<HeldMeeting> ofTasks(Collection<Long> taskIds);

    @Query("select h from HeldMeeting h where h.id in :ids")
    List<HeldMeeting> findByIds(Collection<Long> ids);
}
