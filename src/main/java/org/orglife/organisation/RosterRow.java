package org.orglife.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.CellProblem;
import org.orglife.excel.DateKind;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelRecord;

/**
 * A row of the sheet 党员 as it was read.
 *
 * @param branch name or code of the branch
 * @param sameName whether the remark says that this is another person of the same name
 * @param seats seats held, in the order written
 */
record RosterRow(
        ExcelRecord record,
        MemberDetails details,
        String branch,
        @Nullable String group,
        boolean sameName,
        List<HeldSeat> seats) {

    static final ExcelColumn NAME = ExcelColumn.required("姓名");
    static final ExcelColumn GENDER = ExcelColumn.optional("性别");
    static final ExcelColumn BORN = ExcelColumn.optional("出生日期").alsoCalled("出生年月", "生日");
    static final ExcelColumn BRANCH =
            ExcelColumn.required("所在党组织").alsoCalled("支部", "党支部", "所在支部", "所在党支部", "所属支部", "所属党支部", "所属党组织");
    static final ExcelColumn GROUP = ExcelColumn.optional("党小组").alsoCalled("小组", "所在党小组");
    static final ExcelColumn KIND = ExcelColumn.required("党员类别").alsoCalled("类别", "党员类型");
    static final ExcelColumn STANDING = ExcelColumn.optional("党籍状态").alsoCalled("党籍情况");
    static final ExcelColumn SEAT = ExcelColumn.optional("党内职务").alsoCalled("支部职务", "职务");
    static final ExcelColumn JOINED = ExcelColumn.optional("入党日期").alsoCalled("入党时间", "加入党组织日期");
    static final ExcelColumn FULL = ExcelColumn.optional("转正日期").alsoCalled("转正时间", "转为正式党员日期");
    static final ExcelColumn LEADER = ExcelColumn.optional("党员领导干部").alsoCalled("领导干部");
    static final ExcelColumn RETIRED = ExcelColumn.optional("离退休").alsoCalled("是否离退休");
    static final ExcelColumn MOBILE = ExcelColumn.optional("流动党员").alsoCalled("是否流动党员");
    static final ExcelColumn CARE = ExcelColumn.optional("行动不便").alsoCalled("年老体弱");
    static final ExcelColumn ABROAD = ExcelColumn.optional("出国（境）").alsoCalled("出国境");
    static final ExcelColumn PHONE = ExcelColumn.optional("手机号").alsoCalled("手机", "电话", "联系电话", "手机号码");
    static final ExcelColumn CODE = ExcelColumn.optional("人员编号").alsoCalled("编号", "工号");
    static final ExcelColumn REMARK = ExcelColumn.optional("备注");

    /** What the remark of a row says if it means another person of the same name. */
    static final String NAMESAKE = "同名";

    static final Map<String, MemberKind> KINDS = new LinkedHashMap<>();
    static final Map<String, Standing> STANDINGS = new LinkedHashMap<>();
    static final Map<String, Gender> GENDERS = new LinkedHashMap<>();
    static final Map<String, PositionKind> SEATS = new LinkedHashMap<>();
    static final Map<MemberFlag, ExcelColumn> FLAGS = new LinkedHashMap<>();

    /** Columns by the name of the field that they fill. */
    private static final Map<String, ExcelColumn> COLUMNS =
            Map.of("name", NAME, "bornOn", BORN, "joinedOn", JOINED, "fullOn", FULL, "phone", PHONE);

    static {
        KINDS.put("正式党员", MemberKind.FULL);
        KINDS.put("预备党员", MemberKind.PROBATIONARY);
        STANDINGS.put("正常", Standing.NORMAL);
        STANDINGS.put("留党察看", Standing.ON_PROBATION_PENALTY);
        STANDINGS.put("失联", Standing.OUT_OF_CONTACT);
        STANDINGS.put("停止党籍", Standing.SUSPENDED);
        GENDERS.put("男", Gender.MALE);
        GENDERS.put("女", Gender.FEMALE);
        SEATS.put("支部书记", PositionKind.SECRETARY);
        SEATS.put("副书记", PositionKind.DEPUTY_SECRETARY);
        SEATS.put("组织委员", PositionKind.ORGANISATION);
        SEATS.put("宣传委员", PositionKind.PUBLICITY);
        SEATS.put("纪检委员", PositionKind.DISCIPLINE);
        SEATS.put("党小组组长", PositionKind.GROUP_LEADER);
        FLAGS.put(MemberFlag.LEADER, LEADER);
        FLAGS.put(MemberFlag.RETIRED, RETIRED);
        FLAGS.put(MemberFlag.MOBILE, MOBILE);
        FLAGS.put(MemberFlag.CARE, CARE);
        FLAGS.put(MemberFlag.ABROAD, ABROAD);
    }

    private static final Map<String, PositionKind> OTHER_WORDS = Map.of(
            "书记", PositionKind.SECRETARY,
            "党支部书记", PositionKind.SECRETARY,
            "支部副书记", PositionKind.DEPUTY_SECRETARY,
            "纪律检查委员", PositionKind.DISCIPLINE,
            "小组长", PositionKind.GROUP_LEADER,
            "组长", PositionKind.GROUP_LEADER);

    /** Reads a row; null if something in it is wrong, which the record then knows. */
    static @Nullable RosterRow read(ExcelRecord record, LocalDate today) {
        String name = record.name(NAME, 40);
        Gender gender = record.choice(GENDER, GENDERS);
        LocalDate born = record.date(BORN, DateKind.DAY);
        String branch = record.name(BRANCH, 60);
        String group = record.name(GROUP, 60);
        MemberKind kind = record.choice(KIND, KINDS);
        Standing standing = record.choice(STANDING, STANDINGS);
        LocalDate joined = record.date(JOINED, DateKind.DAY);
        LocalDate full = record.date(FULL, DateKind.DAY);
        String phone = phone(record);
        String code = record.code(CODE, 40);
        String remark = record.text(REMARK, 200);
        Set<MemberFlag> flags = EnumSet.noneOf(MemberFlag.class);
        FLAGS.forEach((flag, column) -> {
            if (Boolean.TRUE.equals(record.yesNo(column))) {
                flags.add(flag);
            }
        });
        List<HeldSeat> seats = seats(record);
        if (name == null || branch == null || kind == null) {
            return null;
        }
        MemberDetails details = new MemberDetails(
                code,
                name,
                gender,
                born,
                kind,
                Objects.requireNonNullElse(standing, Standing.NORMAL),
                joined,
                full,
                flags,
                phone);
        object(record, details, today);
        details.doubts(today).forEach(doubt -> record.warn(column(doubt), doubt.importCode()));
        if (record.hasProblems()) {
            return null;
        }
        return new RosterRow(record, details, branch, group, remark != null && remark.contains(NAMESAKE), seats);
    }

    /** Names in their cells whatever the record would refuse. */
    static List<CellProblem> object(ExcelRecord record, MemberDetails details, LocalDate today) {
        return details.objections(today).stream()
                .map(objection -> record.problem(column(objection), objection.importCode()))
                .toList();
    }

    private static ExcelColumn column(Objection objection) {
        return Objects.requireNonNull(COLUMNS.get(objection.field()));
    }

    private static @Nullable String phone(ExcelRecord record) {
        String typed = record.code(PHONE, 30);
        return typed == null ? null : MemberDetails.plainPhone(typed);
    }

    private static List<HeldSeat> seats(ExcelRecord record) {
        String written = record.text(SEAT, 60);
        List<HeldSeat> seats = new ArrayList<>();
        if (written == null) {
            return seats;
        }
        for (String word : written.split("[、,，;；/ ]+")) {
            PositionKind kind = SEATS.getOrDefault(word, OTHER_WORDS.get(word));
            if (kind != null) {
                seats.add(new HeldSeat(kind, null));
            } else if (word.endsWith("委员") && word.length() > 2 && word.length() <= 30) {
                seats.add(new HeldSeat(PositionKind.OTHER, word));
            } else if (!word.isEmpty() && !word.equals("无") && !word.equals("党员")) {
                record.problem(SEAT, "organisation.import.seat", word);
            }
        }
        // 书记、支部书记: the same seat twice
        return List.copyOf(new LinkedHashSet<>(seats));
    }

    /** What the row says, by column, for comparing it with what is there and with what it said last time. */
    Map<String, String> values() {
        Map<String, String> values = valuesOf(details);
        if (group != null) {
            values.put("党小组", group);
        }
        // A blank cell says nothing about a flag or the standing: only a written answer counts.
        if (record.isBlank(STANDING)) {
            values.remove("党籍状态");
        }
        FLAGS.forEach((flag, column) -> {
            if (record.isBlank(column)) {
                values.remove(flag.name());
            }
        });
        return values;
    }

    /**
     * What a new record is like once the row has been written: a blank cell leaves the usual value, and whoever fills the
     * cell in later has not edited anything in between.
     */
    Map<String, String> leaves() {
        Map<String, String> values = valuesOf(details);
        values.putAll(values());
        return values;
    }

    /** The heading under which a field stands in a workbook. */
    static String heading(String field) {
        return FLAGS.entrySet().stream()
                .filter(flag -> flag.getKey().name().equals(field))
                .map(flag -> flag.getValue().name())
                .findFirst()
                .orElse(field);
    }

    /** A value as a workbook has it; null for none. */
    static @Nullable String word(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (!heading(field).equals(field)) {
            return Boolean.parseBoolean(value) ? "是" : "否";
        }
        return Stream.of(GENDERS, KINDS, STANDINGS)
                .flatMap(words -> words.entrySet().stream())
                .filter(word -> word.getValue().name().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(value);
    }

    /** The same of a record that is there. */
    static Map<String, String> valuesOf(MemberDetails details) {
        Map<String, String> values = new HashMap<>();
        put(values, "性别", details.gender());
        put(values, "出生日期", details.bornOn());
        put(values, "党员类别", details.kind());
        put(values, "党籍状态", details.standing());
        put(values, "入党日期", details.joinedOn());
        put(values, "转正日期", details.fullOn());
        put(values, "人员编号", details.code());
        for (MemberFlag flag : MemberFlag.values()) {
            values.put(flag.name(), String.valueOf(details.flags().contains(flag)));
        }
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }
}
