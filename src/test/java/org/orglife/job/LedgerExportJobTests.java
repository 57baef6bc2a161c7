package org.orglife.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.words;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.account.SignedInUser;
import org.orglife.rectification.ItemState;
import org.orglife.rectification.LedgerExportJob;
import org.orglife.rectification.LedgerFilter;
import org.orglife.rectification.LedgerVariant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A long export: queued, made in the background with the rights of its owner, fetched by him alone. */
@FullApplicationTest
class LedgerExportJobTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    LedgerExportJob export;

    @Autowired
    Jobs jobs;

    @Autowired
    JobOwners owners;

    @Autowired
    List<JobWork> works;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private long queued(Branch branch, SignedInUser user) {
        People.actAs(user);
        export.queue(LedgerFilter.of(branch.campaign()), LedgerVariant.FULL, 20_001, user);
        return jdbc.sql("select max(id) from job where account_id = :account")
                .param("account", user.accountId())
                .query(Long.class)
                .single();
    }

    /** Gives the office's account the role in the tables, where a job looks it up when it runs. */
    private void hold(Branch branch) {
        jdbc.sql("""
                        insert into role_assignment (id, account_id, role, unit_id, from_on)
                        values (nextval('role_assignment_seq'), :account, 'PARTY_OFFICE', :unit, '2020-01-01')
                        """)
                .param("account", branch.office().accountId())
                .param("unit", branch.committee().getId())
                .update();
    }

    @Test
    @DisplayName("It is made with progress, waits at the downloads, and is its owner's alone")
    void aLongExportBecomesAFile() throws IOException {
        Branch branch = branches.branch("急诊科党支部");
        branches.item(branch, ItemState.PLANNED);
        hold(branch);
        SignedInUser office = branch.office();
        long job = queued(branch, office);
        assertThat(pages.get(office, "/downloads/{id}/file", job)).hasStatus(404);
        JobTask.run(job, jobs, owners, works);
        assertThat(jobs.get(job, office.scope()).state()).isEqualTo(JobState.DONE);
        assertThat(words(pages.get(office, "/downloads"))).contains("整改台账");
        byte[] file =
                pages.get(office, "/downloads/{id}/file", job).getResponse().getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheet("整改台账").getLastRowNum()).isEqualTo(1);
        }
        for (SignedInUser other : List.of(branch.secretary(), branch.leader())) {
            assertThat(pages.get(other, "/downloads/{id}", job)).hasStatus(404);
            assertThat(pages.get(other, "/downloads/{id}/file", job)).hasStatus(404);
            pages.post(other, "/downloads/" + job + "/cancel");
        }
    }

    @Test
    @DisplayName("Whoever has lost the role meanwhile gets nothing")
    void aRevokedRoleEndsTheJob() {
        Branch branch = branches.branch("急诊科党支部");
        long job = queued(branch, branch.office());
        JobTask.run(job, jobs, owners, works);
        assertThat(jobs.get(job, branch.office().scope()).state()).isEqualTo(JobState.FAILED);
    }

    @Test
    void aCancelledJobMakesNothing() {
        Branch branch = branches.branch("急诊科党支部");
        hold(branch);
        long job = queued(branch, branch.office());
        pages.post(branch.office(), "/downloads/" + job + "/cancel");
        JobTask.run(job, jobs, owners, works);
        assertThat(jobs.get(job, branch.office().scope()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(jobs.get(job, branch.office().scope()).fileId()).isNull();
    }
}
