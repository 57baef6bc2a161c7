package org.orglife.reminder;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes every night to which step each open measure has come. */
@Service
public class Reminders {

    private final ReminderProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reminders(ReminderProperties properties, JdbcClient jdbc, Clock clock) {
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Notes every step that was reached and is not noted yet, in one statement: each once for each date a measure was due on,
     * also when two instances do it at once or a night was left out. A measure whose date was put off begins anew.
     *
     * @return how many steps were noted
     */
    @Transactional
    public int note() {
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql("""
                        insert into reminder (measure_id, branch_id, step, due_on, told_on)
                        select m.id, m.branch_id, s.step, m.due_on, :today
                        from measure m
                        join rectification_item i on i.id = m.item_id
                        join branch_task t on t.id = m.task_id
                        join (values ('NEAR', cast(:today as date), cast(:near as date)),
                            ('OVERDUE', cast('1949-10-01' as date), cast(:overdue as date)),
                            ('COMMITTEE', cast('1949-10-01' as date), cast(:committee as date)),
                            ('SUPERIOR', cast('1949-10-01' as date), cast(:superior as date)),
                            ('ACTION', cast('1949-10-01' as date), cast(:action as date))) s (step, due_from, due_by)
                          on m.due_on between s.due_from and s.due_by
                        where m.done_on is null and i.state not in ('CLOSED', 'WITHDRAWN', 'MERGED', 'TRANSFERRED')
                          and t.state not in ('DONE', 'EXEMPTED')
                          and not exists (
                            select 1 from reminder r where r.measure_id = m.id and r.step = s.step and r.due_on = m.due_on)
                        on conflict do nothing
                        """)
                .param("today", today)
                .param("near", properties.dueBy(ReminderStep.NEAR, today))
                .param("overdue", properties.dueBy(ReminderStep.OVERDUE, today))
                .param("committee", properties.dueBy(ReminderStep.COMMITTEE, today))
                .param("superior", properties.dueBy(ReminderStep.SUPERIOR, today))
                .param("action", properties.dueBy(ReminderStep.ACTION, today))
                .update();
    }
}
