package org.orglife.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.account.SignedInUser;
import org.orglife.organisation.MemberFlag;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.UnitKind;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** The roster as a workbook: what one may see, in the columns that an import reads. */
@FullApplicationTest
class RosterExportTests {

    @Autowired
    Pages pages;

    @Autowired
    People people;

    private OrgUnit committee;
    private OrgUnit branch;
    private SignedInUser office;

    @BeforeEach
    void anOrganisation() {
        committee = people.committee();
        OrgUnit general = people.unit(committee, UnitKind.GENERAL_BRANCH, "临床第一党总支");
        branch = people.branch(general, "呼吸内科党支部");
        people.unit(branch, UnitKind.GROUP, "第1党小组");
        people.seated(branch, "于光燕", PositionKind.SECRETARY);
        people.member(branch, "=龚长莉", MemberFlag.MOBILE);
        people.member(people.branch(committee, "急诊科党支部"), "高庆安");
        office = people.office(committee);
    }

    private byte[] exported(SignedInUser user, String address) {
        var answer = pages.get(user, address).getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Disposition")).contains("attachment", ".xlsx");
        return answer.getContentAsByteArray();
    }

    private static List<List<String>> rows(byte[] file, String name) throws IOException {
        DataFormatter formatter = new DataFormatter();
        List<List<String>> rows = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = workbook.getSheet(name);
            if (sheet != null) {
                sheet.forEach(row -> {
                    List<String> cells = new ArrayList<>();
                    for (int at = 0; at < row.getLastCellNum(); at++) {
                        cells.add(formatter.formatCellValue(row.getCell(at)));
                    }
                    rows.add(cells);
                });
            }
        }
        return rows;
    }

    @Test
    void theOfficesRosterImportsAgainAndChangesNothing() throws IOException {
        byte[] file = exported(office, "/members.xlsx");
        assertThat(rows(file, "党组织")).hasSize(6);
        List<List<String>> members = rows(file, "党员");
        assertThat(members).hasSize(4);
        assertThat(members.get(0))
                .contains("姓名", "所在党组织", "党籍状态", "党内职务", "流动党员")
                .doesNotContain("手机号");
        String page = words(pages.follow(office, redirect(pages.upload(office, "/imports", "名册.xlsx", file))));
        assertThat(page).doesNotContain("处要改");
        assertThat(page).contains("表里的内容系统里都有了");
    }

    @Test
    void aBranchGetsItsOwnMembersAndTheFilterCounts() throws IOException {
        SignedInUser secretary = people.user(Role.SECRETARY, branch, null, "书记");
        byte[] file = exported(secretary, "/members.xlsx");
        assertThat(rows(file, "党组织")).isEmpty();
        assertThat(rows(file, "党员")).extracting(row -> row.get(0)).containsExactly("姓名", "于光燕", "=龚长莉");
        assertThat(rows(exported(secretary, "/members.xlsx?flag=MOBILE"), "党员"))
                .extracting(row -> row.get(0))
                .containsExactly("姓名", "=龚长莉");
        assertThat(rows(exported(secretary, "/members.xlsx?left=true"), "党员"))
                .as("who left is on a sheet that no import takes")
                .isEmpty();
    }
}
