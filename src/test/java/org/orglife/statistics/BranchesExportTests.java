package org.orglife.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.Samples;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of branches as a workbook. */
@FullApplicationTest
class BranchesExportTests {

    private static final int ABOVE_THE_ROWS = 3;

    @Autowired
    Pages pages;

    @Autowired
    People people;

    @Autowired
    Samples samples;

    private static List<String> text(byte[] file) throws IOException {
        DataFormatter formatter = new DataFormatter();
        List<String> rows = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            workbook.getSheetAt(0).forEach(row -> {
                StringBuilder text = new StringBuilder();
                row.forEach(cell -> text.append(formatter.formatCellValue(cell)).append('|'));
                rows.add(text.toString());
            });
        }
        return rows;
    }

    @Test
    void everyBranchThatMeetsTheFilterIsALine() throws IOException {
        Samples.Sample hospital = samples.hospital();
        String address = "/branches.xlsx?campaign=" + hospital.campaign();
        var answer = pages.get(hospital.office(), address).getResponse();
        assertThat(answer.getHeader("Content-Disposition")).contains("attachment", ".xlsx");
        List<String> all = text(answer.getContentAsByteArray());
        assertThat(all).hasSize(20 + ABOVE_THE_ROWS);
        assertThat(all).anyMatch(row -> row.startsWith("呼吸内科党支部|") && row.contains("|19|"));
        List<String> found = text(pages.get(hospital.office(), address + "&q={q}", "呼吸")
                .getResponse()
                .getContentAsByteArray());
        assertThat(found).hasSize(1 + ABOVE_THE_ROWS);
    }

    @Test
    void aForeignCampaignIsNotFound() {
        long campaign = samples.hospital().campaign();
        assertThat(pages.get(people.office(people.committee()), "/branches.xlsx?campaign=" + campaign)
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }
}
