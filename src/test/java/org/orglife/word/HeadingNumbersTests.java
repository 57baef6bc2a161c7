package org.orglife.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadingNumbersTests {

    private final HeadingNumbers numbers = new HeadingNumbers();

    @Test
    void eachLevelBeginsAnewBelowTheNextHeadingAbove() {
        assertThat(numbers.next(1)).isEqualTo("一、");
        assertThat(numbers.next(2)).isEqualTo("（一）");
        assertThat(numbers.next(3)).isEqualTo("1.");
        assertThat(numbers.next(4)).isEqualTo("（1）");
        assertThat(numbers.next(4)).isEqualTo("（2）");
        assertThat(numbers.next(3)).isEqualTo("2.");
        assertThat(numbers.next(4)).isEqualTo("（1）");
        assertThat(numbers.next(2)).isEqualTo("（二）");
        assertThat(numbers.next(3)).isEqualTo("1.");
        assertThat(numbers.next(1)).isEqualTo("二、");
        assertThat(numbers.next(2)).isEqualTo("（一）");
    }

    @Test
    void aLevelMayBeLeftOut() {
        assertThat(numbers.next(1)).isEqualTo("一、");
        assertThat(numbers.next(3)).isEqualTo("1.");
        assertThat(numbers.next(3)).isEqualTo("2.");
        assertThat(numbers.next(1)).isEqualTo("二、");
        assertThat(numbers.next(3)).isEqualTo("1.");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 5})
    void thereAreFourLevels(int level) {
        assertThatIllegalArgumentException().isThrownBy(() -> numbers.next(level));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 一",
        "9, 九",
        "10, 十",
        "11, 十一",
        "19, 十九",
        "20, 二十",
        "21, 二十一",
        "99, 九十九",
        "100, 一百",
        "101, 一百零一",
        "110, 一百一十",
        "372, 三百七十二",
        "1001, 一千零一",
        "1010, 一千零一十",
        "9999, 九千九百九十九"
    })
    void numbersAreChinese(int number, String expected) {
        assertThat(ChineseNumber.of(number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 10_000})
    void otherNumbersAreRefused(int number) {
        assertThatIllegalArgumentException().isThrownBy(() -> ChineseNumber.of(number));
    }
}
