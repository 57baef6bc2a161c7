package org.orglife.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orglife.shared.RuleViolationException;

/** What may be true of a member, and what rights follow from it. */
class MemberRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2023, 10, 20);
    private static final LocalDate BORN = LocalDate.of(1980, 5, 1);
    private static final LocalDate JOINED = LocalDate.of(2005, 7, 1);
    private static final LocalDate FULL = LocalDate.of(2006, 7, 1);

    private static MemberDetails details(MemberKind kind, Standing standing, @Nullable LocalDate full) {
        return new MemberDetails(null, "周静斌", Gender.FEMALE, BORN, kind, standing, JOINED, full, Set.of(), null);
    }

    private static MemberDetails dates(@Nullable LocalDate born, @Nullable LocalDate joined, @Nullable LocalDate full) {
        return new MemberDetails(
                null, "周静斌", null, born, MemberKind.FULL, Standing.NORMAL, joined, full, Set.of(), null);
    }

    private static MemberDetails phone(String typed) {
        return new MemberDetails(
                null,
                "周静斌",
                null,
                null,
                MemberKind.FULL,
                Standing.NORMAL,
                null,
                null,
                Set.of(),
                MemberDetails.plainPhone(typed));
    }

    @ParameterizedTest(name = "{0}, {1}: vote {2}, expected {3}")
    @DisplayName("Domain 1.3: who votes and who is expected follows from kind and standing")
    @CsvSource({
        "FULL,         NORMAL,               true,  true",
        "FULL,         ON_PROBATION_PENALTY, false, true",
        "FULL,         OUT_OF_CONTACT,       true,  false",
        "FULL,         SUSPENDED,            false, false",
        "PROBATIONARY, NORMAL,               false, true",
        "PROBATIONARY, ON_PROBATION_PENALTY, false, true",
        "PROBATIONARY, OUT_OF_CONTACT,       false, false",
        "PROBATIONARY, SUSPENDED,            false, false"
    })
    void voteAndAttendance(MemberKind kind, Standing standing, boolean votes, boolean expected) {
        Member member = new Member(details(kind, standing, null), null, TODAY);
        assertThat(member.hasVote()).isEqualTo(votes);
        assertThat(kind.votesIn(standing)).isEqualTo(votes);
        assertThat(member.isExpected()).isEqualTo(expected);
    }

    @Test
    void nothingSpeaksAgainstAnOrdinaryMember() {
        assertThat(details(MemberKind.FULL, Standing.NORMAL, FULL).objections(TODAY))
                .isEmpty();
        assertThat(dates(null, null, null).objections(TODAY)).isEmpty();
        assertThat(dates(TODAY, null, null).objections(TODAY)).isEmpty();
    }

    @Test
    void datesThatCannotBe() {
        assertThat(dates(LocalDate.of(1899, 12, 31), null, null).objections(TODAY))
                .containsExactly(new Objection("bornOn", "too-old"));
        assertThat(dates(TODAY.plusDays(1), null, null).objections(TODAY))
                .containsExactly(new Objection("bornOn", "future"));
        assertThat(dates(null, TODAY.plusDays(1), null).objections(TODAY))
                .containsExactly(new Objection("joinedOn", "future"));
        assertThat(dates(null, LocalDate.of(1921, 6, 30), null).objections(TODAY))
                .containsExactly(new Objection("joinedOn", "before-party"));
        assertThat(dates(JOINED, JOINED, null).objections(TODAY))
                .containsExactly(new Objection("joinedOn", "before-birth"));
        assertThat(dates(BORN, JOINED, JOINED.minusDays(1)).objections(TODAY))
                .containsExactly(new Objection("fullOn", "full-before-joined"));
        assertThat(details(MemberKind.PROBATIONARY, Standing.NORMAL, FULL).objections(TODAY))
                .containsExactly(new Objection("fullOn", "probationary-full"));
    }

    @Test
    void unusualDatesAreDoubtedButNotRefused() {
        MemberDetails young = dates(BORN, BORN.plusYears(18).minusDays(1), null);
        assertThat(young.objections(TODAY)).isEmpty();
        assertThat(young.doubts(TODAY)).containsExactly(new Objection("joinedOn", "too-young"));
        assertThat(dates(BORN, BORN.plusYears(18), null).doubts(TODAY)).isEmpty();
        assertThat(dates(BORN, JOINED, FULL.minusDays(1)).doubts(TODAY))
                .containsExactly(new Objection("fullOn", "full-early"));
        MemberDetails ahead = dates(BORN, JOINED, TODAY.plusDays(1));
        assertThat(ahead.objections(TODAY)).isEmpty();
        assertThat(ahead.doubts(TODAY)).containsExactly(new Objection("fullOn", "full-ahead"));
    }

    @ParameterizedTest
    @CsvSource({
        "13812345678, true",
        "+86 138-1234-5678, true",
        "(0571)88881234, true",
        "88881234, true",
        "1381234567, false",
        "23812345678, false",
        "没有, false"
    })
    void phones(String typed, boolean plausible) {
        assertThat(phone(typed).objections(TODAY).isEmpty()).isEqualTo(plausible);
    }

    @Test
    void theRecordRefusesWhatThePageAndTheImportNameBesideTheField() {
        Member member = new Member(details(MemberKind.FULL, Standing.NORMAL, FULL), null, TODAY);
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(() -> member.change(dates(null, TODAY.plusDays(1), null), null, TODAY))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("organisation.odd.future"));
        assertThat(member.getJoinedOn()).as("nothing changed").isEqualTo(JOINED);
    }

    @Test
    void changesAreNamedByFieldForTheTrail() {
        MemberDetails before = details(MemberKind.FULL, Standing.NORMAL, FULL);
        MemberDetails after = new MemberDetails(
                null,
                "周静宾",
                Gender.FEMALE,
                BORN,
                MemberKind.FULL,
                Standing.OUT_OF_CONTACT,
                JOINED,
                FULL,
                EnumSet.of(MemberFlag.MOBILE),
                null);
        assertThat(after.changedFrom(before)).containsExactly("name", "standing", "flags");
        assertThat(before.changedFrom(before)).isEmpty();
    }
}
