package org.orglife.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.TestClock;
import org.orglife.rectification.ItemState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nightly task on two schedulers over one database, as two instances of the application are. */
@FullApplicationTest
class TwoInstancesTests {

    private static final Duration POLLING = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** So many times over the other instance could have taken it up too. */
    private static final Duration LONGER = POLLING.multipliedBy(20);

    private static final int NIGHTS = 3;

    @Autowired
    BranchesAtWork branches;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("nightlyReminders")
    RecurringTask<Void> task;

    private final Queue<String> ran = new ConcurrentLinkedQueue<>();
    private List<Scheduler> instances;

    private Scheduler instance(String name) {
        Scheduler scheduler = Scheduler.create(database)
                .startTasks(task)
                .threads(1)
                .pollingInterval(POLLING)
                .schedulerName(new SchedulerName.Fixed(name))
                .addSchedulerListener(new AbstractSchedulerListener() {
                    @Override
                    public void onExecutionComplete(ExecutionComplete complete) {
                        ran.add(name + " " + complete.getResult());
                    }
                })
                .build();
        scheduler.start();
        return scheduler;
    }

    @BeforeEach
    void start() {
        instances = List.of(instance("one"), instance("two"));
    }

    @AfterEach
    void stop() {
        instances.forEach(Scheduler::stop);
        jdbc.sql("delete from scheduled_tasks where task_name = :task")
                .param("task", task.getName())
                .update();
    }

    @Test
    @DisplayName("each night one of two instances does the work, and what is late is noted once")
    void onceForBoth() throws InterruptedException {
        Branch branch = branches.branch("呼吸内科党支部");
        long item = branches.item(branch, ItemState.PLANNED);
        jdbc.sql("update measure set due_on = :day where item_id = :item")
                .param("day", TestClock.TODAY.minusDays(8))
                .param("item", item)
                .update();
        for (int night = 1; night <= NIGHTS; night++) {
            instances.get(0).reschedule(TaskInstanceId.of(task.getName(), RecurringTask.INSTANCE), Instant.now());
            await(night);
        }
        Thread.sleep(LONGER.toMillis());
        assertThat(ran).hasSize(NIGHTS).allMatch(each -> each.endsWith("OK"));
        assertThat(jdbc.sql("select step from reminder where measure_id = :measure order by step")
                        .param("measure", branches.measure(item))
                        .query(String.class)
                        .list())
                .containsExactly("COMMITTEE", "OVERDUE");
    }

    private void await(int times) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (ran.size() < times && Instant.now().isBefore(end)) {
            Thread.sleep(POLLING.toMillis());
        }
        assertThat(ran).hasSize(times);
    }
}
