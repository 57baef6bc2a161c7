package org.orglife.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed in the middle of an import of 5,000 people, {@code -Dendurance.rounds} times (30): after a
 * restart none or all of them are there, and the import is taken up again and ends with all of them. In every third
 * round the database server is killed as well.
 */
@Tag("endurance")
class KilledImportTests {

    private static final int ROUNDS = Integer.getInteger("endurance.rounds", 30);
    private static final int PEOPLE = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path home;

    @Test
    void aKilledImportLeavesNothingOrEverything() throws Exception {
        long seed = Long.getLong("endurance.seed", System.nanoTime());
        Random random = new Random(seed);
        RunningApplication application = new RunningApplication(home, Path.of(System.getProperty("orglife.jar")));
        try {
            double whole = undisturbed(application);
            System.out.printf(Locale.ROOT, "seed %d; undisturbed, the import takes %.2f s%n", seed, whole);
            List<Integer> leftBehind = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                leftBehind.add(round(round, application, random.nextDouble() * 1.1 * whole, whole));
            }
            long nothing = leftBehind.stream().filter(count -> count == 0).count();
            long everything =
                    leftBehind.stream().filter(count -> count == PEOPLE).count();
            System.out.printf(
                    Locale.ROOT,
                    "%d rounds: nothing was there %d times, everything %d times%n",
                    ROUNDS,
                    nothing,
                    everything);
            assertThat(nothing + everything).isEqualTo(ROUNDS);
        } finally {
            application.stop();
        }
    }

    /** How long the writing takes, in seconds. */
    private double undisturbed(RunningApplication application) throws Exception {
        WebUser office = office(application);
        try (Connection database = application.database()) {
            String batch = confirm(office, 0, database);
            long begun = System.nanoTime();
            settled(batch, 0, database);
            double seconds = seconds(begun);
            assertThat(there(0, database)).isEqualTo(PEOPLE);
            takeBack(office, batch, 0, database);
            return seconds;
        }
    }

    private int round(int round, RunningApplication application, double after, double whole) throws Exception {
        String batch;
        try (Connection database = application.database()) {
            batch = confirm(office(application), round, database);
        }
        Thread.sleep((long) (after * 1000));
        application.kill();
        boolean power = round % 3 == 0;
        if (power) {
            application.killDatabase();
        }
        long killed = System.nanoTime();
        application.startAgain();
        double ready = seconds(killed);
        try (Connection database = application.database()) {
            int leftBehind = there(round, database);
            settled(batch, round, database);
            assertThat(there(round, database)).isEqualTo(PEOPLE);
            System.out.printf(
                    Locale.ROOT,
                    "round %2d: killed%s %5.2f s into %5.2f s, ready again after %4.1f s with %,5d people, %,d after %4.1f s%n",
                    round,
                    power ? " with its database" : "",
                    after,
                    whole,
                    ready,
                    leftBehind,
                    PEOPLE,
                    seconds(killed));
            takeBack(office(application), batch, round, database);
            return leftBehind;
        }
    }

    private static WebUser office(RunningApplication application) throws IOException, InterruptedException {
        return WebUser.signedIn(application.address(), "office", "orglife-demo");
    }

    /** Uploads and confirms a roster; returns when its job has begun. */
    private static String confirm(WebUser office, int round, Connection database) throws Exception {
        office.get("/imports");
        WebUser.Page preview = office.upload("/imports", "roster.xlsx", roster(round, database));
        assertThat(preview.path()).startsWith("/imports/");
        assertThat(preview.text()).contains("action=\"" + preview.path() + "/confirm\"");
        assertThat(there(round, database)).as("people before confirming").isZero();
        office.post(preview.path() + "/confirm", "");
        String batch = preview.path().substring("/imports/".length());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!"RUNNING".equals(text("select state from job order by id desc limit 1", database))) {
            assertThat(System.nanoTime()).as("the job begins").isLessThan(end);
            Thread.sleep(10);
        }
        return batch;
    }

    /** Waits until all is written; whoever looks meanwhile sees nothing or everything. */
    private static void settled(String batch, int round, Connection database) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!"DONE".equals(text("select state from import_batch where id = " + batch, database))
                || !"DONE".equals(text("select state from job order by id desc limit 1", database))) {
            assertThat(System.nanoTime()).as("the import is taken up again").isLessThan(end);
            assertThat(there(round, database)).isIn(0, PEOPLE);
            Thread.sleep(200);
        }
    }

    private static void takeBack(WebUser office, String batch, int round, Connection database) throws Exception {
        office.get("/imports/" + batch);
        office.post("/imports/" + batch + "/undo", "");
        assertThat(there(round, database)).as("people after undoing").isZero();
    }

    /** People of the round; their memberships and their traces for undoing are as many. */
    private static int there(int round, Connection database) throws SQLException {
        String sql = """
                select count(*), count(s.id),
                  (select count(*) from import_record r join member x on x.id = r.object_id
                   where r.object_type = 'Member' and x.code like ?)
                from member m left join membership s on s.member_id = m.id where m.code like ?
                """;
        try (PreparedStatement query = database.prepareStatement(sql)) {
            query.setString(1, prefix(round) + "%");
            query.setString(2, prefix(round) + "%");
            try (ResultSet row = query.executeQuery()) {
                row.next();
                assertThat(row.getInt(2)).as("memberships").isEqualTo(row.getInt(1));
                assertThat(row.getInt(3)).as("traces").isEqualTo(row.getInt(1));
                return row.getInt(1);
            }
        }
    }

    private static String text(String sql, Connection database) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    private static String prefix(int round) {
        return "R%02d-".formatted(round);
    }

    /** As many invented people in the branches of the sample. */
    private static byte[] roster(int round, Connection database) throws SQLException, IOException {
        List<String> branches = new ArrayList<>();
        try (PreparedStatement query =
                        database.prepareStatement("select name from org_unit where kind = 'BRANCH' order by id");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                branches.add(row.getString(1));
            }
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("党员");
            fill(sheet.createRow(0), "姓名", "出生日期", "所在党组织", "党员类别", "手机号", "人员编号");
            for (int i = 1; i <= PEOPLE; i++) {
                fill(
                        sheet.createRow(i),
                        "王" + digits(i),
                        "%d-%02d-%02d".formatted(1950 + i % 50, 1 + i % 12, 1 + i % 28),
                        branches.get(i % branches.size()),
                        "正式党员",
                        "1390000%04d".formatted(i),
                        prefix(round) + i);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static void fill(XSSFRow row, String... values) {
        for (int column = 0; column < values.length; column++) {
            row.createCell(column).setCellValue(values[column]);
        }
    }

    private static String digits(int number) {
        StringBuilder text = new StringBuilder();
        String.valueOf(number).chars().forEach(digit -> text.append("零一二三四五六七八九".charAt(Character.digit(digit, 10))));
        return text.toString();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
