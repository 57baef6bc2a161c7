package org.orglife.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTests {

    @ParameterizedTest
    @CsvSource({
        "14:30, 14:30",
        "9:05, 09:05",
        "14：30, 14:30",
        "14:30:00, 14:30",
        "14时30分, 14:30",
        "14点30, 14:30",
        "14点, 14:00",
        "下午2点半, 14:30",
        "上午 9:00, 09:00",
        "晚上11:30, 23:30",
        "0:30, 00:30",
        "24:00, 00:00"
    })
    void timesArePeoplesTimes(String typed, LocalTime time) {
        assertThat(TimeText.parse(typed)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "14:60", "14:", "下午", "两点", "14:30-17:00", "0.604166", "24:30", "1430"})
    void othersAreNone(String typed) {
        assertThat(TimeText.parse(typed)).isNull();
    }
}
