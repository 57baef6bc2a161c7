package org.orglife.rectification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.StepCheck;
import org.orglife.campaign.StepCode;
import org.orglife.campaign.StepProgress;
import org.orglife.campaign.StepState;
import org.orglife.shared.BranchScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** The steps of the ledger as the workspace shows them. */
@FullApplicationTest
class LedgerStepsTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    BranchTaskService tasks;

    @Autowired
    LedgerChecks check;

    @Autowired
    List<StepCheck> checks;

    @Autowired
    MessageSource messages;

    private Branch branch;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
    }

    private StepProgress step(StepCode code) {
        BranchScope scope = branch.secretary().scope();
        return Objects.requireNonNull(
                check.progress(tasks.get(branch.task(), scope), scope).get(code));
    }

    @Test
    @DisplayName("nothing is done where nothing is found")
    void anEmptyLedger() {
        assertThat(step(StepCode.BRANCH_LIST).state()).isEqualTo(StepState.NOT_STARTED);
        assertThat(step(StepCode.CLOSING).state()).isEqualTo(StepState.NOT_STARTED);
    }

    @Test
    void aListIsDoneOnceEachItemIsPlanned() {
        branches.item(branch, ItemState.CLAIMED);
        branches.item(branch, ItemState.PLANNED);
        branches.personalItem(branch, ItemState.IN_PROGRESS);
        assertThat(step(StepCode.BRANCH_LIST)).satisfies(row -> {
            assertThat(row.state()).isEqualTo(StepState.IN_PROGRESS);
            assertThat(row.arguments()).containsExactly(1, 2);
        });
        assertThat(step(StepCode.PERSONAL_LISTS).state()).isEqualTo(StepState.DONE);
    }

    @Test
    void theLedgerIsDoneOnceEverythingIsClosedOrTakenBack() {
        branches.item(branch, ItemState.CLOSED);
        branches.item(branch, ItemState.WITHDRAWN);
        assertThat(step(StepCode.CLOSING).state()).isEqualTo(StepState.DONE);
        branches.item(branch, ItemState.SUBMITTED);
        assertThat(step(StepCode.CLOSING).state()).isEqualTo(StepState.IN_PROGRESS);
    }

    @Test
    @DisplayName("every button of a step has its own words")
    void everyPageHasAWord() {
        var task = tasks.get(branch.task(), branch.secretary().scope());
        for (StepCheck any : checks) {
            for (StepCode code : any.steps()) {
                if (any.page(code, task).isPresent()) {
                    assertThat(messages.getMessage("campaign.do." + code, null, Locale.SIMPLIFIED_CHINESE))
                            .isNotBlank();
                }
            }
        }
    }
}
