package org.orglife.imports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets uploads that nobody has confirmed within a day. */
@Configuration(proxyBeanMethods = false)
class ImportExpiryTask {

    @Bean
    RecurringTask<Void> importExpiry(ImportService service) {
        return Tasks.recurring("import-expiry", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) -> service.expire());
    }
}
