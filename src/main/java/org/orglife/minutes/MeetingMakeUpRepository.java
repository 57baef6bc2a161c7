package org.orglife.minutes;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MeetingMakeUpRepository extends Repository<MeetingMakeUp, Long> {

    MeetingMakeUp save(MeetingMakeUp makeUp);

    void delete(MeetingMakeUp makeUp);

    @Query("select m from MeetingMakeUp m where m.meetingId = :meetingId order by m.id")
    List<MeetingMakeUp> of(Long meetingId);

    @Query("select m from MeetingMakeUp m where m.meetingId = :meetingId and m.memberId = :memberId")
    Optional<MeetingMakeUp> find(Long meetingId, Long memberId);
}
