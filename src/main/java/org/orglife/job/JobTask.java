package org.orglife.job;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.List;
import java.util.OptionalLong;
import org.orglife.shared.RuleViolationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs queued jobs: on whichever instance is free, once each, and again from the beginning after a crash. */
@Configuration(proxyBeanMethods = false)
class JobTask {

    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("job");

    private static final Logger log = LoggerFactory.getLogger(JobTask.class);

    @Bean
    OneTimeTask<Void> jobRunner(Jobs jobs, JobOwners owners, List<JobWork> works) {
        return Tasks.oneTime(TASK)
                .execute((instance, context) -> run(Long.parseLong(instance.getId()), jobs, owners, works));
    }

    /** Does one job to its end, whatever that is; never throws, so that the scheduler does not try again for ever. */
    static void run(long id, Jobs jobs, JobOwners owners, List<JobWork> works) {
        jobs.begin(id).ifPresent(order -> {
            try {
                JobWork work = works.stream()
                        .filter(candidate -> candidate.kind().equals(order.kind()))
                        .findFirst()
                        .orElseThrow(() -> new RuleViolationException("job.failed"));
                JobOwners.Owner owner = owners.find(order.accountId(), order.actingAs())
                        .orElseThrow(() -> new RuleViolationException("job.no-right"));
                OptionalLong file = work.run(order.parameters(), owner.actor(), owner.scope(), (done, total) -> {
                    if (jobs.reached(id, done, total)) {
                        throw new JobCancelledException();
                    }
                });
                jobs.done(id, file);
            } catch (JobCancelledException cancelled) {
                jobs.cancelled(id);
            } catch (RuleViolationException refused) {
                jobs.failed(id, refused.code());
            } catch (RuntimeException broken) {
                log.error("Job {} of kind {} failed", id, order.kind(), broken);
                jobs.failed(id, "job.failed");
            }
        });
    }
}
