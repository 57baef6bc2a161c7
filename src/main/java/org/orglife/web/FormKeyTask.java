package org.orglife.web;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once an hour, on one instance: keys of forms that nobody will send a second time go. */
@Configuration(proxyBeanMethods = false)
class FormKeyTask {

    @Bean
    RecurringTask<Void> formKeyExpiry(OncePerForm once) {
        return Tasks.recurring("form-key-expiry", FixedDelay.ofHours(1)).execute((instance, context) -> once.sweep());
    }
}
