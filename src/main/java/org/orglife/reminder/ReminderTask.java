package org.orglife.reminder;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every morning at half past seven, on one instance: what has become late is noted, and told where units want to be told. */
@Configuration(proxyBeanMethods = false)
class ReminderTask {

    private static final LocalTime AT = LocalTime.of(7, 30);

    @Bean
    RecurringTask<Void> nightlyReminders(Reminders reminders, ReminderDelivery delivery, Clock clock) {
        return Tasks.recurring("reminders", Schedules.daily(clock.getZone(), AT))
                .execute((instance, context) -> {
                    reminders.note();
                    delivery.tellAll();
                });
    }
}
