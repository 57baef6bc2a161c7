package org.orglife.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.body;
import static org.orglife.Pages.redirect;
import static org.orglife.Pages.words;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.Samples;
import org.orglife.Samples.Sample;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two sample organisations give the figures that are known of them, once and for all. */
@FullApplicationTest
class SampleImportTests {

    @Autowired
    Samples samples;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName(
            "The hospital: 20 meetings of 372 members, 76 opinions, 632 talks, 82, 76 and 626 problems, 962 measures of 784 problems, 216 closed")
    void hospitalHasItsFigures() {
        Sample hospital = samples.hospital();
        assertThat(pages.json(hospital.office(), "/campaigns/{id}/figures", hospital.campaign()))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                        {"M01": 20, "M02": 20, "M03": 372, "M03a": 372, "M04a": 0, "M04b": 0, "M04c": 0, "M05": 76, "M06a": 0, "M06b": 0, "M07": 0,
                          "M08": 82, "M09": 76, "M10": 626, "M11": 632, "M11b": 632, "M12": 7, "M13": 0, "M14": 13, "M14b": 0,
                          "M15": 962, "M16": 216,
                          "M17a": 0, "M17b": %d, "M17c": %d, "M17d": 0, "M17e": 0, "M18a": 0, "M18b": 0, "M18c": 0, "M18d": 0, "M18e": 0, "M18f": 0,
                          "M19": 0, "M20a": 0, "M20b": 0, "M21a": 20, "M21b": 312, "M21c": 0, "M22a": 0, "M22b": 0, "M23": 0}
                        """.formatted(overdue(hospital), longTerm(hospital)));
    }

    private long overdue(Sample sample) {
        return jdbc.sql("""
                        select count(*) from measure m join problem p on p.id = m.item_id
                        join rectification_item i on i.id = p.id
                        where p.campaign_id = :campaign and i.state <> 'CLOSED' and m.done_on is null
                          and m.due_on < '2023-10-20'
                        """)
                .param("campaign", sample.campaign())
                .query(Long.class)
                .single();
    }

    private long longTerm(Sample sample) {
        return jdbc.sql("""
                        select count(*) from measure m join problem p on p.id = m.item_id
                        where p.campaign_id = :campaign and m.track = 'LONG_TERM'
                        """)
                .param("campaign", sample.campaign())
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("The community: 136 problems, 158 measures, all closed")
    void communityIsClosed() {
        Sample community = samples.community();
        assertThat(pages.json(community.office(), "/campaigns/{id}/figures", community.campaign()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"M02\": 1, \"M15\": 158, \"M16\": 136, \"M17b\": 0}");
        assertThat(jdbc.sql("select count(*) from problem where campaign_id = :campaign")
                        .param("campaign", community.campaign())
                        .query(Long.class)
                        .single())
                .isEqualTo(136);
    }

    @Test
    void seatsOfTheRosterAreTaken() {
        Sample hospital = samples.hospital();
        assertThat(jdbc.sql("""
                                select count(*) from position p join org_unit u on u.id = p.unit_id
                                where u.path like :tree || '%' and p.kind = 'SECRETARY' and p.until_on is null
                                """)
                        .param("tree", hospital.root().getPath())
                        .query(Long.class)
                        .single())
                .isEqualTo(20);
    }

    @Test
    @DisplayName("Each of the 20 meetings comes with its people: expected = present + excused + absent, members only")
    void meetingsHaveTheirPeople() {
        Sample hospital = samples.hospital();
        List<Map<String, Object>> meetings =
                jdbc.sql("""
                        select h.id, h.phase, h.started_at < h.ended_at ordered, h.committee_size, h.source is not null known, s.ended_at is not null finished,
                          count(*) filter (where a.member_id is not null) expected,
                          count(*) filter (where a.member_id is not null and a.status = 'PRESENT') present,
                          count(*) filter (where a.status = 'EXCUSED') excused, count(*) filter (where a.status = 'ABSENT') absent,
                          count(*) filter (where a.member_id is null) guests
                        from held_meeting h join branch_task t on t.id = h.task_id
                        join sitting s on s.meeting_id = h.id join attendance a on a.sitting_id = s.id
                        where t.campaign_id = :campaign group by h.id, s.id
                        """).param("campaign", hospital.campaign()).query().listOfRows();
        assertThat(meetings).hasSize(20).allSatisfy(meeting -> {
            assertThat(meeting)
                    .containsEntry("phase", "RECORD_SIGNED")
                    .containsEntry("ordered", true)
                    .containsEntry("known", true)
                    .containsEntry("finished", true)
                    .containsEntry("excused", 0L)
                    .containsEntry("absent", 0L);
            assertThat(meeting.get("expected")).isEqualTo(meeting.get("present"));
            assertThat((Integer) meeting.get("committee_size")).isPositive();
        });
        assertThat(meetings.stream()
                        .mapToLong(meeting -> (Long) meeting.get("present"))
                        .sum())
                .isEqualTo(372);
        assertThat(meetings.stream()
                        .mapToLong(meeting -> (Long) meeting.get("guests"))
                        .sum())
                .isEqualTo(13);
    }

    @Test
    @DisplayName("Sheets that no feature takes are named in the preview")
    void otherSheetsAreNamed() throws IOException {
        Sample hospital = samples.hospital();
        byte[] file;
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(Samples.file("ledger.xlsx")))) {
            workbook.createSheet("值班表").createRow(0).createCell(0).setCellValue("姓名");
            file = Sheets.bytes(workbook);
        }
        String batch = redirect(pages.upload(hospital.office(), "/imports", "2023年度专题组织生活会台账.xlsx", file));
        assertThat(words(pages.get(hospital.office(), batch))).contains("已跳过的工作表：值班表");
    }

    @Test
    @DisplayName("The same files once more change nothing, and say so")
    void theSameFileTwiceChangesNothing() {
        Sample hospital = samples.hospital();
        Map<String, Long> before = contents();
        for (byte[] file : List.of(Samples.roster(), Samples.file("ledger.xlsx"))) {
            String batch = redirect(pages.upload(hospital.office(), "/imports", "2023年度专题组织生活会台账.xlsx", file));
            assertThat(words(pages.get(hospital.office(), batch))).contains("表里的内容系统里都有了，不用导入");
            assertThat(body(pages.get(hospital.office(), batch))).doesNotContain("/confirm\"");
            assertThat(pages.post(hospital.office(), batch + "/confirm")).hasStatus(302);
        }
        assertThat(contents()).isEqualTo(before);
    }

    /** Rows of every table of the field, with the sum of their versions: an update that changes nothing shows too. */
    private Map<String, Long> contents() {
        Map<String, Long> contents = new TreeMap<>();
        for (String table : List.of(
                "org_unit",
                "member",
                "membership",
                "position",
                "campaign",
                "aspect",
                "branch_task",
                "problem",
                "rectification_item",
                "measure",
                "opinion",
                "item_entry",
                "task_entry",
                "talk",
                "talk_participant",
                "study_session",
                "org_life_meeting",
                "held_meeting",
                "sitting",
                "attendance",
                "account",
                "task_figures")) {
            boolean versioned =
                    jdbc.sql("""
                            select exists (select 1 from information_schema.columns
                              where table_name = :table and column_name = 'version')
                            """).param("table", table).query(Boolean.class).single();
            contents.put(
                    table,
                    jdbc.sql("select count(*) + " + (versioned ? "coalesce(sum(version), 0)" : "0") + " from " + table)
                            .query(Long.class)
                            .single());
        }
        return contents;
    }
}
