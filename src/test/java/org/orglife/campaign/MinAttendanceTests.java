package org.orglife.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinAttendanceTests {

    @ParameterizedTest(name = "{0}: {1} of {2}")
    @DisplayName("BR-07: exactly the fraction is enough, one fewer is not")
    @CsvSource(textBlock = """
                    HALF,                 8,  18, false
                    HALF,                 9,  18, true
                    HALF,                 9,  19, false
                    HALF,                10,  19, true
                    HALF,                 0,   1, false
                    HALF,                 1,   1, true
                    TWO_THIRDS,          11,  18, false
                    TWO_THIRDS,          12,  18, true
                    TWO_THIRDS,          12,  19, false
                    TWO_THIRDS,          13,  19, true
                    TWO_THIRDS,          13,  20, false
                    TWO_THIRDS,          14,  20, true
                    NINETY_FIVE_PERCENT, 18,  19, false
                    NINETY_FIVE_PERCENT, 19,  19, true
                    NINETY_FIVE_PERCENT, 18,  20, false
                    NINETY_FIVE_PERCENT, 19,  20, true
                    NINETY_FIVE_PERCENT, 94, 100, false
                    NINETY_FIVE_PERCENT, 95, 100, true
                    """)
    void theFraction(MinAttendance least, long present, long expected, boolean reached) {
        assertThat(least.isReached(present, expected)).isEqualTo(reached);
    }

    @ParameterizedTest
    @DisplayName("Where nobody is expected, nobody is missing; more than expected are enough")
    @CsvSource({"HALF", "TWO_THIRDS", "NINETY_FIVE_PERCENT"})
    void nobodyIsExpected(MinAttendance least) {
        assertThat(least.isReached(0, 0)).isTrue();
        assertThat(least.isReached(1, 0)).isTrue();
        assertThat(least.isReached(21, 20)).isTrue();
    }
}
