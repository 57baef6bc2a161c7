package org.orglife.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orglife.BranchesAtWork.memberOf;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberFlag;
import org.orglife.organisation.OrgUnit;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a record of a talk may say, who may make and read it, and that words stay with those who talked. */
@FullApplicationTest
class TalkServiceTests {

    private static final LocalDate TODAY = TestClock.TODAY;

    @Autowired
    BranchesAtWork branches;

    @Autowired
    People people;

    @Autowired
    TalkService talks;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;

    @BeforeEach
    void prepare() {
        branch = branches.branch("呼吸内科党支部");
    }

    private static RecordTalk between(Branch branch, LocalDate on, @Nullable String text, SignedInUser... people) {
        List<Long> members = Arrays.stream(people).map(BranchesAtWork::memberOf).toList();
        return new RecordTalk(
                branch.task(),
                members.get(0),
                members.subList(1, members.size()),
                new Talk.Facts(on, TalkMedium.FACE, null),
                text);
    }

    private TalkService.Recorded record(SignedInUser by, LocalDate on, @Nullable String text, SignedInUser... people) {
        People.actAs(by);
        return talks.record(between(branch, on, text, people), by.scope());
    }

    private long record(SignedInUser by, SignedInUser... people) {
        return record(by, TODAY, null, people).id();
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        RuleViolationException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private PairKind kind(long talk) {
        return PairKind.valueOf(jdbc.sql("select pair_kind from talk where id = :id")
                .param("id", talk)
                .query(String.class)
                .single());
    }

    @Test
    @DisplayName("BR-61, BR-64: the kind of a talk is derived from the seats of those who talked, in groups too")
    void kindIsDerived() {
        SignedInUser secretary = branch.secretary();
        assertThat(kind(record(secretary, secretary, branch.organiser()))).isEqualTo(PairKind.SEC_COMM);
        assertThat(kind(record(secretary, branch.member(), secretary))).isEqualTo(PairKind.SEC_MEMBER);
        assertThat(kind(record(secretary, branch.deputy(), branch.organiser()))).isEqualTo(PairKind.COMM_COMM);
        assertThat(kind(record(secretary, branch.organiser(), branch.member()))).isEqualTo(PairKind.COMM_MEMBER);
        assertThat(kind(record(secretary, branch.member(), branch.colleague()))).isEqualTo(PairKind.MEMBER_MEMBER);
        assertThat(kind(record(secretary, secretary, branch.deputy(), branch.member())))
                .isEqualTo(PairKind.SEC_MEMBER);
        assertThat(kind(record(secretary, branch.organiser(), branch.member(), branch.colleague())))
                .isEqualTo(PairKind.COMM_MEMBER);
    }

    @Test
    @DisplayName("the seats are those of the day of the talk, not those of today")
    void seatsAreThoseOfTheDay() {
        jdbc.sql("update position set until_on = '2023-10-10' where member_id = :member")
                .param("member", memberOf(branch.organiser()))
                .update();
        SignedInUser secretary = branch.secretary();
        assertThat(kind(record(secretary, LocalDate.of(2023, 10, 10), null, secretary, branch.organiser())
                        .id()))
                .isEqualTo(PairKind.SEC_COMM);
        long today = record(secretary, secretary, branch.organiser());
        assertThat(kind(today)).isEqualTo(PairKind.SEC_MEMBER);
        // put right, the day decides anew
        talks.change(
                today, 0, new Talk.Facts(LocalDate.of(2023, 10, 9), TalkMedium.PHONE, null), null, secretary.scope());
        assertThat(kind(today)).isEqualTo(PairKind.SEC_COMM);
    }

    @Test
    @DisplayName("T-33: a talk with oneself, with nobody, in the future is refused, each by its sentence")
    void impossibleTalksAreRefused() {
        SignedInUser secretary = branch.secretary();
        refused("talk.with-oneself", () -> record(secretary, secretary, secretary));
        refused("talk.with-oneself", () -> record(secretary, secretary, branch.member(), secretary));
        refused("talk.no-partner", () -> record(secretary, new SignedInUser[] {secretary}));
        refused("talk.in-future", () -> record(secretary, TODAY.plusDays(1), null, secretary, branch.member()));
        assertThat(count()).isZero();
    }

    private int count() {
        return jdbc.sql("select count(*) from talk where task_id = :task")
                .param("task", branch.task())
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("with somebody of another branch only where one of the two is a leader")
    void onlyLeadersTalkAcrossBranches() {
        OrgUnit other = people.branch(branch.committee(), "骨科党支部");
        Member plain = people.member(other, "方志强");
        Member leader = people.member(other, "沈光涛", MemberFlag.LEADER);
        Member stranger = people.member(people.branch(people.committee(), "外科党支部"), "陌生人", MemberFlag.LEADER);
        SignedInUser secretary = branch.secretary();
        People.actAs(secretary);
        long me = memberOf(secretary);
        refused("talk.of-another-branch", () -> talks.record(with(me, plain), secretary.scope()));
        refused("talk.of-another-branch", () -> talks.record(with(me, stranger), secretary.scope()));
        refused("talk.of-another-branch", () -> talks.record(with(me, 999_999_999L), secretary.scope()));
        long talk = talks.record(with(memberOf(branch.member()), leader), secretary.scope())
                .id();
        assertThat(kind(talk)).isEqualTo(PairKind.LEADER_MEMBER);
        // the leader knows of it, wherever he is enrolled; his colleagues do not
        SignedInUser guest = people.as(org.orglife.shared.Role.MEMBER, other, leader);
        assertThat(talks.get(talk, guest.scope()).getId()).isEqualTo(talk);
        SignedInUser colleague = people.as(org.orglife.shared.Role.SECRETARY, other, plain);
        assertThatThrownBy(() -> talks.get(talk, colleague.scope())).isInstanceOf(NotFoundException.class);
    }

    private RecordTalk with(long convener, Member partner) {
        return with(convener, partner.getId());
    }

    private RecordTalk with(long convener, long partner) {
        return new RecordTalk(
                branch.task(), convener, List.of(partner), new Talk.Facts(TODAY, TalkMedium.FACE, null), null);
    }

    @Test
    @DisplayName("entered more than 7 days after it took place, a record is marked 补录 by itself")
    void lateEntriesAreMarked() {
        SignedInUser secretary = branch.secretary();
        long inTime = record(secretary, TODAY.minusDays(7), null, secretary, branch.member())
                .id();
        long late = record(secretary, TODAY.minusDays(8), null, secretary, branch.colleague())
                .id();
        assertThat(talks.get(inTime, secretary.scope()).isLate()).isFalse();
        assertThat(talks.get(late, secretary.scope()).isLate()).isTrue();
        assertThat(jdbc.sql("select late_talks from task_figures where task_id = :task")
                        .param("task", branch.task())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName(
            "the same persons on the same day are one talk, whoever records it; the second record confirms the first")
    void theSameTalkIsRecordedOnce() {
        TalkService.Recorded first = record(branch.secretary(), TODAY, null, branch.secretary(), branch.member());
        TalkService.Recorded again = record(branch.secretary(), TODAY, null, branch.secretary(), branch.member());
        TalkService.Recorded others = record(branch.member(), TODAY, "谈了工作", branch.member(), branch.secretary());
        assertThat(first.known()).isFalse();
        assertThat(again).isEqualTo(new TalkService.Recorded(first.id(), true));
        assertThat(others).isEqualTo(new TalkService.Recorded(first.id(), true));
        assertThat(count()).isEqualTo(1);
        assertThat(unconfirmed(first.id())).isZero();
        assertThat(talks.detail(first.id(), branch.secretary().scope()).text()).isEqualTo("谈了工作");
    }

    private int unconfirmed(long talk) {
        return jdbc.sql("select count(*) from talk_participant where talk_id = :talk and confirmed_on is null")
                .param("talk", talk)
                .query(Integer.class)
                .single();
    }

    @Test
    @DisplayName("T-ROLE-TALK: the words are for the two; the fact for them and the secretary; nobody else finds it")
    void wordsAreForTheTwo() {
        long talk = record(branch.organiser(), TODAY, "家里有困难", branch.organiser(), branch.member())
                .id();
        for (SignedInUser user : branch.all()) {
            boolean party = user.equals(branch.organiser()) || user.equals(branch.member());
            boolean fact = party || TalkAccess.seesAll(user.scope());
            if (fact) {
                assertThat(talks.detail(talk, user.scope()).text())
                        .as(user.role().name())
                        .isEqualTo(party ? "家里有困难" : null);
            } else {
                assertThatThrownBy(() -> talks.detail(talk, user.scope()))
                        .as(user.role().name())
                        .isInstanceOf(NotFoundException.class);
            }
        }
        assertThat(new String(
                        jdbc.sql("select text_sealed from talk where id = :id")
                                .param("id", talk)
                                .query(byte[].class)
                                .single(),
                        java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("困难");
        assertThat(jdbc.sql("select coalesce(object_label, '') || array_to_string(fields, '') from audit_entry"
                                + " where object_type = 'Talk' and object_id = :id")
                        .param("id", String.valueOf(talk))
                        .query(String.class)
                        .list())
                .containsExactly("呼吸内科党支部");
    }

    @Test
    @DisplayName(
            "members record their own talks only; nobody writes words about a talk of others; superiors record none")
    void whoMayRecord() {
        refused("talk.own-only", () -> record(branch.organiser(), branch.secretary(), branch.member()));
        refused("talk.own-only", () -> record(branch.member(), branch.secretary(), branch.colleague()));
        refused("talk.own-only", () -> record(branch.office(), branch.secretary(), branch.colleague()));
        refused(
                "talk.text-of-others",
                () -> record(branch.secretary(), TODAY, "听说的", branch.organiser(), branch.member()));
        assertThat(record(branch.member(), branch.colleague(), branch.member())).isPositive();
        Branch other = branches.branch("骨科党支部");
        assertThatThrownBy(() -> talks.record(
                        between(branch, TODAY, null, other.secretary(), other.member()),
                        other.secretary().scope()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    @DisplayName("who has not recorded it confirms it; a correction asks again; a stale one is shown, not saved")
    void confirmationAndCorrection() {
        long talk = record(branch.organiser(), branch.organiser(), branch.member());
        assertThat(unconfirmed(talk)).isEqualTo(1);
        People.actAs(branch.member());
        assertThat(talks.confirm(List.of(talk), branch.member().scope())).isEqualTo(1);
        assertThat(talks.confirm(List.of(talk), branch.member().scope())).isZero();
        assertThatThrownBy(() -> talks.confirm(List.of(talk), branch.secretary().scope()))
                .isInstanceOf(NotFoundException.class);
        Talk.Facts corrected = new Talk.Facts(TODAY.minusDays(1), TalkMedium.PHONE, PairKind.MEMBER_MEMBER);
        refused(
                "talk.not-yours",
                () -> talks.change(talk, 0, corrected, null, branch.member().scope()));
        People.actAs(branch.organiser());
        talks.change(talk, 0, corrected, "补几句", branch.organiser().scope());
        assertThat(kind(talk)).isEqualTo(PairKind.MEMBER_MEMBER);
        assertThat(unconfirmed(talk)).isEqualTo(1);
        assertThatThrownBy(
                        () -> talks.change(talk, 0, null, "又几句", branch.member().scope()))
                .isInstanceOfSatisfying(
                        StaleEditException.class,
                        stale -> assertThat(stale.current())
                                .anyMatch(text -> text.text().equals("补几句")));
        refused(
                "talk.in-future",
                () -> talks.change(
                        talk,
                        1,
                        new Talk.Facts(TODAY.plusDays(1), TalkMedium.FACE, null),
                        null,
                        branch.organiser().scope()));
    }

    @Test
    @DisplayName("a withdrawn record is gone for everybody, counts no more, and leaves no words")
    void withdrawnTalksAreGone() {
        long talk = record(branch.organiser(), TODAY, "谈了家常", branch.organiser(), branch.member())
                .id();
        refused("talk.not-yours", () -> talks.withdraw(talk, branch.member().scope()));
        People.actAs(branch.organiser());
        talks.withdraw(talk, branch.organiser().scope());
        for (SignedInUser user : branch.all()) {
            assertThatThrownBy(() -> talks.get(talk, user.scope())).isInstanceOf(NotFoundException.class);
        }
        assertThat(jdbc.sql("select count(*) from talk where id = :id and text_sealed is not null")
                        .param("id", talk)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select talks + talk_persons from task_figures where task_id = :task")
                        .param("task", branch.task())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("M11 counts the persons talked with, M11b the talks")
    void groupsCountTheirPersons() {
        record(branch.secretary(), branch.secretary(), branch.member());
        record(branch.secretary(), branch.organiser(), branch.member(), branch.colleague(), branch.groupLeader());
        assertThat(jdbc.sql("select talks || ' ' || talk_persons from task_figures where task_id = :task")
                        .param("task", branch.task())
                        .query(String.class)
                        .single())
                .isEqualTo("2 4");
    }
}
