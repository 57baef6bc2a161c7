package org.orglife.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.People;
import org.orglife.TestClock;
import org.orglife.account.SignedInUser;
import org.orglife.problem.ProblemSource;
import org.orglife.problem.ProblemText;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Every state of an item, every action, everybody who has to do with it: what happens is what the two tables beside this
 * class say. A cell holds {@code +} for done, {@code 404} for not found, otherwise the message of the refusal; what
 * stands in a whole row stands in it once. For another branch all of it is not found.
 */
@FullApplicationTest
class StateTableTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    ItemPlanning planning;

    @Autowired
    ItemWork work;

    @Autowired
    ItemReview review;

    @Autowired
    Transfers transfers;

    @Autowired
    Extensions extensions;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    private interface Action {
        void by(SignedInUser user, long item, long measure, long other);
    }

    @Test
    @DisplayName("T-FLOW-01, T-RECT-01: items of the branch")
    void branchItems() throws IOException {
        Branch branch = branches.branch("呼吸内科党支部");
        Map<ItemState, Long> items = new LinkedHashMap<>();
        for (ItemState state : ItemState.values()) {
            items.put(state, branches.item(branch, state));
        }
        assertThat(table(branch, items, true)).isEqualTo(expected("branch-items.txt"));
    }

    @Test
    @DisplayName("T-FLOW-01, T-RECT-02: items of a member")
    void personalItems() throws IOException {
        Branch branch = branches.branch("消化内科党支部");
        Map<ItemState, Long> items = new LinkedHashMap<>();
        for (ItemState state : ItemState.values()) {
            if (!ItemState.VOID.contains(state)) {
                items.put(state, branches.personalItem(branch, state));
            }
        }
        assertThat(table(branch, items, false)).isEqualTo(expected("personal-items.txt"));
    }

    private Map<String, Action> actions(Branch branch, boolean ofBranch, long beside) {
        Map<String, Action> actions = new LinkedHashMap<>();
        actions.put(
                "report",
                (user, item, measure, other) ->
                        work.report(item, measure, "问了三家", false, TestClock.TODAY, user, user.scope()));
        actions.put(
                "complete",
                (user, item, measure, other) ->
                        work.report(item, measure, null, true, TestClock.TODAY, user, user.scope()));
        actions.put(
                "reopen measure",
                (user, item, measure, other) -> work.reopenMeasure(item, measure, user, user.scope()));
        actions.put("hand in", (user, item, measure, other) -> work.handIn(item, "已经加开窗口", null, user, user.scope()));
        actions.put("take back", (user, item, measure, other) -> work.takeBack(item, user, user.scope()));
        actions.put("send back", (user, item, measure, other) -> review.giveBack(item, "还有人等", user, user.scope()));
        actions.put("close", (user, item, measure, other) -> review.approve(item, user, user.scope()));
        actions.put(
                "withdraw",
                (user, item, measure, other) -> review.withdraw(
                        item, new Decision(DecidingBody.COMMITTEE, TestClock.TODAY), "重复了", user, user.scope()));
        actions.put("merge", (user, item, measure, other) -> review.merge(item, other, user, user.scope()));
        actions.put("merge along", (user, item, measure, other) -> review.merge(item, other, true, user, user.scope()));
        actions.put(
                "transfer",
                (user, item, measure, other) -> transfers.transfer(item, beside, "由他们办", user, user.scope()));
        actions.put(
                "register again",
                (user, item, measure, other) ->
                        review.reopen(item, ReopenSource.LOOK_BACK, "又有人等", user, user.scope()));
        actions.put(
                "ask extension",
                (user, item, measure, other) ->
                        extensions.ask(item, measure, BranchesAtWork.DUE.plusDays(20), "设备没到", user, user.scope()));
        LocalDate near = BranchesAtWork.DUE.plusDays(30);
        LocalDate far = BranchesAtWork.DUE.plusDays(31);
        actions.put(
                "extend 30 days",
                (user, item, measure, other) -> decide(item, measure, near, () -> grant(item, measure, user)));
        actions.put(
                "extend 31 days",
                (user, item, measure, other) -> decide(item, measure, far, () -> grant(item, measure, user)));
        actions.put(
                "refuse 30 days",
                (user, item, measure, other) ->
                        decide(item, measure, near, () -> extensions.refuse(item, measure, "能办完", user, user.scope())));
        long aspect = branches.aspect(branch.task(), ofBranch, branch.secretary());
        actions.put(
                "edit problem",
                (user, item, measure, other) -> planning.changeProblem(
                        item, 0, new ProblemText(aspect, "等候时间太长", null, ProblemSource.SELF), user, user.scope()));
        SignedInUser owner = ofBranch ? branch.organiser() : branch.member();
        MeasurePlan plan =
                new MeasurePlan("再开一个窗口", null, BranchesAtWork.memberOf(owner), Track.TERM, BranchesAtWork.DUE);
        actions.put("add measure", (user, item, measure, other) -> planning.addMeasure(item, plan, user, user.scope()));
        actions.put(
                "change measure",
                (user, item, measure, other) ->
                        planning.changeMeasure(item, measure, branches.version(item, owner), plan, user, user.scope()));
        actions.put(
                "drop measure",
                (user, item, measure, other) -> planning.dropMeasure(item, measure, user, user.scope()));
        return actions;
    }

    private String table(Branch branch, Map<ItemState, Long> items, boolean ofBranch) {
        long other = branches.raise(branch.secretary(), branch.task(), true, "另一项", branch.organiser());
        long beside = branches.beside(branch).getId();
        List<SignedInUser> users = branch.all();
        SignedInUser stranger = branches.branch("骨科党支部").secretary();
        StringBuilder table = new StringBuilder();
        actions(branch, ofBranch, beside)
                .forEach((name, action) -> items.forEach((state, item) -> {
                    assertThat(outcome(action, stranger, item, branches.measure(item), other))
                            .as("%s of %s by another branch", name, state)
                            .isEqualTo("404");
                    List<String> cells = users.stream()
                            .map(user -> outcome(action, user, item, branches.measure(item), other))
                            .toList();
                    Map<String, String> whoByOutcome = new LinkedHashMap<>();
                    for (int at = 0; at < cells.size(); at++) {
                        whoByOutcome.merge(
                                cells.get(at), title(branch, users.get(at)), (some, more) -> some + ", " + more);
                    }
                    String row = whoByOutcome.size() == 1
                            ? cells.get(0)
                            : whoByOutcome.entrySet().stream()
                                    .map(entry -> entry.getKey() + ": " + entry.getValue())
                                    .collect(Collectors.joining("; "));
                    table.append("%-14s | %-11s | %s%n".formatted(name, state, row));
                }));
        return table.toString();
    }

    /** Somebody asks first, whoever may then decides; all of it is taken back. */
    private void decide(long item, long measure, LocalDate until, Runnable decision) {
        jdbc.sql("""
                        update measure set extension_until = :until, extension_reason = '设备没到',
                          extension_asked_on = '2023-10-20', extension_asked_by = '梁梦清'
                        where id = :measure and item_id = :item
                        """)
                .param("until", until)
                .param("measure", measure)
                .param("item", item)
                .update();
        decision.run();
    }

    private void grant(long item, long measure, SignedInUser user) {
        extensions.grant(item, measure, user, user.scope());
    }

    private static String title(Branch branch, SignedInUser user) {
        if (user.equals(branch.organiser())) {
            return "organiser";
        }
        if (user.equals(branch.publicity())) {
            return "publicity";
        }
        return user.equals(branch.colleague())
                ? "colleague"
                : user.role().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Tries it and takes it back, so that everybody finds the same item. */
    private String outcome(Action action, SignedInUser user, long item, long measure, long other) {
        People.actAs(user);
        try {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                action.by(user, item, measure, other);
            });
            return "+";
        } catch (NotFoundException notFound) {
            return "404";
        } catch (RuleViolationException refused) {
            return refused.code().replace("rectification.", "");
        }
    }

    private static String expected(String name) throws IOException {
        return new ClassPathResource(name, StateTableTests.class).getContentAsString(StandardCharsets.UTF_8);
    }
}
