package org.orglife.sitting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AgendaItemRepository extends Repository<AgendaItem, Long> {

    AgendaItem save(AgendaItem item);

    void delete(AgendaItem item);

    Optional<AgendaItem> findById(Long id);

    @Query("select i from AgendaItem i where i.meetingId = :meetingId order by i.position, i.id")
    List<AgendaItem> of(Long meetingId);

    @Query("select i from AgendaItem i where i.id = :id and i.meetingId = :meetingId")
    Optional<AgendaItem> find(Long id, Long meetingId);

    void flush();
}
