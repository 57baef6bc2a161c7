package org.orglife.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orglife.shared.RuleViolationException;

/** What a meeting can be and become. */
class RoutineMeetingTests {

    private static final LocalDate DAY = LocalDate.of(2023, 10, 18);

    @ParameterizedTest
    @DisplayName("T-ROU-01: planned, told, held, recorded; cancelled is the end")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            from,      PLANNED, NOTIFIED, HELD,  RECORDED, CANCELLED
            PLANNED,   false,   true,     true,  false,    true
            NOTIFIED,  true,    false,    true,  false,    true
            HELD,      false,   false,    false, true,     true
            RECORDED,  false,   false,    false, false,    true
            CANCELLED, false,   false,    false, false,    false
            """)
    void statesFollowEachOther(
            RoutineState from, boolean planned, boolean notified, boolean held, boolean recorded, boolean cancelled) {
        assertThat(Arrays.stream(RoutineState.values()).map(from::canBecome))
                .containsExactly(planned, notified, held, recorded, cancelled);
    }

    private static RoutineDetails details(@Nullable Long group, LocalDate on, RoutineKind... kinds) {
        Set<RoutineKind> all = Arrays.stream(kinds).collect(Collectors.toSet());
        return new RoutineDetails(all, group, on, null, null, null, null, null, "张讲师", "学习党章");
    }

    private static void refused(RoutineDetails details, String code) {
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(details::require)
                .satisfies(violation -> assertThat(violation.code()).isEqualTo(code));
    }

    @Test
    @DisplayName("T-ROU-02: a meeting serves several kinds, if the same people are expected")
    void kindsGoTogetherWhereTheSamePeopleCome() {
        assertThatCode(
                        details(null, DAY, RoutineKind.GENERAL_MEETING, RoutineKind.LECTURE, RoutineKind.THEME_DAY)
                                ::require)
                .doesNotThrowAnyException();
        assertThatCode(details(7L, DAY, RoutineKind.GROUP, RoutineKind.LECTURE)::require)
                .doesNotThrowAnyException();
        refused(details(null, DAY), "routine.kinds.missing");
        refused(details(null, DAY, RoutineKind.COMMITTEE, RoutineKind.LECTURE), "routine.committee-alone");
        refused(details(7L, DAY, RoutineKind.GROUP, RoutineKind.GENERAL_MEETING), "routine.group-general");
        refused(details(null, DAY, RoutineKind.GROUP), "routine.group.missing");
    }

    @Test
    void aDayMustBeOne() {
        refused(details(null, LocalDate.of(23, 10, 18), RoutineKind.LECTURE), "routine.day.odd");
        refused(details(null, LocalDate.of(2101, 1, 1), RoutineKind.LECTURE), "routine.day.odd");
    }

    @Test
    void whatDoesNotBelongToAKindIsNotKept() {
        assertThat(details(7L, DAY, RoutineKind.THEME_DAY))
                .satisfies(day -> assertThat(day.groupId()).isNull())
                .satisfies(day -> assertThat(day.lecturer()).isNull());
        assertThat(details(null, DAY, RoutineKind.LECTURE).lecturer()).isEqualTo("张讲师");
    }

    @ParameterizedTest
    @CsvSource({"15:00,15:00", "15:00,14:59", ",16:00"})
    void aMeetingEndsAfterItHasBegun(@Nullable LocalTime starts, LocalTime ends) {
        RoutineDetails odd = new RoutineDetails(
                Set.of(RoutineKind.LECTURE), null, DAY, starts, ends, null, null, null, null, "学习党章");
        refused(odd, "routine.ends-before-starts");
    }

    @Test
    @DisplayName("BR-01, BR-02, BR-03: half of the voters are there; more than half of those expected carry a motion")
    void votes() {
        ShowOfHands votes = new ShowOfHands(5, 0, 1);
        assertThat(votes.carriedBy(9)).isTrue();
        assertThat(votes.carriedBy(10)).isFalse();
        assertThatCode(() -> votes.require(12, 6)).doesNotThrowAnyException();
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(() -> votes.require(13, 6))
                .satisfies(violation -> assertThat(violation.code()).isEqualTo("routine.vote.no-quorum"));
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(() -> votes.require(6, 5))
                .satisfies(violation -> assertThat(violation.code()).isEqualTo("routine.vote.too-many"));
    }

    @Test
    void periodsDivideAYear() {
        assertThat(Every.QUARTER.periods()).isEqualTo(4);
        assertThat(Every.QUARTER.of(LocalDate.of(2023, 9, 30))).isEqualTo(3);
        assertThat(Every.QUARTER.first(2023, 4)).isEqualTo(LocalDate.of(2023, 10, 1));
        assertThat(Every.QUARTER.last(2023, 4)).isEqualTo(LocalDate.of(2023, 12, 31));
        assertThat(Every.HALF_YEAR.of(LocalDate.of(2023, 7, 1))).isEqualTo(2);
        assertThat(Every.MONTH.last(2024, 2)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(new RoutineProperties(Every.YEAR).every(RoutineKind.LECTURE)).isEqualTo(Every.YEAR);
        assertThat(new RoutineProperties(Every.YEAR).every(RoutineKind.GENERAL_MEETING))
                .isEqualTo(Every.QUARTER);
    }
}
