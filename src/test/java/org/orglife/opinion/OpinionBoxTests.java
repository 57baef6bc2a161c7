package org.orglife.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orglife.Pages.body;
import static org.orglife.Pages.words;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orglife.BranchesAtWork;
import org.orglife.BranchesAtWork.Branch;
import org.orglife.FullApplicationTest;
import org.orglife.Opinions;
import org.orglife.Pages;
import org.orglife.People;
import org.orglife.TestDatabase;
import org.orglife.account.SignedInUser;
import org.orglife.sealing.Sealer;
import org.orglife.shared.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The anonymous box: what it lets out, when, and that nothing tells who has thrown what in. */
@FullApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class OpinionBoxTests {

    private static final Pattern CODE = Pattern.compile("class=\"op-codes\">([0-9A-Z ]+)<");
    private static final Pattern RECEIPT = Pattern.compile("<b>([0-9A-Z ]+)</b>");

    @Autowired
    BranchesAtWork branches;

    @Autowired
    BoxRelease release;

    @Autowired
    Pages pages;

    @Autowired
    People people;

    @Autowired
    MockMvcTester visitors;

    @Autowired
    Sealer sealer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcConnectionDetails database;

    private Branch branch;
    private String page;

    @BeforeEach
    void aBranch() {
        branch = branches.branch("呼吸内科党支部");
        page = "/tasks/" + branch.task() + "/opinions";
    }

    private List<String> open(int codes, int quota) {
        return open(branch, codes, quota);
    }

    private List<String> open(Branch where, int codes, int quota) {
        MvcTestResult slips = pages.post(
                where.secretary(),
                "/tasks/" + where.task() + "/opinions/box",
                "closesOn",
                "2023-10-27",
                "codes",
                String.valueOf(codes),
                "quota",
                String.valueOf(quota));
        assertThat(slips).hasStatusOk();
        List<String> found = new ArrayList<>();
        Matcher code = CODE.matcher(body(slips));
        while (code.find()) {
            found.add(code.group(1));
        }
        assertThat(found).hasSize(codes).doesNotHaveDuplicates();
        return found;
    }

    private String openToAll() {
        pages.post(
                branch.secretary(),
                page + "/box",
                "closesOn",
                "2023-10-27",
                "codes",
                "1",
                "quota",
                "1",
                "openToAll",
                "true");
        return boxOf(branch).toString();
    }

    /** What a phone finds in a second. */
    private static String proof(String box, String text) throws NoSuchAlgorithmException {
        String start = box + ":2023-10-20:" + sha256(text) + ":";
        long number = 0;
        while (!sha256(start + number).matches("000[01].*")) {
            number++;
        }
        return String.valueOf(number);
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private MvcTestResult throwIn(String box, String text, String proof) {
        return visitors.post()
                .uri("/o/send")
                .param("box", box)
                .param("text", text)
                .param("about", "WORK")
                .param("proof", proof)
                .exchange();
    }

    @Test
    @DisplayName("a box open to all takes what a little work was done for, and 200 a day")
    void openToEverybody() throws NoSuchAlgorithmException {
        String box = openToAll();
        assertThat(words(pages.get(branch.secretary(), page + "/box/poster"))).contains("公开二维码", "/o/" + box);
        assertThat(words(visitors.get().uri("/o/" + box).exchange())).contains("呼吸内科党支部", "不记姓名");
        MvcTestResult idle = throwIn(box, "候诊区的椅子坏了", "1");
        assertThat(idle).hasStatus(422);
        assertThat(words(idle)).contains("手机刚才没有准备好", "候诊区的椅子坏了");
        assertThat(throwIn(box, "候诊区的椅子坏了", proof(box, "候诊区的椅子坏了"))).hasStatusOk();
        assertThat(throwIn(box, "另一条，拿旧的凭据来", proof(box, "候诊区的椅子坏了"))).hasStatus(422);
        // a browser sends the ends of lines in its own way
        assertThat(throwIn(box, "第一行写得长一些\r\n第二行", proof(box, "第一行写得长一些\n第二行"))).hasStatusOk();
        jdbc.sql("update opinion_box set open_count = 200 where task_id = :task")
                .param("task", branch.task())
                .update();
        MvcTestResult full = throwIn(box, "今天的第 201 条", proof(box, "今天的第 201 条"));
        assertThat(full).hasStatus(409);
        assertThat(words(full)).contains("今天收到的意见已经满了", "今天的第 201 条");
        jdbc.sql("update opinion_box set open_day = '2023-10-19' where task_id = :task")
                .param("task", branch.task())
                .update();
        assertThat(throwIn(box, "今天的第 201 条", proof(box, "今天的第 201 条"))).hasStatusOk();
        endIt(branch);
        assertThat(words(visitors.get().uri("/o/" + box).exchange())).contains("这次征求意见已经结束");
    }

    @Test
    @DisplayName("a box that wants codes has no public address")
    void codesOnly() {
        open(1, 1);
        assertThat(visitors.get().uri("/o/" + boxOf(branch)).exchange()).hasStatus(404);
        assertThat(visitors.get().uri("/o/enter").exchange()).hasStatus(404);
        assertThat(pages.get(branch.secretary(), page + "/box/poster")).hasStatus(404);
    }

    private MvcTestResult send(String code, String text, String... more) {
        var request = visitors.post()
                .uri("/o/send")
                .param("code", code)
                .param("text", text)
                .param("about", "WORK")
                .param("group", "SERVICE");
        for (int at = 0; at < more.length; at += 2) {
            request = request.param(more[at], more[at + 1]);
        }
        return request.exchange();
    }

    private void endIt(Branch where) {
        jdbc.sql("update opinion_box set closes_on = '2023-10-19' where task_id = :task")
                .param("task", where.task())
                .update();
    }

    private List<String> texts(Branch where) {
        return jdbc.sql("select text from opinion where task_id = :task order by number")
                .param("task", where.task())
                .query(String.class)
                .list();
    }

    private long letters(Branch where) {
        return jdbc.sql("""
                        select count(*) from opinion_box_letter l join opinion_box b on b.id = l.box_id where b.task_id = :task
                        """).param("task", where.task()).query(Long.class).single();
    }

    @Test
    @DisplayName("From the slip to the thanks: no sign-in, no cookie, no script needed")
    void fromTheSlipToTheThanks() {
        String code = open(3, 2).get(0);
        MvcTestResult door = visitors.get().uri("/o").exchange();
        assertThat(door).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(door).headers().hasValue("Referrer-Policy", "no-referrer").hasValue("Cache-Control", "no-store");
        MvcTestResult form = visitors.post().uri("/o/enter").param("code", code).exchange();
        assertThat(words(form)).contains("呼吸内科党支部", "不记姓名、手机和时间", "还可以提 2 条");
        MvcTestResult done = send(code, "早上八点到十点取报告排队太长");
        assertThat(done).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(words(done)).contains("意见已收到，谢谢您", "再提一条").doesNotContain("取报告", "回音码");
        assertThat(letters(branch)).isOne();
        assertThat(texts(branch)).isEmpty();
    }

    @Test
    @DisplayName("T-OPN-01: codes, letters and receipts have no time, no sequence and no way to a person")
    void schema() {
        List<String> tables = List.of("opinion_box_code", "opinion_box_letter", "opinion_receipt");
        List<String> columns =
                jdbc.sql("""
                        select table_name || '.' || column_name || ' ' || data_type || ' ' || coalesce(column_default, '')
                        from information_schema.columns where table_name in (:tables)
                        """).param("tables", tables).query(String.class).list();
        assertThat(columns).hasSizeGreaterThan(8);
        assertThat(columns)
                .noneMatch(column -> column.matches(".*( date | timestamp| time |nextval|now\\(\\)).*"))
                .noneMatch(column ->
                        column.matches(".*\\.(created|updated|at_|member|account|version|number|ip|agent).*"));
        List<String> references =
                jdbc.sql("""
                        select c.confrelid::regclass::text from pg_constraint c
                        where c.contype = 'f' and c.conrelid::regclass::text in (:tables)
                        """).param("tables", tables).query(String.class).list();
        assertThat(references).containsOnly("opinion_box", "opinion");
    }

    /** Everything that two arrangements could differ in, but for what is random. */
    private List<String> traces(Branch where) {
        List<String> traces = new ArrayList<>();
        traces.addAll(jdbc.sql("select uses_left::text from opinion_box_code c join opinion_box b on b.id = c.box_id"
                        + " where b.task_id = :task order by 1")
                .param("task", where.task())
                .query(String.class)
                .list());
        traces.addAll(jdbc.sql("select octet_length(sealed)::text from opinion_box_letter l"
                        + " join opinion_box b on b.id = l.box_id where b.task_id = :task order by 1")
                .param("task", where.task())
                .query(String.class)
                .list());
        traces.addAll(
                jdbc.sql("select concat_ws('|', text, about, channel, target_group, anonymous, given_on, recorded_on,"
                                + " recorded_by, giver_id, copies) from opinion where task_id = :task order by 1")
                        .param("task", where.task())
                        .query(String.class)
                        .list());
        traces.addAll(jdbc.sql("select action || coalesce(account_id::text, '') from audit_entry"
                        + " where object_id in (select id::text from opinion_box where task_id = :task)"
                        + " and action not like '%OPENED' order by 1")
                .param("task", where.task())
                .query(String.class)
                .list());
        return traces;
    }

    @Test
    @DisplayName(
            "T-OPN-02: with two authors exchanged, everything that is kept is the same, before and after the release")
    void swapGame() {
        Branch other = branches.branch(branch.committee(), "骨科党支部");
        List<String> here = open(branch, 5, 1);
        List<String> there = open(other, 5, 1);
        List<String> said = List.of("食堂太远走得累", "挂号窗口开得少", "病区开水不够热", "门诊指示牌不清", "停车位实在难找");
        for (int author = 0; author < 5; author++) {
            send(here.get(author), said.get(author));
            send(there.get(author), said.get(author == 0 ? 1 : (author == 1 ? 0 : author)));
        }
        assertThat(traces(branch)).hasSize(10).isEqualTo(traces(other));
        release.releaseAll();
        assertThat(traces(branch)).hasSizeGreaterThan(10).isEqualTo(traces(other));
    }

    @Test
    @DisplayName(
            "T-OPN-03: dump, xmin and WAL lead from a code to its letter, but to no text without the key outside the database")
    void onlyTheKeyLeadsToTheText() throws Exception {
        String text = "护士站夜里灯太亮病人睡不好";
        String plain = "这一条是当面提的不是匿名的";
        String code = open(1, 1).get(0);
        send(code, text);
        // twice, as a page of the log that ends within a text cuts it in two
        new Opinions(pages).record(branch.secretary(), branch.task(), plain, "PHONE");
        new Opinions(pages).record(branch.secretary(), branch.task(), plain + "，再提一次", "PHONE");
        byte[] sealed = jdbc.sql("""
                        select l.sealed from opinion_box_letter l
                        join opinion_box b on b.id = l.box_id join opinion_box_code c on c.xmin = l.xmin
                        where b.task_id = :task
                        """)
                .param("task", branch.task())
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("护士站");
        Sealer another = sealer.withKey(sealer.newKey("test"), "test");
        assertThatThrownBy(() -> BoxLetter.open(another, boxOf(branch), sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThat(inWal(text)).isZero();
        assertThat(inWal(plain)).as("the detector works").isPositive();

        for (String more : open(branches.branch(branch.committee(), "骨科党支部"), 1, 1)) {
            assertThat(more).isNotBlank();
        }
        endIt(branch);
        release.releaseAll();
        assertThat(letters(branch)).isZero();
        assertThat(jdbc.sql("select wrapped_key is null from opinion_box where task_id = :task")
                        .param("task", branch.task())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql("""
                                select count(*) from opinion o join opinion_box_code c on c.xmin = o.xmin
                                where o.task_id = :task and o.anonymous
                                """).param("task", branch.task()).query(Long.class).single())
                .isZero();
    }

    private java.util.UUID boxOf(Branch where) {
        return jdbc.sql("select id from opinion_box where task_id = :task")
                .param("task", where.task())
                .query(java.util.UUID.class)
                .single();
    }

    /** Segments of the write-ahead log in which a text stands; what was still to be written of it is written first. */
    private int inWal(String text) throws Exception {
        try (Connection all = TestDatabase.asSuperuser(database.getJdbcUrl());
                PreparedStatement write = all.prepareStatement("select pg_switch_wal()");
                PreparedStatement query = all.prepareStatement("""
                        select count(*) from pg_ls_waldir() w
                        where position(convert_to(?, 'UTF8') in pg_read_binary_file('pg_wal/' || w.name)) > 0
                        """)) {
            write.execute();
            query.setString(1, text);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Test
    @DisplayName("T-OPN-04: the order of the list has nothing to do with that of throwing in (1,000 shuffles)")
    void orderIsLost() {
        int size = 20;
        List<Integer> before = IntStream.range(0, size).boxed().toList();
        double sum = 0;
        Set<List<Integer>> orders = new HashSet<>();
        for (int round = 0; round < 1000; round++) {
            List<Integer> after = BoxRelease.shuffled(before);
            assertThat(after).containsExactlyInAnyOrderElementsOf(before);
            orders.add(after);
            double squares = 0;
            for (int place = 0; place < size; place++) {
                double moved = after.get(place) - (double) place;
                squares += moved * moved;
            }
            sum += 1 - 6 * squares / (size * (size * size - 1.0));
        }
        // one rank correlation has a standard deviation of 0.23, the mean of a thousand one of 0.0073
        assertThat(sum / 1000).isBetween(-0.04, 0.04);
        assertThat(orders).hasSizeGreaterThan(990);
    }

    @Test
    @DisplayName("T-OPN-04: what is released carries the day of the release, and numbers in another order")
    void releasedOpinionsCarryTheDayOnly() {
        List<String> codes = open(12, 1);
        List<String> said =
                IntStream.range(0, 12).mapToObj(at -> "第" + at + "条匿名的意见").toList();
        for (int at = 0; at < 12; at++) {
            send(codes.get(at), said.get(at));
        }
        release.releaseAll();
        assertThat(texts(branch)).containsExactlyInAnyOrderElementsOf(said).isNotEqualTo(said);
        assertThat(jdbc.sql(
                                "select distinct given_on::text || coalesce(recorded_by::text, '') from opinion where task_id = :task")
                        .param("task", branch.task())
                        .query(String.class)
                        .list())
                .containsExactly("2023-10-20");
        assertThat(words(pages.get(branch.secretary(), page))).contains("意见 12 条", "匿名");
    }

    @Test
    @DisplayName("T-OPN-05: four texts, nothing to be seen; with the fifth, five after the next run")
    void fourAreTooFew() {
        List<String> codes = open(5, 1);
        for (int at = 0; at < 4; at++) {
            send(codes.get(at), "第" + at + "条匿名的意见");
        }
        release.releaseAll();
        assertThat(texts(branch)).isEmpty();
        assertThat(words(pages.get(branch.secretary(), page + "/box"))).contains("不足 5 条，不显示条数");
        send(codes.get(4), "第4条匿名的意见");
        assertThat(texts(branch)).isEmpty();
        assertThat(words(pages.get(branch.secretary(), page + "/box"))).contains("已有 5 条以上");
        release.releaseAll();
        assertThat(texts(branch)).hasSize(5);
        release.releaseAll();
        assertThat(texts(branch)).hasSize(5);
    }

    @Test
    @DisplayName("After the last day whatever is there comes out, and the box takes nothing more")
    void theLastDay() {
        List<String> codes = open(2, 3);
        send(codes.get(0), "只有这一条意见");
        endIt(branch);
        MvcTestResult late = send(codes.get(1), "来晚了的一条意见");
        assertThat(late).hasStatus(409);
        assertThat(words(late)).contains("已经结束", "来晚了的一条意见");
        release.releaseAll();
        assertThat(texts(branch)).containsExactly("只有这一条意见");
        assertThat(words(visitors.post()
                        .uri("/o/enter")
                        .param("code", codes.get(1))
                        .exchange()))
                .contains("已经结束");
        assertThat(open(1, 1)).hasSize(1);
    }

    @Test
    @DisplayName("T-OPN-06: one more than the quota is refused, and what was written is kept")
    void usedUp() {
        String code = open(1, 2).get(0);
        assertThat(send(code, "第一条意见写在这里")).hasStatusOk();
        assertThat(words(send(code, "第二条意见写在这里"))).doesNotContain("再提一条");
        MvcTestResult third = send(code, "第三条意见写在这里");
        assertThat(third).hasStatus(409);
        assertThat(words(third)).contains("已经用完", "第三条意见写在这里");
        assertThat(letters(branch)).isEqualTo(2);
    }

    @Test
    @DisplayName("T-OPN-06: the last use of a code by many phones at once: one wins")
    void theLastUseAtOnce() throws Exception {
        String code = open(1, 1).get(0);
        ExecutorService all = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> sent = new ArrayList<>();
            for (int phone = 0; phone < 16; phone++) {
                String text = "第" + phone + "部手机同时提交";
                sent.add(all.submit(() -> send(code, text).getResponse().getStatus()));
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : sent) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        } finally {
            all.shutdownNow();
        }
        assertThat(letters(branch)).isOne();
    }

    @Test
    @DisplayName("T-OPN-07: neither address, browser, code nor words stand in the log or anywhere in the database")
    void nothingIdentifies(CapturedOutput output) {
        LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
        List<String> chatty = List.of("org.springframework.web", "org.springframework.security", "org.orglife");
        String code = open(1, 3).get(0);
        int before = output.getAll().length();
        try {
            chatty.forEach(name -> logging.setLogLevel(name, LogLevel.TRACE));
            for (String text : List.of("窗口上午总是没有人值班", "短", "带控制符\u0007的一条意见")) {
                visitors.post()
                        .uri("/o/send")
                        .with(request -> {
                            request.setRemoteAddr("203.0.113.77");
                            return request;
                        })
                        .header("User-Agent", "Telephone-of-Zhang")
                        .header("Cookie", "SESSION=abcdef123456")
                        .param("code", code)
                        .param("text", text)
                        .param("about", "WORK")
                        .exchange();
            }
        } finally {
            chatty.forEach(name -> logging.setLogLevel(name, null));
        }
        String log = output.getAll().substring(before);
        List<String> telling =
                List.of("203.0.113.77", "Telephone-of-Zhang", "abcdef123456", code.replace(" ", ""), code, "总是没有人值班");
        assertThat(telling).noneMatch(log::contains);
        assertThat(letters(branch)).isOne();
        for (Map<String, Object> column : jdbc.sql("""
                        select table_name, column_name from information_schema.columns
                        where table_schema = 'public' and data_type in ('text', 'jsonb', 'character varying')
                        """).query().listOfRows()) {
            for (String secret : telling) {
                assertThat(jdbc.sql("select count(*) from " + column.get("table_name") + " where strpos("
                                        + column.get("column_name") + "::text, :secret) > 0")
                                .param("secret", secret)
                                .query(Long.class)
                                .single())
                        .as(column + " " + secret)
                        .isZero();
            }
        }
    }

    @Test
    @DisplayName("T-OPN-08: no picture is taken, hence none with a place and a camera in it")
    void noAttachments() {
        String code = open(1, 1).get(0);
        MvcTestResult form = visitors.post().uri("/o/enter").param("code", code).exchange();
        assertThat(body(form)).doesNotContain("type=\"file\"", "multipart");
        long before =
                jdbc.sql("select count(*) from stored_file").query(Long.class).single();
        visitors.post()
                .uri("/o/send")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "IMG_0001.jpg", "image/jpeg", "Exif GPS".getBytes(StandardCharsets.US_ASCII)))
                .param("code", code)
                .param("text", "照片里是漏水的走廊")
                .param("about", "WORK")
                .exchange();
        assertThat(jdbc.sql("select count(*) from stored_file")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    @DisplayName("T-OPN-10: nobody reads what is sealed: not the secretary, nor the committee, nor the officers")
    void nobodyReadsWhatIsSealed() {
        String code = open(1, 5).get(0);
        for (int at = 0; at < 5; at++) {
            send(code, "封存着的第" + at + "条意见");
        }
        List<SignedInUser> everybody = new ArrayList<>(branch.all());
        for (Role role : Role.OFFICERS) {
            everybody.add(people.user(role, null, null, role.name()));
        }
        List<String> addresses = List.of(
                page,
                page + "/box",
                page + "/digest",
                page + "/collections",
                "/tasks/" + branch.task(),
                "/campaigns/" + branch.campaign() + "/figures",
                "/audit",
                "/");
        for (SignedInUser user : everybody) {
            for (String address : addresses) {
                assertThat(body(pages.get(user, address)))
                        .as(user.role() + " " + address)
                        .doesNotContain("封存着的");
            }
            assertThat(pages.json(user, "/campaigns/{id}/figures", branch.campaign())
                            .getResponse())
                    .satisfies(json -> assertThat(json.getContentAsString()).doesNotContain("\"M05\": 5", "\"M05\":5"));
        }
    }

    @Test
    @DisplayName(
            "The holder of a receipt reads what became of it, without an account; nobody else learns that he holds one")
    void receipts() {
        List<String> codes = open(5, 1);
        MvcTestResult done = send(codes.get(0), "希望增加夜间门诊", "receipt", "true");
        Matcher shown = RECEIPT.matcher(body(done));
        assertThat(shown.find()).isTrue();
        String receipt = shown.group(1);
        for (int at = 1; at < 5; at++) {
            send(codes.get(at), "第" + at + "条别的意见");
        }
        assertThat(words(ask(receipt))).contains("还查不到");
        release.releaseAll();
        assertThat(words(ask(receipt))).contains("支部正在梳理").doesNotContain("夜间门诊");
        long id = jdbc.sql("select id from opinion where task_id = :task and text = '希望增加夜间门诊'")
                .param("task", branch.task())
                .query(Long.class)
                .single();
        long point = new Opinions(pages).merge(branch.secretary(), branch.task(), "增加夜间门诊", id);
        assertThat(words(ask(receipt.replace(" ", "").toLowerCase(java.util.Locale.ROOT))))
                .contains("正在研究");
        pages.post(branch.secretary(), "/opinion-points/" + point + "/answer", "words", "下月起周三开夜间门诊");
        assertThat(words(ask(receipt))).contains("支部的答复", "下月起周三开夜间门诊");
        assertThat(words(ask("0000 0000 0000 0000 0000 0000 00"))).contains("还查不到");
    }

    private MvcTestResult ask(String receipt) {
        return visitors.post()
                .uri("/o/result")
                .with(request -> {
                    request.setRemoteAddr("192.0.2.5");
                    return request;
                })
                .param("code", receipt)
                .exchange();
    }

    @Test
    @DisplayName("The same words twice become one opinion that says how often it was said")
    void sameWordsCollapse() {
        List<String> codes = open(7, 1);
        for (int at = 0; at < 3; at++) {
            send(codes.get(at), "食堂太远走得累");
        }
        send(codes.get(3), "挂号窗口开得少");
        send(codes.get(4), "病区开水不够热");
        release.releaseAll();
        send(codes.get(5), "食堂太远走得累");
        endIt(branch);
        release.releaseAll();
        assertThat(texts(branch)).hasSize(3);
        assertThat(words(pages.get(branch.secretary(), page))).contains("相同的 4 条");
    }

    @Test
    @DisplayName(
            "What came out of the box cannot be changed or withdrawn, only marked; the superior sees that there is a mark")
    void handlersMayOnlyMark() {
        List<String> codes = open(1, 1);
        send(codes.get(0), "这条和主题没有关系");
        endIt(branch);
        release.releaseAll();
        long id = jdbc.sql("select id from opinion where task_id = :task")
                .param("task", branch.task())
                .query(Long.class)
                .single();
        assertThat(pages.post(branch.secretary(), "/opinions/" + id + "/withdraw", "reason", "不想看"))
                .hasStatus(409);
        assertThat(pages.post(branch.secretary(), "/opinions/" + id + "/mark", "mark", "OFF_TOPIC"))
                .hasStatus(422);
        assertThat(pages.post(
                        branch.secretary(), "/opinions/" + id + "/mark", "mark", "OFF_TOPIC", "reason", "说的是别的单位"))
                .hasStatus(302);
        assertThat(words(pages.get(branch.secretary(), page))).contains("与主题无关：说的是别的单位");
        assertThat(words(pages.get(branch.office(), page))).contains("标注 1 条");
    }

    @ParameterizedTest
    @DisplayName("Text that cannot be taken comes back with a sentence, and all that was written")
    @CsvSource(delimiter = '|', textBlock = """
            短            | 至少 5 个字
            '  　 '       | 至少 5 个字
            """)
    void badText(String text, String sentence) {
        MvcTestResult back = send(open(1, 1).get(0), text);
        assertThat(back).hasStatus(422);
        assertThat(words(back)).contains(sentence);
        assertThat(letters(branch)).isZero();
    }

    @Test
    @DisplayName("20,000 characters, control characters, markup: nothing is lost, nothing is run")
    void hostileText() {
        String code = open(1, 5).get(0);
        String endless = "长".repeat(20_000);
        MvcTestResult tooLong = send(code, endless);
        assertThat(tooLong).hasStatus(422);
        assertThat(words(tooLong)).contains("请删去 18000 个字");
        assertThat(body(tooLong)).contains(endless);
        MvcTestResult bell = send(code, "铃\u0007声太响了吵人");
        assertThat(bell).hasStatus(422);
        assertThat(words(bell)).contains("控制字符");
        assertThat(body(bell)).contains("铃声太响了吵人");
        MvcTestResult markup = send(code, "</textarea><b>" + "长".repeat(2000));
        assertThat(body(markup)).contains("&lt;/textarea&gt;&lt;b&gt;长");
        for (String text : List.of("<script>alert(1)</script>", "=1+1+2+3", "排队太久了😀", "😀".repeat(2000))) {
            assertThat(send(code, text)).as(text.substring(0, 4)).hasStatusOk();
        }
        endIt(branch);
        release.releaseAll();
        assertThat(texts(branch))
                .containsExactlyInAnyOrder("<script>alert(1)</script>", "=1+1+2+3", "排队太久了😀", "😀".repeat(2000));
        assertThat(body(pages.get(branch.secretary(), page))).doesNotContain("<script>alert");
    }

    @Test
    @DisplayName(
            "A code may be typed with small letters, without gaps, with O for 0 and l for 1; an unknown one leads nowhere")
    void typedCodes() {
        String code = open(1, 1).get(0);
        String typed = code.replace(" ", "")
                .toLowerCase(java.util.Locale.ROOT)
                .replace('0', 'o')
                .replace('1', 'l');
        assertThat(visitors.post().uri("/o/enter").param("code", typed).exchange())
                .hasStatusOk();
        for (String wrong : List.of("", "ABC", code.substring(1), "0000 0000 0000 0000 0000 0000 00", "$".repeat(26))) {
            MvcTestResult refused =
                    visitors.post().uri("/o/enter").param("code", wrong).exchange();
            assertThat(refused.getResponse().getStatus()).as(wrong).isIn(422, 429);
            assertThat(words(refused)).containsAnyOf("没有这个意见码", "输错的次数太多");
        }
    }

    @Test
    @DisplayName("Whoever guesses is held up; whoever has a right code is not, even from the same address")
    void guessing() {
        String code = open(1, 1).get(0);
        List<Integer> answers = new ArrayList<>();
        for (int at = 0; at < 25; at++) {
            answers.add(visitors.post()
                    .uri("/o/enter")
                    .with(request -> {
                        request.setRemoteAddr("198.51.100.7");
                        return request;
                    })
                    .param("code", "0000 0000 0000 0000 0000 0000 00")
                    .exchange()
                    .getResponse()
                    .getStatus());
        }
        assertThat(answers.get(0)).isEqualTo(422);
        assertThat(answers.get(24)).isEqualTo(429);
        assertThat(visitors.post()
                        .uri("/o/enter")
                        .with(request -> {
                            request.setRemoteAddr("198.51.100.7");
                            return request;
                        })
                        .param("code", code)
                        .exchange())
                .hasStatusOk();
    }

    @Test
    @DisplayName("A form on another site throws nothing in")
    void otherSites() {
        String code = open(1, 1).get(0);
        MvcTestResult forged = visitors.post()
                .uri("/o/send")
                .header("Sec-Fetch-Site", "cross-site")
                .param("code", code)
                .param("text", "从别的网站塞进来的")
                .param("about", "WORK")
                .exchange();
        assertThat(forged).hasStatus(302);
        assertThat(letters(branch)).isZero();
    }

    @Test
    @DisplayName("One box at a time; more codes for it; closed early it is emptied in the coming night")
    void theBranchesSide() {
        open(2, 3);
        MvcTestResult second =
                pages.post(branch.secretary(), page + "/box", "closesOn", "2023-10-27", "codes", "2", "quota", "3");
        assertThat(second).hasStatus(409);
        assertThat(words(second)).contains("已经开了一个匿名意见箱");
        assertThat(words(pages.post(branch.organiser(), page + "/box/codes", "codes", "4")))
                .contains("这一页只显示这一次");
        assertThat(words(pages.get(branch.secretary(), page + "/box"))).contains("6 个，每个可提 3 条");
        Branch other = branches.branch(branch.committee(), "骨科党支部");
        assertThat(pages.post(other.secretary(), page + "/box/close")).hasStatus(404);
        assertThat(pages.post(branch.secretary(), page + "/box/close")).hasStatus(302);
        assertThat(words(pages.get(branch.secretary(), page + "/box"))).contains("10月20日");
        String others = "/tasks/" + other.task() + "/opinions/box";
        MvcTestResult wrong =
                pages.post(other.secretary(), others, "closesOn", "2023-10-01", "codes", "20", "quota", "3");
        assertThat(wrong).hasStatus(422);
        assertThat(words(wrong)).contains("今天到 90 天以内");
        MvcTestResult many =
                pages.post(other.secretary(), others, "closesOn", "2023-10-27", "codes", "0", "quota", "501");
        assertThat(words(many)).contains("1 到 200 之间", "1 到 500 之间");
        MvcTestResult unread =
                pages.post(other.secretary(), others, "closesOn", "2023-02-30", "codes", "x", "quota", "3");
        assertThat(unread).hasStatus(422);
        assertThat(words(unread)).contains("没有这个日期", "请填整数");
        assertThat(body(unread)).contains("2023-02-30");
    }
}
