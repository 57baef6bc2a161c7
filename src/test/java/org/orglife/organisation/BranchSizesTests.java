package org.orglife.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rules on sizes remind of, at the numbers where they begin. */
class BranchSizesTests {

    private static final LocalDate TODAY = LocalDate.of(2023, 10, 20);

    private static List<String> rules(
            BranchKind kind,
            int full,
            int members,
            int committee,
            int groups,
            @Nullable String category,
            @Nullable LocalDate founded,
            @Nullable LocalDate elected) {
        return BranchSizes.reminders(
                        new BranchSizes.Branch(kind, full, members, committee, groups, category, founded, elected),
                        TODAY)
                .stream()
                .map(code -> code.replace("organisation.size.", ""))
                .toList();
    }

    private static List<String> ordinary(int full, int members, int committee, int groups) {
        return rules(BranchKind.ORDINARY, full, members, committee, groups, null, null, null);
    }

    @Test
    @DisplayName("BR-10: fewer than three full members are no branch of their own")
    void smallest() {
        assertThat(ordinary(2, 2, 1, 0)).containsExactly("BR-10");
        assertThat(ordinary(3, 3, 1, 0)).isEmpty();
        assertThat(rules(BranchKind.JOINT, 2, 2, 1, 0, null, null, null)).isEmpty();
    }

    @Test
    @DisplayName("BR-11: above fifty members a branch is divided")
    void largest() {
        assertThat(ordinary(50, 50, 5, 3)).isEmpty();
        assertThat(ordinary(50, 51, 5, 3)).containsExactly("BR-11");
    }

    @ParameterizedTest(name = "{0} full members, {1} on the committee: {2}")
    @DisplayName("BR-12, BR-13: from seven full members on there is a committee of three to seven")
    @CsvSource({"7, 2, BR-12", "7, 3, ''", "7, 7, ''", "7, 8, BR-12", "6, 2, ''", "6, 3, BR-13", "6, 0, ''"})
    void committee(int full, int committee, String rule) {
        assertThat(ordinary(full, full, committee, 0)).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    }

    @Test
    @DisplayName("BR-14: general branches from fifty members on, committees from a hundred on")
    void unitsAboveBranches() {
        assertThat(BranchSizes.reminders(UnitKind.GENERAL_BRANCH, 49)).containsExactly("organisation.size.BR-14.few");
        assertThat(BranchSizes.reminders(UnitKind.GENERAL_BRANCH, 50)).isEmpty();
        assertThat(BranchSizes.reminders(UnitKind.GENERAL_BRANCH, 99)).isEmpty();
        assertThat(BranchSizes.reminders(UnitKind.GENERAL_BRANCH, 100)).containsExactly("organisation.size.BR-14.many");
        assertThat(BranchSizes.reminders(UnitKind.PARTY_COMMITTEE, 10)).isEmpty();
    }

    @Test
    @DisplayName("BR-15: a committee's term is three years, five in villages and communities")
    void term() {
        LocalDate threeYears = TODAY.minusYears(3);
        assertThat(rules(BranchKind.ORDINARY, 5, 5, 1, 0, "医院", null, threeYears))
                .isEmpty();
        assertThat(rules(BranchKind.ORDINARY, 5, 5, 1, 0, "医院", null, threeYears.minusDays(1)))
                .containsExactly("BR-15");
        assertThat(rules(BranchKind.ORDINARY, 5, 5, 1, 0, "社区", null, threeYears.minusDays(1)))
                .isEmpty();
        assertThat(rules(
                        BranchKind.ORDINARY,
                        5,
                        5,
                        1,
                        0,
                        "社区",
                        null,
                        TODAY.minusYears(5).minusDays(1)))
                .containsExactly("BR-15");
    }

    @Test
    @DisplayName("BR-16: many members may be divided into groups")
    void groups() {
        assertThat(ordinary(20, 20, 3, 0)).isEmpty();
        assertThat(ordinary(21, 21, 3, 0)).containsExactly("BR-16");
        assertThat(ordinary(21, 21, 3, 1)).isEmpty();
    }

    @Test
    @DisplayName("BR-17: work of six months and longer is no temporary branch any more")
    void temporary() {
        assertThat(rules(BranchKind.TEMPORARY, 3, 3, 1, 0, null, TODAY.minusMonths(6), null))
                .isEmpty();
        assertThat(rules(
                        BranchKind.TEMPORARY,
                        3,
                        3,
                        1,
                        0,
                        null,
                        TODAY.minusMonths(6).minusDays(1),
                        null))
                .containsExactly("BR-17");
        assertThat(rules(BranchKind.ORDINARY, 3, 3, 1, 0, null, TODAY.minusYears(1), null))
                .isEmpty();
    }
}
