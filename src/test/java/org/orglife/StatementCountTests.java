package org.orglife;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.account.SignedInUser;
import org.orglife.campaign.Policy;
import org.orglife.rectification.ItemState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A list page sends as many statements for many rows as for a few. */
@FullApplicationTest
class StatementCountTests {

    private static final int MOST = 25;

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("Ledger, board, branches, campaigns, figures, imports, downloads: the number of rows does not matter")
    void statementsDoNotGrowWithRows() {
        Branch branch = branches.branch("呼吸内科党支部");
        Branch second = branches.branch(branch.committee(), "消化内科党支部");
        fill(branch, second, 2);
        Map<String, Integer> few = counts(branch);
        fill(branch, second, 12);
        for (int more = 0; more < 3; more++) {
            Branch another = branches.branch(branch.committee(), "第" + more + "党支部");
            branches.issued(branch.office(), branch.committee(), branch.unit(), Policy.defaults());
            branches.item(another, ItemState.IN_PROGRESS);
        }
        assertThat(counts(branch)).isEqualTo(few);
        assertThat(few.values()).allMatch(count -> count <= MOST);
    }

    private void fill(Branch branch, Branch second, int times) {
        for (int number = 0; number < times; number++) {
            branches.item(branch, ItemState.IN_PROGRESS);
            branches.item(branch, ItemState.CLOSED);
            branches.personalItem(branch, ItemState.SUBMITTED);
            branches.raise(
                    branch.secretary(),
                    branch.task(),
                    true,
                    "几条措施",
                    branch.organiser(),
                    branch.publicity(),
                    branch.colleague());
            branches.item(second, ItemState.PLANNED);
            Opinions opinions = new Opinions(pages);
            long opinion = opinions.record(branch.secretary(), branch.task(), "挂号等得久" + number, "WECHAT");
            opinions.record(branch.secretary(), branch.task(), "食堂太远" + number, "PHONE");
            opinions.merge(branch.secretary(), branch.task(), "挂号等候时间长" + number, opinion);
            pages.upload(branch.office(), "/imports", "名册" + number + ".xlsx", new byte[] {1});
            jdbc.sql("""
                            insert into job (id, account_id, acting_as, kind, title, parameters, state, at)
                            values (nextval('job_seq'), :account, 'PARTY_OFFICE:1', 'ledger-export', '整改台账', '{}', 'WAITING', now())
                            """).param("account", branch.office().accountId()).update();
        }
    }

    private Map<String, Integer> counts(Branch branch) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        String campaign = "campaign=" + branch.campaign();
        for (SignedInUser user : List.of(branch.office(), branch.secretary())) {
            for (String view : List.of("PROBLEMS", "MEASURES", "RESPONSIBILITIES", "PERSONAL")) {
                count(counts, user, "/ledger?" + campaign + "&view=" + view);
            }
            count(counts, user, "/ledger?" + campaign + "&sort=DUE&status=OPEN");
            count(counts, user, "/campaigns/" + branch.campaign());
            count(counts, user, "/campaigns");
            count(counts, user, "/campaigns/" + branch.campaign() + "/figures");
            count(counts, user, "/campaigns/" + branch.campaign() + "/figures/M15");
            count(counts, user, "/imports");
            count(counts, user, "/to-dos/count");
            count(counts, user, "/");
            count(counts, user, "/downloads");
        }
        count(counts, branch.office(), "/branches?" + campaign);
        String opinions = "/tasks/" + branch.task() + "/opinions";
        count(counts, branch.secretary(), opinions);
        count(counts, branch.secretary(), opinions + "/digest");
        count(counts, branch.secretary(), opinions + "/collections");
        count(counts, branch.member(), opinions);
        count(counts, branch.office(), opinions);
        count(counts, branch.member(), "/my-problems");
        count(counts, branch.member(), "/");
        count(counts, branch.organiser(), "/my-problems?view=MEASURES");
        return counts;
    }

    private void count(Map<String, Integer> counts, SignedInUser user, String address) {
        Statements.reset();
        MvcTestResult page = pages.get(user, address);
        int count = Statements.count();
        assertThat(page).as(address).hasStatusOk();
        counts.put(user.role() + " " + address, count);
    }
}
