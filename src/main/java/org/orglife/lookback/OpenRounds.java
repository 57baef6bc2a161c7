package org.orglife.lookback;

import java.util.Collection;
import java.util.Set;
import org.orglife.rectification.UnfinishedWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A branch is not done while a round of look-back is open (domain 2.3). */
@Component
class OpenRounds implements UnfinishedWork {

    private final JdbcClient jdbc;

    OpenRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Long> of(Collection<Long> taskIds) {
        return taskIds.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql(
                                "select distinct task_id from look_back_round where task_id in (:tasks) and state in ('PLANNED', 'RUNNING')")
                        .param("tasks", taskIds)
                        .query(Long.class)
                        .list());
    }
}
