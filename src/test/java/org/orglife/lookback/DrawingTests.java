package org.orglife.lookback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orglife.lookback.Pool.Candidate;
import org.orglife.problem.SubjectKind;

/** 抽查: the lots can be drawn again by anybody. */
class DrawingTests {

    private static List<Integer> numbers(int count) {
        return new ArrayList<>(IntStream.rangeClosed(1, count).boxed().toList());
    }

    @Test
    @DisplayName("The same numbers, percentage and seed give the same items, in whatever order the numbers come")
    void repeatable() {
        List<Integer> backwards = numbers(20);
        Collections.reverse(backwards);
        assertThat(Drawing.draw(numbers(20), 30, 482_913))
                .containsExactly(2, 3, 13, 14, 17, 18)
                .isEqualTo(Drawing.draw(backwards, 30, 482_913));
        assertThat(Drawing.draw(numbers(20), 30, 482_914)).isNotEqualTo(Drawing.draw(numbers(20), 30, 482_913));
    }

    @ParameterizedTest
    @DisplayName("So many are rounded up: one at least, all at most, none of none")
    @CsvSource({"0, 50, 0", "1, 1, 1", "7, 1, 1", "10, 30, 3", "11, 30, 4", "3, 33, 1", "3, 34, 2", "9, 100, 9"})
    void size(int pool, int percent, int drawn) {
        assertThat(Drawing.draw(numbers(pool), percent, 1)).hasSize(drawn).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("Every item has its chance")
    void everyItemIsDrawnByOneSeedOrAnother() {
        Set<Integer> ever = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            ever.addAll(Drawing.draw(numbers(12), 10, seed));
        }
        assertThat(ever).containsExactlyInAnyOrderElementsOf(numbers(12));
    }

    @Test
    @DisplayName("The branch's items and those of persons are drawn apart, so that each kind is looked at")
    void eachKind() {
        List<Candidate> items = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            items.add(new Candidate(
                    100 + number, number, number <= 10 ? SubjectKind.BRANCH : SubjectKind.MEMBER, number % 2));
        }
        Pool pool = new Pool(items);
        assertThat(pool.reopened()).isEqualTo(6);
        for (long seed = 0; seed < 50; seed++) {
            assertThat(pool.drawn(10, seed))
                    .extracting(Candidate::subjectKind)
                    .containsExactlyInAnyOrder(SubjectKind.BRANCH, SubjectKind.MEMBER);
        }
    }
}
