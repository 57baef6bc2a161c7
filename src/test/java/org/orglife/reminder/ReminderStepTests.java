package org.orglife.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orglife.shared.Role;

class ReminderStepTests {

    private static final LocalDate DUE = LocalDate.of(2023, 10, 31);

    private final ReminderProperties defaults = new ReminderProperties(7, 7, 15, 30, List.of(), "");

    @ParameterizedTest
    @CsvSource({
        "-7,NEAR",
        "0,NEAR",
        "1,OVERDUE",
        "6,OVERDUE",
        "7,COMMITTEE",
        "14,COMMITTEE",
        "15,SUPERIOR",
        "29,SUPERIOR",
        "30,ACTION",
        "300,ACTION"
    })
    @DisplayName("a step is reached on its day and not before (domain 2.11)")
    void eachStepHasItsDay(int days, ReminderStep step) {
        assertThat(defaults.stepOf(DUE, DUE.plusDays(days))).isEqualTo(step);
    }

    @Test
    @DisplayName("thresholds that do not grow are refused at the start")
    void thresholdsGrow() {
        assertThatThrownBy(() -> new ReminderProperties(7, 15, 15, 30, List.of(), ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("have to grow");
        assertThatThrownBy(() -> new ReminderProperties(-1, 7, 15, 30, List.of(), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("the secretary talks, the superior does the rest, nobody else notes anything")
    void whoNotesWhat() {
        assertThat(OverdueActionKind.of(Role.SECRETARY)).containsExactly(OverdueActionKind.REMINDER_TALK);
        assertThat(OverdueActionKind.of(Role.PARTY_OFFICE))
                .containsExactly(
                        OverdueActionKind.INTERVIEW,
                        OverdueActionKind.CRITICISM,
                        OverdueActionKind.CIRCULAR,
                        OverdueActionKind.REFERRAL);
        assertThat(OverdueActionKind.of(Role.COMMITTEE)).isEmpty();
        assertThat(OverdueActionKind.of(Role.MEMBER)).isEmpty();
    }
}
