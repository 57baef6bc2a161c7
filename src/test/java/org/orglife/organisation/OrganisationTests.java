package org.orglife.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** Units, members and seats as the database keeps them. */
@FullApplicationTest
class OrganisationTests {

    private static final LocalDate TODAY = TestClock.TODAY;

    @Autowired
    People people;

    @Autowired
    OrgUnitService units;

    @Autowired
    UnitQuery unitQuery;

    @Autowired
    MemberService members;

    @Autowired
    PositionService positions;

    @Autowired
    UnitSheets sheets;

    @Autowired
    JdbcClient jdbc;

    private OrgUnit committee;
    private OrgUnit branch;
    private OrgUnit other;
    private BranchScope office;
    private BranchScope secretary;

    @BeforeEach
    void anOrganisation() {
        committee = people.committee();
        branch = people.branch(committee, "呼吸内科党支部");
        other = people.branch(committee, "急诊科党支部");
        SignedInUser user = people.office(committee);
        People.actAs(user);
        office = user.scope();
        secretary = people.user(Role.SECRETARY, branch, null, "书记").scope();
    }

    @AfterEach
    void nobodyActs() {
        SecurityContextHolder.clearContext();
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(RuleViolationException.class)
                .isThrownBy(work)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static MemberFilter all() {
        return new MemberFilter(null, null, null, null, null, false);
    }

    private static MemberFilter named(String text) {
        return new MemberFilter(null, null, null, null, text, false);
    }

    private List<String> names(MemberFilter filter, MemberSort sort) {
        return members.list(filter, sort, office, 100, 0).stream()
                .map(MemberRow::name)
                .toList();
    }

    private MemberDetails details(String name, MemberKind kind, Standing standing, @Nullable LocalDate joined) {
        return new MemberDetails(
                null, name, null, null, kind, standing, joined, null, EnumSet.noneOf(MemberFlag.class), null);
    }

    @Test
    void membersSortByPinyin() {
        for (String name : List.of("周静斌", "陈晨", "安娜", "吕明", "孙军", "欧阳若吉")) {
            people.member(branch, name);
        }
        assertThat(names(all(), MemberSort.NAME)).containsExactly("安娜", "陈晨", "吕明", "欧阳若吉", "孙军", "周静斌");
    }

    @Test
    void seatsComeBeforeTheOthersOfTheBranch() {
        people.member(branch, "安娜");
        people.seated(branch, "周静斌", PositionKind.SECRETARY);
        people.member(other, "丁一");
        assertThat(names(all(), MemberSort.BRANCH)).containsExactly("周静斌", "安娜", "丁一");
    }

    @Test
    void membersAreFoundByNamePartOfItAndInitials() {
        people.member(branch, "欧阳若吉");
        people.member(branch, "欧阳娜娜");
        people.member(other, "若水");
        assertThat(names(named("欧阳若吉"), MemberSort.NAME)).containsExactly("欧阳若吉");
        assertThat(names(named("若"), MemberSort.NAME)).containsExactlyInAnyOrder("欧阳若吉", "若水");
        assertThat(names(named("oyrj"), MemberSort.NAME)).containsExactly("欧阳若吉");
        assertThat(names(named("OYNN"), MemberSort.NAME)).containsExactly("欧阳娜娜");
        assertThat(names(named("%"), MemberSort.NAME)).isEmpty();
    }

    @Test
    void filtersNarrowTheList() {
        OrgUnit group = units.create(branch.getId(), UnitKind.GROUP, UnitDetails.named("第1党小组"), secretary);
        LocalDate from = LocalDate.of(2022, 1, 1);
        MemberDetails probationary = details("安娜", MemberKind.PROBATIONARY, Standing.NORMAL, from);
        members.enrol(branch.getId(), group.getId(), probationary, from, office);
        members.enrol(other.getId(), null, details("丁一", MemberKind.FULL, Standing.OUT_OF_CONTACT, null), from, office);
        people.member(other, "吕明", MemberFlag.CARE);
        assertThat(names(new MemberFilter(group.getId(), null, null, null, null, false), MemberSort.NAME))
                .containsExactly("安娜");
        assertThat(names(new MemberFilter(other.getId(), null, null, null, null, false), MemberSort.NAME))
                .containsExactly("丁一", "吕明");
        assertThat(names(new MemberFilter(null, MemberKind.PROBATIONARY, null, null, null, false), MemberSort.NAME))
                .containsExactly("安娜");
        assertThat(names(new MemberFilter(null, null, MemberFlag.CARE, null, null, false), MemberSort.NAME))
                .containsExactly("吕明");
        assertThat(names(new MemberFilter(null, null, null, Standing.OUT_OF_CONTACT, null, false), MemberSort.NAME))
                .containsExactly("丁一");
        UnitFigures figures = unitQuery.figures(committee);
        assertThat(figures.members()).isEqualTo(3);
        assertThat(figures.voters())
                .as("a member out of contact keeps his vote")
                .isEqualTo(2);
        assertThat(figures.expected()).isEqualTo(2);
        assertThat(unitQuery.figures(branch).withoutGroup()).isZero();
    }

    @Test
    void aTransferClosesTheOldEnrolmentAndItsSeats() {
        Member member = people.seated(branch, "周静斌", PositionKind.SECRETARY);
        LocalDate on = LocalDate.of(2023, 9, 1);
        members.transfer(member.getId(), other.getId(), on, office);
        MemberRecord known = members.get(member.getId(), office);
        assertThat(known.latest().getBranch().getId()).isEqualTo(other.getId());
        assertThat(known.memberships().get(1).getUntilOn()).isEqualTo(on.minusDays(1));
        assertThat(known.memberships().get(1).getEndReason()).isEqualTo(MembershipEnd.TRANSFERRED);
        assertThat(known.positions().get(0).getUntilOn()).isEqualTo(on.minusDays(1));
        assertThatExceptionOfType(NotFoundException.class)
                .as("the old branch sees him no more")
                .isThrownBy(() -> members.get(member.getId(), secretary));
        refused(
                "organisation.member.already-there",
                () -> members.transfer(member.getId(), other.getId(), TODAY, office));
        refused(
                "organisation.membership.in-future",
                () -> members.transfer(member.getId(), branch.getId(), TODAY.plusDays(1), office));
    }

    @Test
    void whoeverLeftMayComeBackAfterwards() {
        Member member = people.member(branch, "周静斌");
        LocalDate left = LocalDate.of(2023, 8, 31);
        refused(
                "organisation.membership.reason",
                () -> members.leave(member.getId(), left, MembershipEnd.TRANSFERRED, office));
        members.leave(member.getId(), left, MembershipEnd.TRANSFERRED_OUT, secretary);
        assertThat(names(all(), MemberSort.NAME)).isEmpty();
        assertThat(names(new MemberFilter(null, null, null, null, null, true), MemberSort.NAME))
                .containsExactly("周静斌");
        refused(
                "organisation.membership.ended",
                () -> members.leave(member.getId(), TODAY, MembershipEnd.DECEASED, secretary));
        refused(
                "organisation.membership.begins-before-end",
                () -> members.transfer(member.getId(), other.getId(), left, office));
        members.transfer(member.getId(), branch.getId(), left.plusDays(1), office);
        assertThat(names(all(), MemberSort.NAME)).containsExactly("周静斌");
    }

    @Test
    void oneSecretaryAtATime() {
        Member first = people.seated(branch, "安娜", PositionKind.SECRETARY);
        Member second = people.member(branch, "丁一");
        LocalDate from = LocalDate.of(2023, 5, 1);
        refused(
                "organisation.position.already-held",
                () -> positions.take(branch.getId(), first.getId(), PositionKind.SECRETARY, Seat.HELD, from, office));
        refused(
                "organisation.position.before-holder",
                () -> positions.take(
                        branch.getId(),
                        second.getId(),
                        PositionKind.SECRETARY,
                        Seat.HELD,
                        LocalDate.of(2020, 6, 1),
                        office));
        positions.take(branch.getId(), second.getId(), PositionKind.SECRETARY, Seat.HELD, from, office);
        UnitSheet sheet = sheets.of(branch.getId(), office);
        assertThat(sheet.seats())
                .singleElement()
                .satisfies(held ->
                        assertThat(held.getMember()).extracting(Member::getName).isEqualTo("丁一"));
        assertThat(sheet.past())
                .singleElement()
                .satisfies(held -> assertThat(held.getUntilOn()).isEqualTo(from.minusDays(1)));
    }

    @Test
    @DisplayName("Domain 1.2: a seat may be vacant, and somebody may help out on it without holding it")
    void vacantSeatsAndAssistants() {
        Member helper = people.member(branch, "安娜");
        LocalDate from = LocalDate.of(2023, 5, 1);
        Seat youth = new Seat("青年委员", false, false);
        Seat united = new Seat("统战委员", false, false);
        positions.take(branch.getId(), null, PositionKind.OTHER, youth, from, office);
        positions.take(branch.getId(), null, PositionKind.ORGANISATION, Seat.HELD, from, office);
        refused(
                "organisation.position.already-vacant",
                () -> positions.take(branch.getId(), null, PositionKind.ORGANISATION, Seat.HELD, TODAY, office));
        positions.take(
                branch.getId(), helper.getId(), PositionKind.ORGANISATION, new Seat(null, true, false), from, office);
        positions.take(branch.getId(), helper.getId(), PositionKind.OTHER, united, from, office);
        UnitSheet sheet = sheets.of(branch.getId(), office);
        assertThat(sheet.assistants()).hasSize(1);
        assertThat(sheet.seats())
                .extracting(held -> held.seat().title() + (held.isVacant() ? " vacant" : ""))
                .as("another title leaves the vacancy alone")
                .containsExactlyInAnyOrder("null vacant", "青年委员 vacant", "统战委员");
        assertThat(members.list(named("安娜"), MemberSort.NAME, office, 1, 0)
                        .get(0)
                        .seats())
                .as("helping is no seat")
                .containsExactly(new HeldSeat(PositionKind.OTHER, "统战委员"));
    }

    @Test
    void aBranchFillsOnlyTheSeatsOfItsGroups() {
        Member member = people.member(branch, "安娜");
        refused(
                "organisation.position.office-only",
                () -> positions.take(
                        branch.getId(), member.getId(), PositionKind.ORGANISATION, Seat.HELD, TODAY, secretary));
        OrgUnit group = units.create(branch.getId(), UnitKind.GROUP, UnitDetails.named("第1党小组"), secretary);
        positions.take(group.getId(), member.getId(), PositionKind.GROUP_LEADER, Seat.HELD, TODAY, secretary);
        assertThat(sheets.of(group.getId(), secretary).isHeadless()).isFalse();
        refused(
                "organisation.position.wrong-unit",
                () -> positions.take(
                        branch.getId(), member.getId(), PositionKind.GROUP_LEADER, Seat.HELD, TODAY, office));
        Member foreign = people.member(other, "丁一");
        refused(
                "organisation.position.not-enrolled",
                () -> positions.take(
                        branch.getId(), foreign.getId(), PositionKind.PUBLICITY, Seat.HELD, TODAY, office));
    }

    @Test
    void unitsAreKeptByThoseWhoMay() {
        refused(
                "organisation.unit.office-only",
                () -> units.create(branch.getId(), UnitKind.BRANCH, UnitDetails.named("新支部"), secretary));
        refused(
                "organisation.unit.wrong-place",
                () -> units.create(branch.getId(), UnitKind.BRANCH, UnitDetails.named("新支部"), office));
        refused(
                "organisation.unit.name-taken",
                () -> units.create(committee.getId(), UnitKind.BRANCH, UnitDetails.named("急诊科党支部"), office));
        refused("organisation.unit.own-top", () -> units.dissolve(committee.getId(), TODAY, office));
        BranchScope member = people.user(Role.MEMBER, branch, null, "党员").scope();
        refused(
                "organisation.unit.office-only",
                () -> units.create(branch.getId(), UnitKind.GROUP, UnitDetails.named("第1党小组"), member));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> units.change(other.getId(), 0, UnitDetails.named("x"), secretary));
    }

    @Test
    void aUnitMovesWithAllBelowIt() {
        OrgUnit general = people.unit(committee, UnitKind.GENERAL_BRANCH, "临床第一党总支");
        OrgUnit group = units.create(branch.getId(), UnitKind.GROUP, UnitDetails.named("第1党小组"), office);
        units.move(branch.getId(), general.getId(), office);
        assertThat(units.get(group.getId(), office).getPath())
                .isEqualTo(general.getPath() + branch.getId() + "/" + group.getId() + "/");
        refused("organisation.unit.group-stays", () -> units.move(group.getId(), other.getId(), office));
        refused("organisation.unit.circle", () -> units.move(general.getId(), branch.getId(), office));
        assertThat(unitQuery.tree(office, 100))
                .extracting(UnitRow::name)
                .containsExactly(committee.getName(), "临床第一党总支", "呼吸内科党支部", "急诊科党支部");
    }

    @Test
    void aUnitEndsWhenNobodyIsLeftInIt() {
        Member member = people.seated(branch, "安娜", PositionKind.SECRETARY);
        refused("organisation.unit.has-members", () -> units.dissolve(branch.getId(), TODAY, office));
        members.transfer(member.getId(), other.getId(), LocalDate.of(2023, 9, 1), office);
        positions.take(branch.getId(), null, PositionKind.SECRETARY, Seat.HELD, LocalDate.of(2023, 9, 1), office);
        refused("organisation.odd.future", () -> units.dissolve(branch.getId(), TODAY.plusDays(1), office));
        units.dissolve(branch.getId(), TODAY, office);
        assertThat(units.branches(office)).extracting(OrgUnit::getName).containsExactly("急诊科党支部");
        assertThat(jdbc.sql("select count(*) from position where unit_id = :unit and until_on is null")
                        .param("unit", branch.getId())
                        .query(Long.class)
                        .single())
                .isZero();
        refused(
                "organisation.unit.parent-dissolved",
                () -> units.create(branch.getId(), UnitKind.GROUP, UnitDetails.named("第1党小组"), office));
    }

    @Test
    void unitsAreFoundByPinyinInitials() {
        assertThat(unitQuery.search("hxnk", office, 10))
                .extracting(UnitRow::name)
                .containsExactly("呼吸内科党支部");
        assertThat(unitQuery.search("急诊", office, 10)).extracting(UnitRow::name).containsExactly("急诊科党支部");
        assertThat(unitQuery.search("hxnk", people.office(people.committee()).scope(), 10))
                .as("of another tree nothing")
                .isEmpty();
    }

    @Test
    void theBranchsNoGroupBelongsToAnother() {
        OrgUnit group = units.create(other.getId(), UnitKind.GROUP, UnitDetails.named("第1党小组"), office);
        refused(
                "organisation.membership.foreign-group",
                () -> members.enrol(
                        branch.getId(),
                        group.getId(),
                        details("安娜", MemberKind.FULL, Standing.NORMAL, null),
                        TODAY,
                        office));
    }

    @Test
    void aCodeBelongsToOnePerson() {
        MemberDetails coded = new MemberDetails(
                "A-" + committee.getId(),
                "安娜",
                null,
                null,
                MemberKind.FULL,
                Standing.NORMAL,
                null,
                null,
                Set.of(),
                null);
        members.enrol(branch.getId(), null, coded, TODAY, office);
        refused("organisation.member.code-taken", () -> members.enrol(other.getId(), null, coded, TODAY, office));
    }
}
