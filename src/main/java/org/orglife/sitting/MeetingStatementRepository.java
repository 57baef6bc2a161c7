package org.orglife.sitting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MeetingStatementRepository extends Repository<MeetingStatement, Long> {

    MeetingStatement save(MeetingStatement statement);

    void delete(MeetingStatement statement);

    Optional<MeetingStatement> findById(Long id);

    /** All of a meeting, in the order in which they were made. */
    @Query("""
            select s from MeetingStatement s join AgendaItem i on i.id = s.itemId
            where i.meetingId = :meetingId order by i.position, s.position, s.id
            """)
    List<MeetingStatement> of(Long meetingId);

    @Query("""
            select s from MeetingStatement s join AgendaItem i on i.id = s.itemId
            where s.id = :id and i.meetingId = :meetingId
            """)
    Optional<MeetingStatement> find(Long id, Long meetingId);
}
