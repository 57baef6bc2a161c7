package org.orglife.campaign;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Moves campaigns on by the calendar, soon after midnight; days missed while the system stood still are caught up. */
@Configuration(proxyBeanMethods = false)
class CampaignCalendarTask {

    @Bean
    RecurringTask<Void> campaignCalendar(CampaignService service) {
        return Tasks.recurring("campaign-calendar", Schedules.daily(LocalTime.of(0, 5)))
                .execute((instance, context) -> service.followCalendar());
    }
}
