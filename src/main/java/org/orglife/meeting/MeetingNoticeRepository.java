package org.orglife.meeting;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MeetingNoticeRepository extends Repository<MeetingNotice, Long> {

    MeetingNotice save(MeetingNotice notice);

    void flush();

    @Query("select n from MeetingNotice n where n.meetingId = :meetingId and n.sentAt is null")
    Optional<MeetingNotice> draft(Long meetingId);

    /** The notice that holds. */
    @Query(
            "select n from MeetingNotice n where n.meetingId = :meetingId and n.sentAt is not null and n.recalledAt is null")
    Optional<MeetingNotice> inForce(Long meetingId);
}
