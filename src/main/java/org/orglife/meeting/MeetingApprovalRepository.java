package org.orglife.meeting;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MeetingApprovalRepository extends Repository<MeetingApproval, Long> {

    MeetingApproval save(MeetingApproval approval);

    @Query("select a from MeetingApproval a where a.meetingId = :meetingId order by a.sentAt desc, a.id desc limit 1")
    Optional<MeetingApproval> latest(Long meetingId);
}
