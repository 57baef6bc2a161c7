package org.orglife;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** It is always half past nine on Friday, 20 October 2023, the day at which the sample ledger stands. */
@TestConfiguration(proxyBeanMethods = false)
public class TestClock {

    public static final LocalDate TODAY = LocalDate.of(2023, 10, 20);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Bean
    Clock clock() {
        Instant now = TODAY.atTime(LocalTime.of(9, 30)).atZone(CHINA).toInstant();
        return Clock.fixed(now, CHINA);
    }
}
