package org.orglife.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.orglife.rectification.ItemState;
import org.orglife.rectification.ItemWork;
import org.orglife.rectification.Items;
import org.orglife.shared.NotFoundException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FullApplicationTest
class ToDosTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    ToDos toDos;

    @Autowired
    Items items;

    @Autowired
    ItemWork work;

    @Autowired
    JdbcClient jdbc;

    Branch branch;

    @BeforeEach
    void branchAtWork() {
        branch = branches.branch("待办党支部");
    }

    @Test
    @DisplayName("whoever may close an item, and nobody else, finds it among his to-dos")
    void reviewersAreThoseWhoMayClose() {
        long ofBranch = branches.item(branch, ItemState.SUBMITTED);
        assertReviewersAgree(ofBranch);
        long ofMember = branches.personalItem(branch, ItemState.SUBMITTED);
        assertReviewersAgree(ofBranch, ofMember);
    }

    @Test
    @DisplayName("the secretary's own item waits for the rest of the committee")
    void theSecretarysItemWaitsForTheCommittee() {
        long item = handedIn(branch.secretary(), branch.secretary());

        assertReviewersAgree(item);
        assertThat(kinds(branch.secretary())).doesNotContain(ToDoKind.REVIEW);
        assertThat(kinds(branch.publicity())).contains(ToDoKind.REVIEW);
    }

    @Test
    @DisplayName("an item of which the whole committee is a part waits for the office")
    void anItemNobodyInTheBranchMayCloseWaitsForTheOffice() {
        long item = handedIn(
                branch.secretary(), branch.secretary(), branch.deputy(), branch.organiser(), branch.publicity());

        assertReviewersAgree(item);
        assertThat(kinds(branch.office())).contains(ToDoKind.REVIEW);
    }

    @Test
    @DisplayName("one's own items: plan, report in time, hand in, mend")
    void ownItemsByState() {
        long claimed = branches.personalItem(branch, ItemState.CLAIMED);
        assertThat(addresses(branch.member(), ToDoKind.PLAN_OWN)).containsExactly("/ledger/" + claimed);

        long planned = branches.personalItem(branch, ItemState.PLANNED);
        assertThat(addresses(branch.member(), ToDoKind.REPORT)).isEmpty();
        dueOn(planned, TestClock.TODAY.plusDays(14));
        assertThat(addresses(branch.member(), ToDoKind.REPORT)).containsExactly("/ledger/" + planned);

        long done = branches.personalItem(branch, ItemState.PLANNED);
        branches.report(done, branch.member(), true);
        assertThat(addresses(branch.member(), ToDoKind.HAND_IN)).containsExactly("/ledger/" + done);

        long returned = branches.personalItem(branch, ItemState.RETURNED);
        assertThat(addresses(branch.member(), ToDoKind.MEND)).containsExactly("/ledger/" + returned);
        assertThat(kinds(branch.colleague())).isEmpty();
    }

    @Test
    @DisplayName("what is late stands first and says since when")
    void lateStandsFirst() {
        branches.item(branch, ItemState.CLAIMED);
        long late = branches.item(branch, ItemState.PLANNED);
        dueOn(late, TestClock.TODAY.minusDays(8));

        List<ToDo> secretary = ledger(branch.secretary());

        assertThat(secretary).extracting(ToDo::kind).containsExactly(ToDoKind.OVERDUE, ToDoKind.PLAN);
        assertThat(secretary.get(0).dueOn()).isEqualTo(TestClock.TODAY.minusDays(8));
        assertThat(secretary.get(0).isLate(TestClock.TODAY)).isTrue();
        assertThat(addresses(branch.organiser(), ToDoKind.REPORT)).containsExactly("/ledger/" + late);
    }

    @Test
    @DisplayName("nothing of one branch waits for another")
    void otherBranchesAreNotAsked() {
        branches.item(branch, ItemState.SUBMITTED);
        branches.item(branch, ItemState.CLAIMED);
        Branch other = branches.branch("别的党支部");

        assertThat(other.all()).allSatisfy(user -> assertThat(kinds(user)).isEmpty());
    }

    private long handedIn(SignedInUser whose, SignedInUser... owners) {
        long item = branches.raise(whose, branch.task(), false, "学习不够", owners);
        People.actAs(whose);
        jdbc.sql("update measure set done_on = :today where item_id = :item and owner_id <> :me")
                .param("today", TestClock.TODAY)
                .param("item", item)
                .param("me", BranchesAtWork.memberOf(whose))
                .update();
        work.report(item, ownMeasure(item, whose), "读完了", true, TestClock.TODAY, whose, whose.scope());
        work.handIn(item, "都读完了", null, whose, whose.scope());
        return item;
    }

    private long ownMeasure(long item, SignedInUser owner) {
        return jdbc.sql("select id from measure where item_id = :item and owner_id = :owner")
                .param("item", item)
                .param("owner", BranchesAtWork.memberOf(owner))
                .query(Long.class)
                .single();
    }

    private void dueOn(long item, LocalDate day) {
        jdbc.sql("update measure set due_on = :day where item_id = :item")
                .param("day", day)
                .param("item", item)
                .update();
    }

    /** The rule for single items and the count of many have to say the same. */
    private void assertReviewersAgree(long... submitted) {
        for (SignedInUser user : branch.all()) {
            long reviewable = 0;
            for (long item : submitted) {
                reviewable += mayReview(item, user) ? 1 : 0;
            }
            long counted = toDos.of(user, user.scope()).stream()
                    .filter(toDo -> toDo.kind() == ToDoKind.REVIEW)
                    .mapToLong(toDo -> Long.parseLong(toDo.arguments().get(0).toString()))
                    .sum();
            assertThat(counted).as(user.role().name()).isEqualTo(reviewable);
        }
    }

    private boolean mayReview(long item, SignedInUser user) {
        try {
            return items.detail(item, user.scope()).rights().review();
        } catch (NotFoundException unseen) {
            return false;
        }
    }

    private List<ToDoKind> kinds(SignedInUser user) {
        return ledger(user).stream().map(ToDo::kind).toList();
    }

    /** What waits because of the ledger; every branch has its preparation before it besides. */
    private List<ToDo> ledger(SignedInUser user) {
        return toDos.of(user, user.scope()).stream()
                .filter(toDo -> !List.of(ToDoKind.TALKS, ToDoKind.WRITE_LIST, ToDoKind.READ_NOTICE)
                        .contains(toDo.kind()))
                .toList();
    }

    private List<String> addresses(SignedInUser user, ToDoKind kind) {
        List<String> found = new ArrayList<>();
        toDos.of(user, user.scope()).stream()
                .filter(toDo -> toDo.kind() == kind)
                .forEach(toDo -> found.add(toDo.address()));
        return found;
    }
}
