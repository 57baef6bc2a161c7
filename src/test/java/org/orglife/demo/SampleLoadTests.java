package org.orglife.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sample loads on any day, with its dates moved by whole weeks. */
@SpringBootTest(properties = {"orglife.demo=true", "db-scheduler.enabled=false"})
@Import(TestDatabase.class)
class SampleLoadTests {

    /** A Monday, years after the sample was written. */
    @TestConfiguration(proxyBeanMethods = false)
    static class LaterClock {

        @Bean
        @Primary
        Clock laterClock() {
            ZoneId china = ZoneId.of("Asia/Shanghai");
            return Clock.fixed(
                    LocalDate.of(2026, 11, 30).atTime(9, 30).atZone(china).toInstant(), china);
        }
    }

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName(
            "20 meetings on the same days of the week at the same time of day, with their 372 members and 13 guests")
    void meetingsMoveWithTheOtherDates() {
        List<Map<String, Object>> meetings = jdbc.sql("""
                        select to_char(started_at at time zone 'Asia/Shanghai', 'HH24:MI') begun,
                          (started_at at time zone 'Asia/Shanghai')::date = held_on and held_on < '2026-11-30' past
                        from held_meeting where source is not null
                        """).query().listOfRows();
        assertThat(meetings)
                .hasSize(20)
                .allSatisfy(meeting ->
                        assertThat(meeting).containsEntry("begun", "14:30").containsEntry("past", true));
        // the first of them was on Monday, 14 August 2023, 67 days before the day at which the sample stands
        assertThat(jdbc.sql("select min(held_on) from held_meeting where source is not null")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2026, 11, 27).minusDays(67));
        assertThat(jdbc.sql("""
                        select sum(held_meetings) m01, sum(meeting_members) m03, sum(leaders_as_members) m12, sum(guidance_visits) m14,
                          sum(excused_members + absent_members) m04 from task_figures
                        where task_id in (select task_id from held_meeting where source is not null)
                        """).query().singleRow())
                .containsEntry("m01", 20L)
                .containsEntry("m03", 372L)
                .containsEntry("m12", 7L)
                .containsEntry("m14", 13L)
                .containsEntry("m04", 0L);
    }

    @Test
    @DisplayName("one branch has reviewed its members: decided on most, told some, helps one, and still has work to do")
    void review() {
        assertThat(jdbc.sql("""
                        select count(*) filter (where balloted and participation = 'GRADED') - count(grade) undecided,
                          count(grade) > count(fed_back_on) and count(fed_back_on) > 5 told_in_part,
                          count(*) filter (where grade = 'BASIC' and recheck_on between '2026-11-30' and '2026-12-10') helped,
                          count(*) filter (where grade = 'EXCELLENT') excellent
                        from member_review
                        """).query().singleRow())
                .containsEntry("undecided", 4L)
                .containsEntry("told_in_part", true)
                .containsEntry("helped", 1L)
                .containsEntry("excellent", 3L);
        assertThat(jdbc.sql("select held_on from held_meeting where source is null")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(jdbc.sql("select count(*) from review_improvement")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }
}
