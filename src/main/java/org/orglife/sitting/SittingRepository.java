package org.orglife.sitting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SittingRepository extends Repository<Sitting, Long> {

    Sitting save(Sitting sitting);

    void delete(Sitting sitting);

    @Query("select s from Sitting s where s.meetingId = :meetingId order by s.number")
    List<Sitting> of(Long meetingId);

    @Query("select s from Sitting s where s.meetingId in :meetingIds order by s.meetingId, s.number")
    List<Sitting> ofAll(Collection<Long> meetingIds);

    @Query("select s from Sitting s where s.id in :ids")
    List<Sitting> findByIds(Collection<Long> ids);

    /** The one that goes on now. */
    @Query("select s from Sitting s where s.meetingId = :meetingId and s.endedAt is null")
    Optional<Sitting> open(Long meetingId);

    Optional<Sitting> findByCode(String code);

    void flush();
}
