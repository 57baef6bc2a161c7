package org.orglife.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.orglife.excel.ExcelTable;
import org.orglife.excel.ReportWorkbook;
import org.postgresql.PGConnection;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** A roster of 250 branches and 5,000 people as a workbook, and the least that taking it in could cost. */
final class Roster {

    private static final int BRANCHES = 250;
    private static final int PEOPLE = 5_000;
    private static final String SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗";
    private static final String NAMES = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚建国文华志红玉春海英";
    private static final List<String> SEATS = List.of("支部书记", "副书记", "组织委员", "宣传委员", "纪检委员");

    private Roster() {}

    /** Writes the workbook; another number makes other people. */
    static void write(String root, int number, Path to) throws IOException {
        ExcelTable<Integer> units = ExcelTable.<Integer>titled("党组织")
                .column("党组织名称", 30, i -> branch(i))
                .column("上级党组织", 30, i -> root)
                .column("类别", 12, i -> "党支部")
                .column("支部类型", 12, i -> "普通党支部")
                .column("成立日期", 12, i -> LocalDate.of(1998, 7, 1).plusDays(i));
        ExcelTable<Integer> people = ExcelTable.<Integer>titled("党员")
                .column("姓名", 12, i -> name(i + number))
                .column("性别", 6, i -> i % 2 == 0 ? "男" : "女")
                .column("出生日期", 12, i -> LocalDate.of(1960, 1, 1).plusDays((i * 7L + number) % 14_000))
                .column("所在党组织", 30, i -> branch(i % BRANCHES))
                .column("党员类别", 12, i -> "正式党员")
                .column("党内职务", 12, i -> i / BRANCHES < SEATS.size() ? SEATS.get(i / BRANCHES) : null)
                .column("入党日期", 12, i -> LocalDate.of(2018, 7, 1).plusDays(i % 365))
                .column("转正日期", 12, i -> LocalDate.of(2019, 7, 1).plusDays(i % 365))
                .column("离退休", 6, i -> i % 9 == 0 ? "是" : "否")
                .column("手机号", 14, i -> String.valueOf(13_800_000_000L + number * 10_000L + i))
                .column("人员编号", 14, i -> "R" + number + "-" + i);
        try (ReportWorkbook workbook = new ReportWorkbook();
                OutputStream out = Files.newOutputStream(to)) {
            workbook.add(units, IntStream.range(0, BRANCHES).boxed().iterator());
            workbook.add(people, IntStream.range(0, PEOPLE).boxed().iterator());
            workbook.write(out);
        }
    }

    private static String branch(int i) {
        return "第" + (i + 1) + "车间党支部";
    }

    private static String name(int i) {
        return "" + SURNAMES.charAt(i % 20) + NAMES.charAt(i / 20 % 30) + NAMES.charAt(i / 600 % 30);
    }

    /** Reads every cell and copies one row for each member and each enrolment into tables like the real ones. */
    static void readAndCopy(Path roster, FlywayConnectionDetails owner) throws IOException, SQLException {
        List<List<String>> rows;
        try (ReadableWorkbook workbook = new ReadableWorkbook(roster.toFile())) {
            for (Sheet sheet : workbook.getSheets().limit(1).toList()) {
                cells(sheet);
            }
            rows = cells(workbook.getSheet(1).orElseThrow());
        }
        StringBuilder members = new StringBuilder();
        StringBuilder memberships = new StringBuilder();
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            members.append(i).append('\t').append(row.get(10)).append('\t').append(row.get(0));
            members.append("\txx\tFULL\t2018-07-01\t2019-07-01\n");
            memberships.append(i).append('\t').append(i).append("\t1\t2018-07-01\n");
        }
        try (Connection connection =
                DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword())) {
            connection.createStatement().execute("create temp table m (like member including all)");
            connection.createStatement().execute("create temp table ms (like membership including all)");
            PGConnection postgres = connection.unwrap(PGConnection.class);
            postgres.getCopyAPI()
                    .copyIn(
                            "copy m (id, code, name, name_initials, kind, joined_on, full_on) from stdin",
                            new StringReader(members.toString()));
            postgres.getCopyAPI()
                    .copyIn(
                            "copy ms (id, member_id, branch_id, from_on) from stdin",
                            new StringReader(memberships.toString()));
        }
    }

    private static List<List<String>> cells(Sheet sheet) throws IOException {
        try (java.util.stream.Stream<Row> rows = sheet.openStream()) {
            return rows.map(row -> row.stream()
                            .map(cell -> cell == null ? "" : String.valueOf(cell.getText()))
                            .collect(Collectors.toList()))
                    .toList();
        }
    }
}
