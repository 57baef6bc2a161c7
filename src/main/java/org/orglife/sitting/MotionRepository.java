package org.orglife.sitting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MotionRepository extends Repository<Motion, Long> {

    Motion save(Motion motion);

    Optional<Motion> findById(Long itemId);

    @Query("select v from Motion v join AgendaItem i on i.id = v.id where i.meetingId = :meetingId")
    List<Motion> of(Long meetingId);
}
