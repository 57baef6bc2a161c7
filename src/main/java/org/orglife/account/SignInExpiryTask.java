package org.orglife.account;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once an hour, on one instance: one-time passwords that nobody used in time go, and failed tries that count no more. */
@Configuration(proxyBeanMethods = false)
class SignInExpiryTask {

    @Bean
    RecurringTask<Void> signInExpiry(AccountRepository accounts, SignInThrottle throttle, Clock clock) {
        return Tasks.recurring("sign-in-expiry", FixedDelay.ofHours(1)).execute((instance, context) -> {
            accounts.forgetUnusedPasswords(clock.instant());
            throttle.sweep();
        });
    }
}
