package org.orglife.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orglife.campaign.ExcellentBase;
import org.orglife.shared.RuleViolationException;

class ExcellentCapTests {

    private static ExcellentCap cap(int size, int used, @Nullable Integer allowed) {
        return new ExcellentCap(ExcellentBase.FULL_MEMBERS, size, 1, 3, used, allowed);
    }

    @ParameterizedTest
    @DisplayName("BR-21, BR-23: no more than one third, rounded down")
    @CsvSource({"1,0", "2,0", "3,1", "5,1", "6,2", "8,2", "9,3", "10,3", "18,6", "19,6", "20,6", "47,15", "50,16"})
    void oneThirdRoundedDown(int size, int most) {
        assertThat(cap(size, 0, null).most()).isEqualTo(most);
        assertThat(most * 3).isLessThanOrEqualTo(size);
        assertThat((most + 1) * 3).isGreaterThan(size);
    }

    @Test
    @DisplayName("BR-24: each branch has a cap of its own: 20 branches of 372 members have 120, not 124")
    void eachBranchOfItsOwn() {
        int sum = IntStream.concat(
                        IntStream.generate(() -> 19).limit(12),
                        IntStream.generate(() -> 18).limit(8))
                .map(size -> cap(size, 0, null).most())
                .sum();
        assertThat(sum).isEqualTo(120);
    }

    @Test
    @DisplayName("BR-25: exceeding it is refused in numbers, unless the superior allows more")
    void exceeding() {
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(() -> cap(18, 6, null).requireRoom())
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("review.cap.full.FULL_MEMBERS");
                    assertThat(refused.arguments()).containsExactly("18", "6", "6");
                });
        cap(18, 5, null).requireRoom();
        cap(18, 6, 7).requireRoom();
    }

    @Test
    @DisplayName("BR-26: bases 1 and 2 leave none, and the refusal says so")
    void verySmall() {
        for (int size : new int[] {1, 2}) {
            assertThatExceptionOfType(RuleViolationException.class)
                    .isThrownBy(() -> cap(size, 0, null).requireRoom())
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo("review.cap.none.FULL_MEMBERS"));
        }
        cap(2, 0, 1).requireRoom();
    }
}
