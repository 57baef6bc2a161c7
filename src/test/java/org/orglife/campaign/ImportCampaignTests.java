package org.orglife.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which campaign the import page proposes for a workbook. */
@FullApplicationTest
class ImportCampaignTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    ImportCampaign campaigns;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("our own export finds its campaign again, also after a newer one was issued")
    void theNameOfTheFileNamesTheCampaign() {
        Branch branch = branches.branch("呼吸内科党支部");
        long newer = branches.issued(branch.office(), branch.committee(), branch.unit(), Policy.defaults())
                .getId();
        jdbc.sql("update campaign set title = '2023年度组织生活会和民主评议党员' where id = :id")
                .param("id", newer)
                .update();
        assertThat(proposed(branch, "示范市中心医院党委2023年度专题组织生活会整改台账-20231020.xlsx"))
                .isEqualTo(String.valueOf(branch.campaign()));
        assertThat(proposed(branch, "2023年度组织生活会和民主评议党员台账.xlsx")).isEqualTo(String.valueOf(newer));
    }

    private String proposed(Branch branch, String fileName) {
        return campaigns
                .question(Map.of(), fileName, branch.office().scope())
                .orElseThrow()
                .answers()
                .getOrDefault("campaign", "");
    }
}
