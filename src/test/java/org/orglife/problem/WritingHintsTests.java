package org.orglife.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orglife.problem.WritingHint.Kind;
import org.orglife.problem.WritingHints.Earlier;

/** What an author is shown: words that bind nobody, phrases that tell of nothing, what he has written before. */
class WritingHintsTests {

    private final WritingHints hints = new WritingHints();

    @ParameterizedTest
    @DisplayName("A promise without a day or a number is named")
    @ValueSource(strings = {"今后尽量抽时间加强门诊导诊方面的学习", "进一步加强出院随访，努力提高服务水平", "适时开展谈心谈话", "3月补开党小组会。以后争取做好"})
    void vaguePromises(String measure) {
        assertThat(hints.ofMeasure(measure, List.of()))
                .isNotEmpty()
                .allMatch(hint -> hint.kind() == Kind.VAGUE && measure.contains(hint.words()));
    }

    @ParameterizedTest
    @DisplayName("One that a day or a number follows is not, nor is a plain one")
    @ValueSource(
            strings = {"争取12月底前补学2次", "进一步加强出院随访，每月抽查十份病历", "尽快在本季度公布答复", "努力做到每周一次讲评", "确定8名联系对象，三个月内完成走访并记录诉求", ""})
    void boundPromises(String measure) {
        assertThat(hints.ofMeasure(measure, List.of())).isEmpty();
    }

    @Test
    @DisplayName("The longest word that fits is named, once")
    void theLongestWord() {
        assertThat(hints.ofMeasure("进一步加强学习，进一步加强学习", List.of()))
                .extracting(WritingHint::words)
                .containsExactly("进一步加强");
    }

    @ParameterizedTest
    @DisplayName("A phrase that fits everybody is named where no matter stands beside it")
    @ValueSource(strings = {"学习不够深入", "服务意识不强，思想认识不到位。", "联系群众不够紧密，责任心不强，要改进"})
    void emptyPhrases(String problem) {
        assertThat(hints.ofProblem(problem, List.of())).isNotEmpty().allMatch(hint -> hint.kind() == Kind.EMPTY);
    }

    @ParameterizedTest
    @DisplayName("With a matter beside it the phrase may stand")
    @ValueSource(strings = {"上半年参加支部活动4次，其中2次中途离开，政治站位不够高", "服务意识不强，对门诊患者解释病情不耐烦被当面投诉", "带教年轻同志没有按计划讲评", "　"})
    void concreteProblems(String problem) {
        assertThat(hints.ofProblem(problem, List.of())).isEmpty();
    }

    @Test
    @DisplayName("What one has written before is named with its campaign, the newest alone")
    void copies() {
        List<Earlier> own = List.of(
                new Earlier("2022年度组织生活会", "上半年有2次集中学习用看材料代替，没有谈体会"),
                new Earlier("2021年度组织生活会", "上半年有2次集中学习用看材料代替，没有谈体会"));
        assertThat(hints.ofProblem("没有谈体会，今年上半年有2次集中学习用看材料代替", own))
                .singleElement()
                .isEqualTo(new WritingHint(Kind.COPIED, own.get(0).text(), "2022年度组织生活会"));
        assertThat(hints.ofProblem("食堂离病房太远，送餐晚了半小时", own)).isEmpty();
    }
}
