package org.orglife.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LateEntryTests {

    @ParameterizedTest
    @CsvSource({"2023-10-20, false", "2023-10-27, false", "2023-10-28, true", "2024-10-20, true", "2023-10-19, false"})
    @DisplayName("What is entered on the seventh day is in time, on the eighth it is 补录")
    void theEighthDayIsLate(LocalDate enteredOn, boolean late) {
        assertThat(LateEntry.isLate(LocalDate.of(2023, 10, 20), enteredOn)).isEqualTo(late);
    }
}
