package org.orglife.opinion;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every night at two, on one instance: the anonymous boxes that are due are emptied. */
@Configuration(proxyBeanMethods = false)
class BoxReleaseTask {

    private static final LocalTime AT = LocalTime.of(2, 0);

    @Bean
    RecurringTask<Void> opinionRelease(BoxRelease release, Clock clock) {
        return Tasks.recurring("opinion-release", Schedules.daily(clock.getZone(), AT))
                .execute((instance, context) -> release.releaseAll());
    }
}
