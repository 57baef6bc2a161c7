package org.orglife.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orglife.rectification.Approval.Verdict;

/** Rate, threshold and the fewest answers. */
class SatisfactionCountTests {

    private static List<Integer> digits(int satisfied, int fairly, int basically, int dissatisfied, int unknown) {
        List<Integer> digits = new ArrayList<>();
        digits.addAll(Collections.nCopies(satisfied, 1));
        digits.addAll(Collections.nCopies(fairly, 2));
        digits.addAll(Collections.nCopies(basically, 3));
        digits.addAll(Collections.nCopies(dissatisfied, 4));
        digits.addAll(Collections.nCopies(unknown, 0));
        return digits;
    }

    @ParameterizedTest
    @DisplayName("The rate is of those who chose a level, rounded half up, and decides as it is printed")
    @CsvSource({
        "20, 0, 8, 2, 5, 933, APPROVED",
        "4, 0, 0, 1, 0, 800, APPROVED",
        "0, 4, 0, 1, 9, 800, APPROVED",
        "2, 1, 1, 2, 0, 667, REFUSED",
        "0, 0, 0, 5, 0, 0, REFUSED",
        "5, 0, 0, 0, 0, 1000, APPROVED",
        "1599, 0, 0, 401, 0, 800, APPROVED",
        "1598, 0, 0, 402, 0, 799, REFUSED"
    })
    void rates(int satisfied, int fairly, int basically, int dissatisfied, int unknown, int permille, Verdict verdict) {
        SatisfactionCount count = SatisfactionCount.of(digits(satisfied, fairly, basically, dissatisfied, unknown));
        assertThat(count.valid()).isEqualTo(satisfied + fairly + basically + dissatisfied);
        assertThat(count.permille()).isEqualTo(permille);
        assertThat(count.verdict(80)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @DisplayName("Fewer than five who chose a level show nothing and decide nothing, however many do not know")
    @CsvSource({"0, 0", "4, 0", "4, 100", "0, 100"})
    void tooFew(int dissatisfied, int unknown) {
        SatisfactionCount count = SatisfactionCount.of(digits(0, 0, 0, dissatisfied, unknown));
        assertThat(count.isSuppressed()).isTrue();
        assertThat(count.levels()).isEmpty();
        assertThat(count.permille()).isNull();
        assertThat(count.verdict(80)).isEqualTo(Verdict.OPEN);
    }

    @Test
    @DisplayName("A rate is written with one decimal")
    void written() {
        assertThat(SatisfactionCount.written(933)).isEqualTo("93.3");
        assertThat(SatisfactionCount.written(1000)).isEqualTo("100.0");
        assertThat(SatisfactionCount.written(5)).isEqualTo("0.5");
    }

    @Test
    @DisplayName("Three levels leave out the second, and a digit of another scale is none")
    void scales() {
        assertThat(SatisfactionScale.THREE.levels())
                .containsExactly(
                        SatisfactionLevel.SATISFIED, SatisfactionLevel.BASICALLY, SatisfactionLevel.DISSATISFIED);
        assertThat(SatisfactionScale.THREE.has(2)).isFalse();
        assertThat(SatisfactionScale.FOUR.has(2)).isTrue();
        assertThat(SatisfactionScale.THREE.has(0)).isTrue();
        assertThat(SatisfactionScale.FOUR.has(5)).isFalse();
        assertThat(SatisfactionScale.FOUR.has(-1)).isFalse();
    }
}
