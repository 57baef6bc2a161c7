package org.orglife.sitting;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PaperBallotRepository extends Repository<PaperBallot, Long> {

    PaperBallot save(PaperBallot ballot);

    void delete(PaperBallot ballot);

    void flush();

    /** All of a meeting, round by round. */
    @Query("""
            select b from PaperBallot b join AgendaItem i on i.id = b.itemId
            where i.meetingId = :meetingId order by i.position, b.round
            """)
    List<PaperBallot> of(Long meetingId);
}
