package org.orglife.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ReminderChannelRepository extends Repository<ReminderChannel, Long> {

    ReminderChannel save(ReminderChannel channel);

    void delete(ReminderChannel channel);

    @EntityGraph(attributePaths = "unit")
    Optional<ReminderChannel> findById(Long id);

    @EntityGraph(attributePaths = "unit")
    @Query("select c from ReminderChannel c where c.unit.id = :unitId order by c.id")
    List<ReminderChannel> of(long unitId);

    @Query("select c.id from ReminderChannel c where c.toldOn is null or c.toldOn < :today order by c.id")
    List<Long> untold(LocalDate today);
}
