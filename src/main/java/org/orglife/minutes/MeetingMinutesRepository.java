package org.orglife.minutes;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MeetingMinutesRepository extends Repository<MeetingMinutes, Long> {

    MeetingMinutes save(MeetingMinutes minutes);

    /** The versions of a meeting, the newest first. */
    @Query("select m from MeetingMinutes m where m.meetingId = :meetingId order by m.number desc")
    List<MeetingMinutes> of(Long meetingId);

    void flush();
}
