package org.orglife.sitting;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AttendanceRepository extends Repository<Attendance, Long> {

    Attendance save(Attendance attendance);

    void delete(Attendance attendance);

    @Query("select a from Attendance a where a.sittingId = :sittingId order by a.id")
    List<Attendance> of(Long sittingId);

    @Query("select a from Attendance a where a.sittingId in :sittingIds order by a.sittingId, a.id")
    List<Attendance> ofAll(Collection<Long> sittingIds);

    @Query("select a from Attendance a where a.id in :ids")
    List<Attendance> findByIds(Collection<Long> ids);

    @Query("""
            select a from Attendance a join Sitting s on s.id = a.sittingId
            where a.id = :id and s.meetingId = :meetingId
            """)
    Optional<Attendance> find(Long id, Long meetingId);

    @Query("select a from Attendance a where a.sittingId = :sittingId and a.memberId = :memberId")
    Optional<Attendance> ofMember(Long sittingId, Long memberId);
}
