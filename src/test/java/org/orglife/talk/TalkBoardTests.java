package org.orglife.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.BranchesAtWork.memberOf;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberFlag;
import org.orglife.talk.TalkBoard.Missing;
import org.springframework.beans.factory.annotation.Autowired;

/** Who still needs a talk, whom to ask, and that nobody learns from it of talks that are not his to know. */
@FullApplicationTest
class TalkBoardTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    People people;

    @Autowired
    TalkBoards boards;

    @Autowired
    TalkQuery query;

    @Autowired
    TalkService talks;

    @Autowired
    BranchTaskService tasks;

    private Branch branch;

    @BeforeEach
    void prepare() {
        branch = branches.branch("呼吸内科党支部");
    }

    private TalkBoard board(SignedInUser user) {
        return boards.of(tasks.get(branch.task(), user.scope()), user.scope());
    }

    private void talk(SignedInUser one, SignedInUser... others) {
        People.actAs(branch.secretary());
        talks.record(
                new RecordTalk(
                        branch.task(),
                        memberOf(one),
                        List.of(others).stream().map(BranchesAtWork::memberOf).toList(),
                        new Talk.Facts(TestClock.TODAY, TalkMedium.FACE, null),
                        null),
                branch.secretary().scope());
    }

    private static List<String> names(TalkBoard board) {
        return board.missing().stream().map(each -> each.person().name()).toList();
    }

    @Test
    @DisplayName("whoever nobody of the committee has talked with is missing, whatever other members have done")
    void missingAreThoseTheCommitteeHasNotMet() {
        assertThat(names(board(branch.secretary()))).containsExactlyInAnyOrder("欧阳若溪", "夏荣涛", "周静斌", "罗颖");
        talk(branch.member(), branch.colleague());
        assertThat(names(board(branch.secretary()))).hasSize(4);
        talk(branch.organiser(), branch.member(), branch.colleague());
        TalkBoard board = board(branch.secretary());
        assertThat(names(board)).containsExactlyInAnyOrder("欧阳若溪", "夏荣涛");
        assertThat(board.lines().stream().filter(line -> !line.covered())).hasSize(2);
        // they stand first
        assertThat(board.lines().get(0).covered()).isFalse();
        assertThat(board.lines().get(3).covered()).isTrue();
        assertThat(board.lines().stream().filter(line -> line.peer() != null)).hasSize(2);
    }

    @Test
    @DisplayName("BR-63: key persons are proposed to the secretary and stay on his list until he has talked with them")
    void keyPersonsAreForTheSecretary() {
        Member away = people.member(branch.unit(), "马景宁", MemberFlag.MOBILE);
        TalkBoard before = board(branch.secretary());
        Missing proposal = before.missing().stream()
                .filter(each -> each.person().id() == away.getId())
                .findFirst()
                .orElseThrow();
        assertThat(proposal.ask()).extracting(TalkPerson::name).isEqualTo("于光燕");
        assertThat(proposal.reason()).isEqualTo("talk.why.mobile");
        People.actAs(branch.deputy());
        talks.record(
                new RecordTalk(
                        branch.task(),
                        memberOf(branch.deputy()),
                        List.of(away.getId()),
                        new Talk.Facts(TestClock.TODAY, TalkMedium.PHONE, null),
                        null),
                branch.deputy().scope());
        TalkBoard after = board(branch.secretary());
        assertThat(names(after)).doesNotContain("马景宁");
        assertThat(after.key()).extracting(TalkPerson::name).containsExactly("马景宁");
    }

    @Test
    @DisplayName("proposals spread over the committee, those who have talked least first")
    void proposalsAreSpread() {
        talk(branch.secretary(), branch.member());
        talk(branch.deputy(), branch.colleague());
        List<String> asked = board(branch.secretary()).missing().stream()
                .map(each -> each.ask() == null ? "" : each.ask().name())
                .toList();
        assertThat(asked).containsExactlyInAnyOrder("梁梦清", "康国斌");
    }

    @Test
    @DisplayName("a committee member gets the own column and the proposals for himself; nobody else's talks")
    void committeeMembersSeeTheirOwnColumn() {
        talk(branch.secretary(), branch.member());
        talk(branch.organiser(), branch.colleague());
        TalkBoard board = board(branch.organiser());
        assertThat(board.columns()).extracting(TalkPerson::name).containsExactly("梁梦清");
        assertThat(board.lines()).allMatch(line -> line.cells().size() == 1 && line.peer() == null && line.covered());
        assertThat(board.lines().stream()
                        .filter(line -> line.cells().get(0).talkId() != null)
                        .map(line -> line.person().name()))
                .containsExactly("罗颖");
        assertThat(board.missing())
                .allMatch(each -> each.ask() != null && each.ask().name().equals("梁梦清"));
        assertThat(board.committee()).hasSize(1);
        assertThat(board.key()).isEmpty();
        assertThat(board(branch.secretary()).columns()).hasSize(4);
        assertThat(board(branch.assistant()).columns()).hasSize(4);
    }

    @Test
    @DisplayName("the page's board and the kept figures say the same")
    void boardAndCoverageAgree() {
        talk(branch.secretary(), branch.deputy());
        talk(branch.secretary(), branch.organiser(), branch.publicity());
        talk(branch.organiser(), branch.member());
        TalkCoverage coverage =
                query.coverage(tasks.get(branch.task(), branch.secretary().scope()));
        TalkBoard board = board(branch.secretary());
        assertThat(coverage.membersDone()).isEqualTo((int) board.covered());
        assertThat(coverage.members()).isEqualTo(board.lines().size());
        assertThat(coverage.pairsDone())
                .isEqualTo((int) board.committee().stream()
                                .flatMap(line -> line.cells().stream())
                                .filter(cell -> cell.talkId() != null)
                                .count()
                        / 2)
                .isEqualTo(3);
        assertThat(coverage.pairs()).isEqualTo(6);
        assertThat(coverage.isComplete()).isFalse();
    }
}
