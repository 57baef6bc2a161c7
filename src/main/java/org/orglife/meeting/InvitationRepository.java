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

    @Query("select i from Invitation i where i.id = :id and i.meetingId = :meetingId")
    Optional<Invitation> find(Long id, Long meetingId);
}
