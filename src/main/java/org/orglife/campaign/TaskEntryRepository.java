package org.orglife.campaign;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface TaskEntryRepository extends Repository<TaskEntry, Long> {

    TaskEntry save(TaskEntry entry);

    @Query("select e from TaskEntry e where e.task.id = :taskId order by e.at desc, e.id desc")
    List<TaskEntry> of(Long taskId);
}
