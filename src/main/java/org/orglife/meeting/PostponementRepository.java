package org.orglife.meeting;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PostponementRepository extends Repository<Postponement, Long> {

    Postponement save(Postponement postponement);

    void flush();

    @Query("select p from Postponement p where p.meetingId = :meetingId order by p.askedAt desc, p.id desc limit 1")
    Optional<Postponement> latest(Long meetingId);
}
