package org.orglife.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orglife.Pages.words;
import static org.orglife.People.by;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Pages;
import org.orglife.account.SignedInUser;
import org.orglife.attachment.TestFiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 佐证材料 through the pages: put beside what is reported, handed out to whoever may read the item. */
@FullApplicationTest
class EvidenceTests {

    @Autowired
    BranchesAtWork branches;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester tester;

    @Autowired
    JdbcClient jdbc;

    private Branch branch;
    private long item;
    private String report;

    @BeforeEach
    void anItemInWork() {
        branch = branches.branch("呼吸内科党支部");
        item = branches.item(branch, ItemState.IN_PROGRESS);
        report = "/ledger/" + item + "/measures/" + branches.measure(item) + "/report";
    }

    private MvcTestResult send(SignedInUser user, String address, String words, MockMultipartFile... files) {
        var request = tester.post().uri(address).multipart();
        for (MockMultipartFile file : files) {
            request = request.file(file);
        }
        return request.param(address.endsWith("hand-in") ? "result" : "words", words)
                .with(by(user))
                .with(csrf())
                .exchange();
    }

    private static MockMultipartFile file(String name, byte[] contents) {
        return new MockMultipartFile("files", name, null, contents);
    }

    private List<Long> kept() {
        return jdbc.sql("select id from evidence where item_id = :item order by id")
                .param("item", item)
                .query(Long.class)
                .list();
    }

    private long storedFiles() {
        return jdbc.sql("select count(*) from stored_file").query(Long.class).single();
    }

    @Test
    @DisplayName("photos and papers stand beside the report; downloads are never shown by the browser")
    void besideTheReport() {
        assertThat(send(
                        branch.organiser(),
                        report,
                        "排队短了",
                        file("大厅.jpg", TestFiles.phonePicture(60, 40)),
                        file("通知.pdf", TestFiles.pdf())))
                .hasStatus(302);
        assertThat(kept()).hasSize(2);
        for (SignedInUser reader : List.of(branch.member(), branch.office(), branch.supervisor())) {
            assertThat(words(pages.get(reader, "/ledger/{id}", item))).contains("大厅.jpg", "通知.pdf", "排队短了");
        }
        MvcTestResult download = pages.get(branch.member(), "/ledger/{id}/evidence/{e}", item, kept().get(0));
        assertThat(download).hasStatusOk();
        assertThat(download.getResponse().getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E5%A4%A7%E5%8E%85.jpg");
        assertThat(download.getResponse().getContentType()).isEqualTo("application/octet-stream");
        assertThat(download.getResponse().getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(download.getResponse().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(new String(download.getResponse().getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS");
        assertThat(words(pages.get(branch.office(), "/ledger/{id}", item))).doesNotContain("删除：");
    }

    @Test
    @DisplayName("84, 86: a file that is refused takes nothing of what was typed with it, and nothing is kept")
    void refused() {
        long before = storedFiles();
        MvcTestResult exe =
                send(branch.organiser(), report, "排队短了", file("通知.pdf", TestFiles.pdf()), file("程序.jpg", new byte[] {
                    'M', 'Z', 1, 2, 3
                }));
        assertThat(exe).hasStatus(422);
        assertThat(words(exe)).contains("文件的内容和名字后面的格式不一致", "排队短了");
        assertThat(words(send(branch.organiser(), report, "排队短了", file("空.pdf", new byte[0]))))
                .contains("文件是空的", "排队短了");
        assertThat(words(send(branch.organiser(), report, "排队短了", file("大.png", TestFiles.pixelFlood(60_000, 60_000)))))
                .contains("图片太大，最多 4000 万像素", "排队短了");
        assertThat(kept()).isEmpty();
        assertThat(storedFiles()).isEqualTo(before);
        assertThat(send(branch.organiser(), report, "排队短了", file("", new byte[0])))
                .as("no file chosen")
                .hasStatus(302);
    }

    @Test
    @DisplayName("89: the same file twice is kept once")
    void twice() {
        send(branch.organiser(), report, "第一次", file("通知.pdf", TestFiles.pdf()));
        send(branch.organiser(), report, "第二次", file("通知2.pdf", TestFiles.pdf()), file("通知3.pdf", TestFiles.pdf()));
        assertThat(kept()).hasSize(1);
    }

    @Test
    @DisplayName("91: files of others, of other items, and removed ones are not found")
    void notFound() {
        send(branch.organiser(), report, "排队短了", file("通知.pdf", TestFiles.pdf()));
        long file = kept().get(0);
        Branch other = branches.branch("骨科党支部");
        assertThat(pages.get(other.secretary(), "/ledger/{id}/evidence/{e}", item, file))
                .hasStatus(404);
        long another = branches.item(branch, ItemState.IN_PROGRESS);
        assertThat(pages.get(branch.secretary(), "/ledger/{id}/evidence/{e}", another, file))
                .hasStatus(404);
        assertThat(pages.get(branch.secretary(), "/ledger/{id}/evidence/{e}?name=../../etc/passwd", item, file + 999))
                .hasStatus(404);
        long own = branches.personalItem(branch, ItemState.IN_PROGRESS);
        String ownReport = "/ledger/" + own + "/measures/" + branches.measure(own) + "/report";
        send(branch.member(), ownReport, "早到了", file("打卡.pdf", TestFiles.pdf()));
        long ownFile = jdbc.sql("select id from evidence where item_id = :item")
                .param("item", own)
                .query(Long.class)
                .single();
        assertThat(pages.get(branch.office(), "/ledger/{id}/evidence/{e}", own, ownFile))
                .hasStatus(404);
        assertThat(pages.get(branch.colleague(), "/ledger/{id}/evidence/{e}", own, ownFile))
                .hasStatus(404);
        assertThat(pages.get(branch.secretary(), "/ledger/{id}/evidence/{e}", own, ownFile))
                .hasStatusOk();

        String remove = "/ledger/" + item + "/evidence/" + file + "/remove";
        assertThat(pages.post(branch.publicity(), remove)).hasStatus(409);
        assertThat(pages.post(branch.organiser(), remove)).hasStatus(302);
        assertThat(pages.get(branch.secretary(), "/ledger/{id}/evidence/{e}", item, file))
                .hasStatus(404);
    }

    @Test
    @DisplayName("92: the 21st file and what is above the branch's 500 MB are refused with what is used")
    void tooMany() {
        MockMultipartFile[] twenty = new MockMultipartFile[20];
        for (int at = 0; at < 20; at++) {
            twenty[at] = file(
                    "通知" + at + ".pdf",
                    (new String(TestFiles.pdf(), StandardCharsets.US_ASCII) + at).getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(send(branch.organiser(), report, "排队短了", twenty)).hasStatus(302);
        MvcTestResult one = send(branch.organiser(), report, "又短了", file("多.pdf", TestFiles.pdf()));
        assertThat(one).hasStatus(422);
        assertThat(words(one)).contains("一项最多 20 个佐证材料，已经有 20 个", "又短了");
        assertThat(kept()).hasSize(20);

        // as if each of them had its 20 MB, and a few more were elsewhere in the branch
        jdbc.sql("update evidence set size = 20971520 where item_id = :item")
                .param("item", item)
                .update();
        item = branches.item(branch, ItemState.IN_PROGRESS);
        report = "/ledger/" + item + "/measures/" + branches.measure(item) + "/report";
        MockMultipartFile[] five = new MockMultipartFile[5];
        System.arraycopy(twenty, 0, five, 0, 5);
        assertThat(send(branch.organiser(), report, "排队短了", five)).hasStatus(302);
        jdbc.sql("update evidence set size = 20971520 where item_id = :item")
                .param("item", item)
                .update();
        assertThat(words(send(branch.organiser(), report, "又短了", file("多.pdf", TestFiles.pdf()))))
                .contains("本支部今年的佐证材料最多 500 MB，已经用了 500 MB", "又短了");
    }

    @Test
    @DisplayName("files go with a hand-in too, stay once it is judged, and stand in the workbook's column")
    void withTheHandIn() {
        long ready = branches.item(branch, ItemState.RETURNED);
        assertThat(send(
                        branch.organiser(),
                        "/ledger/" + ready + "/hand-in",
                        "改好了",
                        file("照片.png", TestFiles.picture("png", 9, 9))))
                .hasStatus(302);
        assertThat(words(pages.get(branch.office(), "/ledger/{id}", ready))).contains("照片.png");
        long file = jdbc.sql("select id from evidence where item_id = :item")
                .param("item", ready)
                .query(Long.class)
                .single();
        assertThat(pages.post(branch.organiser(), "/ledger/" + ready + "/evidence/" + file + "/remove"))
                .hasStatus(409)
                .bodyText()
                .contains("在交账以前删除");
    }
}
