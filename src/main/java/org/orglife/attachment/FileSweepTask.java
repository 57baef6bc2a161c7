package org.orglife.attachment;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Removes files whose time is over, at night. */
@Configuration(proxyBeanMethods = false)
class FileSweepTask {

    @Bean
    RecurringTask<Void> fileSweep(FileStore service) {
        return Tasks.recurring("file-sweep", Schedules.daily(LocalTime.of(3, 20)))
                .execute((instance, context) -> service.sweep());
    }
}
