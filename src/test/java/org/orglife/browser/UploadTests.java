package org.orglife.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.attachment.TestFiles;
import org.orglife.rectification.ItemState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files on their way to the server: too big, too many, and given up half way. */
class UploadTests extends BrowserWalk {

    private static final int WIDE = 1280;
    private static final int LIMIT = 20 * 1024 * 1024;
    private static final String BOUNDARY = "----line";

    @Autowired
    private BranchesAtWork branches;

    @Autowired
    private JdbcClient jdbc;

    private long item;
    private String report;
    private Page page;

    @BeforeEach
    void anItemInWork() {
        Branch branch = branches.branch("呼吸内科党支部");
        item = branches.item(branch, ItemState.IN_PROGRESS);
        report = "/ledger/" + item + "/measures/" + branches.measure(item) + "/report";
        page = signIn(branch.organiser(), WIDE);
        page.navigate(address("/ledger/" + item));
        page.locator("details:has(textarea[name=words]) > summary").first().click();
        page.locator("textarea[name=words]").fill("排队短了");
    }

    private List<Long> sizes() {
        return jdbc.sql("select size from evidence where item_id = :item order by id")
                .param("item", item)
                .query(Long.class)
                .list();
    }

    /** A paper of so many bytes. */
    private static FilePayload paper(int bytes) {
        byte[] contents = new byte[bytes];
        byte[] small = TestFiles.pdf();
        System.arraycopy(small, 0, contents, 0, small.length);
        return new FilePayload("通知.pdf", "application/pdf", contents);
    }

    private Locator form() {
        return page.locator("form[action='" + report + "']");
    }

    @Test
    @DisplayName(
            "84: 20 MB are taken; a byte more is told before it is sent, and by a page of ours where no script says so")
    void oneByteTooMany() {
        Locator files = form().locator("input[type=file]");
        files.setInputFiles(paper(LIMIT + 1));
        assertThat(files.evaluate("field => field.validationMessage")).isEqualTo("文件太大，一次最多传 20 MB。照片请缩小，或者分几次传。");
        form().locator("button[type=submit]").click();
        assertThat(page.locator("textarea[name=words]")).hasValue("排队短了");

        files.evaluate("field => field.setCustomValidity('')");
        form().locator("button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("文件太大");
        assertThat(sizes()).isEmpty();

        page.navigate(address("/ledger/" + item));
        page.locator("details:has(textarea[name=words]) > summary").first().click();
        page.locator("textarea[name=words]").fill("排队短了");
        files.setInputFiles(paper(LIMIT));
        form().locator("button[type=submit]").click();
        assertThat(page.locator("main")).containsText("通知.pdf");
        assertThat(sizes()).containsExactly((long) LIMIT);
    }

    @Test
    @DisplayName("84: 24 MB come to the same page; of what says it is 2 GB nothing is kept, however much of it arrives")
    void farTooMuch() throws IOException {
        String body = body(1, "x".repeat(24 * 1024 * 1024));
        try (Socket server = open();
                OutputStream out = server.getOutputStream()) {
            out.write(head(body.getBytes(UTF_8).length).getBytes(UTF_8));
            out.write(body.getBytes(UTF_8));
            out.flush();
            assertThat(answer(server)).startsWith("HTTP/1.1 413").contains("文件太大");
        }
        assertThatThrownBy(() -> {
                    try (Socket server = open();
                            OutputStream out = server.getOutputStream()) {
                        out.write(head(1L << 31).getBytes(UTF_8));
                        while (true) {
                            out.write(body.getBytes(UTF_8));
                        }
                    }
                })
                .as("the server hangs up long before the end")
                .isInstanceOf(IOException.class);
        assertThat(sizes()).isEmpty();
    }

    @Test
    @DisplayName("89: a file given up at nine tenths leaves nothing")
    void givenUp() throws IOException {
        String body = body(1, "y".repeat(1_000_000));
        try (Socket server = open();
                OutputStream out = server.getOutputStream()) {
            out.write(head(body.getBytes(UTF_8).length).getBytes(UTF_8));
            out.write(body.substring(0, body.length() * 9 / 10).getBytes(UTF_8));
            out.flush();
        }
        assertThat(sizes()).isEmpty();
        assertThat(jdbc.sql("select count(*) from item_entry where item_id = :item and text = '排队短了'")
                        .param("item", item)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @DisplayName("89: more than 50 parts in one request are refused with a sentence")
    void tooManyParts() throws IOException {
        String body = body(51, "z");
        try (Socket server = open();
                OutputStream out = server.getOutputStream()) {
            out.write((head(body.getBytes(UTF_8).length) + body).getBytes(UTF_8));
            out.flush();
            assertThat(answer(server)).startsWith("HTTP/1.1 4").doesNotContain("Tomcat", "Exception");
        }
        assertThat(sizes()).isEmpty();
    }

    private Socket open() throws IOException {
        URI server = URI.create(address("/"));
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private String head(long length) {
        String cookies = page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        return String.join(
                "\r\n",
                "POST " + report + " HTTP/1.1",
                "Host: 127.0.0.1",
                "Accept: text/html",
                "Connection: close",
                "Cookie: " + cookies,
                "Content-Type: multipart/form-data; boundary=" + BOUNDARY,
                "Content-Length: " + length,
                "",
                "");
    }

    private String body(int files, String contents) {
        String token =
                page.locator("form[action='" + report + "'] input[name=_csrf]").inputValue();
        return field("_csrf", token)
                + field("words", "排队短了")
                + IntStream.range(0, files)
                        .mapToObj(number -> part("files", "p" + number + ".pdf", contents))
                        .collect(Collectors.joining())
                + "--" + BOUNDARY + "--\r\n";
    }

    private static String field(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static String part(String name, String file, String contents) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file
                + "\"\r\nContent-Type: application/pdf\r\n\r\n" + contents + "\r\n";
    }

    private static String answer(Socket server) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(server.getInputStream(), UTF_8));
        return reader.lines().collect(Collectors.joining("\n"));
    }
}
