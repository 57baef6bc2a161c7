package org.orglife.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.TestClock;
import org.orglife.rectification.ItemState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nightly note of what has become late, over two months of nights on two instances. */
@FullApplicationTest
class ReminderTests {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DUE = TestClock.TODAY.plusDays(20);
    private static final int NIGHTS = 60;

    @Autowired
    BranchesAtWork branches;

    @Autowired
    ReminderProperties properties;

    @Autowired
    JdbcClient jdbc;

    private record Noted(ReminderStep step, LocalDate dueOn, LocalDate toldOn) {}

    private List<Noted> noted(long item) {
        return jdbc.sql("""
                        select step, due_on, told_on from reminder where measure_id = :measure order by told_on, due_on
                        """)
                .param("measure", branches.measure(item))
                .query(Noted.class)
                .list();
    }

    private void due(long item, LocalDate day) {
        jdbc.sql("update measure set due_on = :day where item_id = :item")
                .param("day", day)
                .param("item", item)
                .update();
    }

    private int note(LocalDate day) {
        Clock clock = Clock.fixed(day.atTime(LocalTime.of(7, 30)).atZone(CHINA).toInstant(), CHINA);
        return new Reminders(properties, jdbc, clock).note();
    }

    /** The same night on two instances at the same moment. */
    private void twice(LocalDate day, ExecutorService instances) throws InterruptedException, ExecutionException {
        CyclicBarrier together = new CyclicBarrier(2);
        List<Future<Integer>> both = new ArrayList<>();
        for (int instance = 0; instance < 2; instance++) {
            both.add(instances.submit(() -> {
                together.await();
                return note(day);
            }));
        }
        for (Future<Integer> one : both) {
            one.get();
        }
    }

    @Test
    @DisplayName(
            "over 60 nights on two instances each step is noted once: 7 days before, and 1, 7, 15 and 30 days after")
    void eachStepOnce() throws Exception {
        Branch branch = branches.branch("呼吸内科党支部");
        long late = branches.item(branch, ItemState.PLANNED);
        long done = branches.item(branch, ItemState.SUBMITTED);
        due(late, DUE);
        due(done, DUE);
        ExecutorService instances = Executors.newFixedThreadPool(2);
        try {
            for (int night = 0; night < NIGHTS; night++) {
                twice(TestClock.TODAY.plusDays(night), instances);
            }
        } finally {
            instances.shutdown();
        }
        assertThat(noted(late))
                .containsExactly(
                        new Noted(ReminderStep.NEAR, DUE, DUE.minusDays(7)),
                        new Noted(ReminderStep.OVERDUE, DUE, DUE.plusDays(1)),
                        new Noted(ReminderStep.COMMITTEE, DUE, DUE.plusDays(7)),
                        new Noted(ReminderStep.SUPERIOR, DUE, DUE.plusDays(15)),
                        new Noted(ReminderStep.ACTION, DUE, DUE.plusDays(30)));
        assertThat(noted(done)).isEmpty();
    }

    @Test
    @DisplayName("a date that is put off begins anew, and a night that was left out is made up for")
    void aNewDateBeginsAnew() {
        Branch branch = branches.branch("呼吸内科党支部");
        long item = branches.item(branch, ItemState.PLANNED);
        due(item, DUE);
        note(DUE.minusDays(7));
        LocalDate later = DUE.plusDays(30);
        due(item, later);
        note(DUE.plusDays(1));
        // nothing ran for 43 days
        note(later.plusDays(20));
        assertThat(noted(item))
                .extracting(Noted::step, noted -> ChronoUnit.DAYS.between(later, noted.toldOn()))
                .containsExactlyInAnyOrder(
                        tuple(ReminderStep.NEAR, -37L),
                        tuple(ReminderStep.OVERDUE, 20L),
                        tuple(ReminderStep.COMMITTEE, 20L),
                        tuple(ReminderStep.SUPERIOR, 20L));
    }
}
