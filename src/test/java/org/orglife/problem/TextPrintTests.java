package org.orglife.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two texts are alike as far as their clauses are made of the same pairs of characters. */
class TextPrintTests {

    private static double likeness(String one, String other) {
        double likeness = TextPrint.of(one).likeness(TextPrint.of(other));
        assertThat(TextPrint.of(other).likeness(TextPrint.of(one))).isEqualTo(likeness);
        return likeness;
    }

    @ParameterizedTest
    @DisplayName("Order of clauses, punctuation, spaces, width of characters do not matter")
    @CsvSource({
        "'支委会研究工作只有1次，议题准备不充分', '议题准备不充分，支委会研究工作只有1次'",
        "'党小组会少开1次；记录过于简单。', '党小组会少开 1 次，记录过于简单'",
        "'完成PPT１２份', '完成ppt12份'"
    })
    void sameWords(String one, String other) {
        assertThat(likeness(one, other)).isEqualTo(1);
    }

    @Test
    @DisplayName("A text with a few words more is near; the same phrases about another matter are not")
    void nearAndFar() {
        TextPrint first = TextPrint.of("对信息系统不熟，义诊下乡登记第二季度出现5处差错");
        assertThat(first.isNear(TextPrint.of("对信息系统不熟，义诊下乡登记第二季度出现5处差错，需要改进"))).isTrue();
        assertThat(first.isNear(TextPrint.of("对信息系统不熟，住院病历书写三月以来出现2处差错"))).isFalse();
        assertThat(first.isNear(TextPrint.of("食堂太远"))).isFalse();
    }

    @Test
    @DisplayName("Shared pairs are divided by all pairs, each as often as it stands there")
    void shareOfPairs() {
        // 学习、习少 and 学习、习多: one of three
        assertThat(likeness("学习少", "学习多")).isEqualTo(1.0 / 3, offset(1e-9));
        assertThat(likeness("学习，学习", "学习")).isEqualTo(0.5, offset(1e-9));
        assertThat(likeness("学", "学")).isEqualTo(1);
    }

    @Test
    @DisplayName("What has no word is like nothing, not even itself; rare characters are characters")
    void odd() {
        assertThat(likeness("", "")).isZero();
        assertThat(likeness("，。！", "，。！")).isZero();
        assertThat(likeness("", "学习少")).isZero();
        assertThat(likeness("欧阳若𠮷", "欧阳若𠮷")).isEqualTo(1);
        assertThat(likeness("a\u0000b\uD800", "a\u0000b\uD800")).isEqualTo(1);
    }
}
