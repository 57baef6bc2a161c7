package org.orglife.sitting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TurnRepository extends Repository<Turn, Long> {

    Turn save(Turn turn);

    void delete(Turn turn);

    @Query("select t from Turn t where t.itemId = :itemId order by t.position, t.id")
    List<Turn> of(Long itemId);

    @Query("select t from Turn t join AgendaItem i on i.id = t.itemId where t.id = :id and i.meetingId = :meetingId")
    Optional<Turn> find(Long id, Long meetingId);

    void flush();
}
