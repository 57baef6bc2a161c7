package org.orglife.sitting;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.ImportCampaign;
import org.orglife.campaign.ImportTasks;
import org.orglife.excel.CellProblem;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.ExcelTableData;
import org.orglife.excel.TemplateColumn;
import org.orglife.imports.ImportContext;
import org.orglife.imports.ImportQuestion;
import org.orglife.imports.ImportRecord;
import org.orglife.imports.SheetImport;
import org.orglife.imports.SheetReport;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PeopleByName;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.Role;
import org.orglife.sitting.ImportedSittings.Known;
import org.springframework.stereotype.Component;

/**
 * Takes the sheet 参会人员: one person a row, at the meeting of his branch in the same workbook or at one that is there
 * already. Whoever was expected on that day and stands in no row counts as absent: such sheets often name only those who
 * came.
 */
@Component
class AttendanceImport implements SheetImport {

    static final ExcelColumn BRANCH = ImportTasks.BRANCH;
    static final ExcelColumn NAME = ExcelColumn.required("姓名").alsoCalled("参会人员", "参会人", "党员姓名");
    static final ExcelColumn CAPACITY = ExcelColumn.optional("参会身份").alsoCalled("身份");
    static final ExcelColumn STATUS = ExcelColumn.optional("出席情况").alsoCalled("出席", "到会情况", "是否出席");
    static final ExcelColumn REMARK = ExcelColumn.optional("备注").alsoCalled("请假原因", "缺席原因", "单位", "说明");

    static final String SHEET = "参会人员";
    private static final String ATTENDANCE = "Attendance";
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_UNIT = 60;
    private static final int LONGEST_REMARK = 200;

    private static final Map<String, AttendanceCapacity> CAPACITIES = new LinkedHashMap<>();
    private static final Map<String, AttendanceCapacity> ALSO_CALLED = new LinkedHashMap<>();
    private static final Map<String, AttendanceStatus> STATUSES = new LinkedHashMap<>();
    private static final Map<String, AttendanceStatus> STATUSES_TOO = Map.of(
            "到会", AttendanceStatus.PRESENT,
            "实到", AttendanceStatus.PRESENT,
            "参加", AttendanceStatus.PRESENT,
            "是", AttendanceStatus.PRESENT,
            "未到", AttendanceStatus.ABSENT,
            "未出席", AttendanceStatus.ABSENT,
            "未参加", AttendanceStatus.ABSENT,
            "否", AttendanceStatus.ABSENT);

    /** Words by which a remark gives the reason of a leave; no more of it is kept. */
    private static final Map<String, AbsenceReason> REASONS = new LinkedHashMap<>();

    /** Remarks that say what a guest did, not where he comes from. */
    private static final Set<String> NO_UNITS = Set.of("督导指导", "督导", "指导", "列席", "点评", "联系点", "无");

    static {
        CAPACITIES.put("党员", AttendanceCapacity.MEMBER);
        CAPACITIES.put("以普通党员身份参加", AttendanceCapacity.LEADER_AS_ORDINARY_MEMBER);
        CAPACITIES.put("列席", AttendanceCapacity.OBSERVER);
        CAPACITIES.put("督导组", AttendanceCapacity.SUPERVISOR);
        CAPACITIES.put("列席联系点支部", AttendanceCapacity.CONTACT_LEADER);
        CAPACITIES.put("服务对象代表", AttendanceCapacity.OUTSIDE_REP);
        CAPACITIES.put("工作人员", AttendanceCapacity.STAFF);
        ALSO_CALLED.put("正式党员", AttendanceCapacity.MEMBER);
        ALSO_CALLED.put("预备党员", AttendanceCapacity.MEMBER);
        ALSO_CALLED.put("出席", AttendanceCapacity.MEMBER);
        ALSO_CALLED.put("普通党员", AttendanceCapacity.LEADER_AS_ORDINARY_MEMBER);
        ALSO_CALLED.put("列席督导组", AttendanceCapacity.SUPERVISOR);
        ALSO_CALLED.put("列席（督导组）", AttendanceCapacity.SUPERVISOR);
        ALSO_CALLED.put("督导组成员", AttendanceCapacity.SUPERVISOR);
        ALSO_CALLED.put("联系点领导", AttendanceCapacity.CONTACT_LEADER);
        ALSO_CALLED.put("联系领导", AttendanceCapacity.CONTACT_LEADER);
        ALSO_CALLED.put("党外代表", AttendanceCapacity.OUTSIDE_REP);
        ALSO_CALLED.put("群众代表", AttendanceCapacity.OUTSIDE_REP);
        STATUSES.put("出席", AttendanceStatus.PRESENT);
        STATUSES.put("请假", AttendanceStatus.EXCUSED);
        STATUSES.put("缺席", AttendanceStatus.ABSENT);
        REASONS.put("公出", AbsenceReason.DUTY);
        REASONS.put("出差", AbsenceReason.DUTY);
        REASONS.put("病", AbsenceReason.SICK);
        REASONS.put("事假", AbsenceReason.PERSONAL);
        REASONS.put("有事", AbsenceReason.PERSONAL);
    }

    private final ImportCampaign campaign;
    private final ImportedSittings shared;
    private final HeldMeetingRepository meetings;
    private final SittingRepository sittings;
    private final AttendanceRepository attendance;
    private final AuditTrail audit;
    private final Labels labels;
    private final EntityManager entities;

    AttendanceImport(
            ImportCampaign campaign,
            ImportedSittings shared,
            HeldMeetingRepository meetings,
            SittingRepository sittings,
            AttendanceRepository attendance,
            AuditTrail audit,
            Labels labels,
            EntityManager entities) {
        this.campaign = campaign;
        this.shared = shared;
        this.meetings = meetings;
        this.sittings = sittings;
        this.attendance = attendance;
        this.audit = audit;
        this.labels = labels;
        this.entities = entities;
    }

    @Override
    public String sheetName() {
        return SHEET;
    }

    @Override
    public String templateName() {
        return "ledger";
    }

    @Override
    public int order() {
        return 64;
    }

    @Override
    public boolean isOpenTo(Role role) {
        return role == Role.PARTY_OFFICE || role.leadsBranch();
    }

    @Override
    public List<String> objectTypes() {
        return List.of(ATTENDANCE);
    }

    @Override
    public List<TemplateColumn> templateColumns() {
        return List.of(
                TemplateColumn.text(BRANCH, 22).hint("开会的党支部全称").example("呼吸内科党支部"),
                TemplateColumn.text(NAME, 10).hint("一人一行；应到而没有写的党员按缺席统计").example("于光燕"),
                TemplateColumn.text(CAPACITY, 20).hint("不填就是党员").oneOf(List.copyOf(CAPACITIES.keySet())),
                TemplateColumn.text(STATUS, 10).hint("不填就是出席").oneOf(List.copyOf(STATUSES.keySet())),
                TemplateColumn.text(REMARK, 20).hint("请假的写公出、病假、事假或其他；列席的写单位"));
    }

    @Override
    public Optional<ImportQuestion> question(Map<String, String> choices, String fileName, BranchScope scope) {
        return campaign.question(choices, fileName, scope);
    }

    /** A row as it is written. */
    private record Row(
            ExcelRecord record,
            OrgUnit branch,
            String name,
            AttendanceCapacity capacity,
            AttendanceStatus status,
            @Nullable String remark) {

        boolean isGuest() {
            return capacity.isInvited();
        }

        /** Where a guest comes from; null where nothing says it. */
        @Nullable
        String unit() {
            return !isGuest() || remark == null || NO_UNITS.contains(remark) ? null : remark;
        }

        /** Why a member was not there; null for whoever was, and where nobody says it. */
        @Nullable
        AbsenceReason reason() {
            String said = remark == null ? "" : remark;
            return switch (status) {
                case EXCUSED ->
                    REASONS.entrySet().stream()
                            .filter(reason -> said.contains(reason.getKey()))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(AbsenceReason.OTHER);
                case ABSENT -> said.contains("未请假") ? AbsenceReason.WITHOUT_LEAVE : null;
                case EXPECTED, PRESENT -> null;
            };
        }
    }

    /** A row with the meeting it belongs to and, for members, who is meant. */
    private record Resolved(
            Row row, Known meeting, @Nullable ExpectedPerson person) {}

    @Override
    public SheetReport apply(ExcelTableData table, ImportContext context) {
        SheetReport report = new SheetReport(sheetName());
        Campaign into = campaign.choose(context);
        ImportTasks.Sheet sheet = shared.sheet(into, context);
        List<Row> rows = new ArrayList<>();
        for (ExcelRecord record : table.records()) {
            report.row();
            Row row = read(record, sheet);
            if (row != null) {
                rows.add(row);
            }
        }
        sheet.find(rows.stream().map(Row::branch).toList());
        Set<Long> branches = rows.stream().map(row -> row.branch().getId()).collect(Collectors.toSet());
        PeopleByName names = sheet.people();
        ImportRoll roll = shared.roll(branches, sheet);
        Map<Long, Known> known = shared.known(sheet.known());
        known.putAll(shared.ofWorkbook(context).made());
        List<Resolved> resolved = new ArrayList<>();
        for (Row row : rows) {
            Known meeting = known.get(row.branch().getId());
            if (!sheet.reaches(row.branch())) {
                row.record().problem(BRANCH, "campaign.import.not-reached");
            } else if (meeting != null) {
                resolve(row, meeting, names, roll, resolved);
            } else if (!shared.ofWorkbook(context).isNamed(row.branch())) {
                row.record().problem(BRANCH, "sitting.import.no-meeting");
            }
        }
        refuseTwice(resolved);
        table.records()
                .forEach(record -> record.problems().forEach(problem -> report.problem(veiled(problem, context))));
        if (!report.hasProblems()) {
            write(resolved, roll, sheet, report, context);
            audit.record(SittingImportAction.ATTENDANCE_IMPORTED, ImportCampaign.TYPE, into.getId(), into.getTitle());
        }
        table.records().forEach(record -> report.warnings(record.warnings()));
        shared.ofWorkbook(context).made().forEach((branch, meeting) -> {
            MeetingImport.Row row = meeting.row();
            if (row != null) {
                if (!branches.contains(branch)) {
                    row.record().warn(BRANCH, "sitting.import.nobody-listed");
                }
                report.warnings(row.record().warnings());
            }
        });
        return report;
    }

    private static @Nullable Row read(ExcelRecord record, ImportTasks.Sheet sheet) {
        OrgUnit branch = sheet.branch(record);
        String name = record.name(NAME, LONGEST_NAME);
        AttendanceCapacity capacity = record.choice(CAPACITY, CAPACITIES, ALSO_CALLED);
        AttendanceStatus status = record.choice(STATUS, STATUSES, STATUSES_TOO);
        boolean guest = capacity != null && capacity.isInvited();
        String remark = record.text(REMARK, guest ? LONGEST_UNIT : LONGEST_REMARK);
        if (guest && status != null && status != AttendanceStatus.PRESENT) {
            record.problem(STATUS, "sitting.import.guest-away");
        }
        if (branch == null || name == null || record.hasProblems()) {
            return null;
        }
        return new Row(
                record,
                branch,
                name,
                capacity == null ? AttendanceCapacity.MEMBER : capacity,
                status == null ? AttendanceStatus.PRESENT : status,
                remark);
    }

    private static void resolve(Row row, Known meeting, PeopleByName names, ImportRoll roll, List<Resolved> resolved) {
        long branch = row.branch().getId();
        LocalDate day = meeting.meeting().getHeldOn();
        if (row.isGuest()) {
            if (roll.isMember(branch, row.name(), day)) {
                row.record().warn(CAPACITY, "sitting.import.guest-is-member");
            }
            resolved.add(new Resolved(row, meeting, null));
            return;
        }
        Long member = names.named(row.record(), NAME, branch, row.name(), day);
        if (member == null) {
            return;
        }
        Optional<ExpectedPerson> person = roll.person(branch, member, day);
        if (person.isEmpty()) {
            row.record().problem(NAME, "sitting.import.not-then");
        } else {
            resolved.add(new Resolved(row, meeting, person.get()));
        }
    }

    private static void refuseTwice(List<Resolved> resolved) {
        Map<String, Integer> seen = new HashMap<>();
        for (Resolved one : resolved) {
            String key = one.row().branch().getId() + "|" + key(one);
            Integer before = seen.putIfAbsent(key, one.row().record().row());
            if (before != null) {
                one.row().record().problem(NAME, "sitting.import.person-twice", before.toString());
            }
        }
    }

    private static String key(Resolved one) {
        return one.person() == null
                ? guest(one.row().name(), one.row().unit())
                : String.valueOf(one.person().memberId());
    }

    private static String guest(String name, @Nullable String unit) {
        return name + "|" + (unit == null ? "" : unit);
    }

    /** An office sees that something is wrong with a remark, not why somebody was absent. */
    private static CellProblem veiled(CellProblem problem, ImportContext context) {
        boolean open =
                context.scope().role() != Role.PARTY_OFFICE || !REMARK.name().equals(problem.column());
        return open ? problem : problem.veiled();
    }

    private void write(
            List<Resolved> resolved,
            ImportRoll roll,
            ImportTasks.Sheet sheet,
            SheetReport report,
            ImportContext context) {
        Map<Known, List<Resolved>> byMeeting = resolved.stream()
                .collect(Collectors.groupingBy(Resolved::meeting, LinkedHashMap::new, Collectors.toList()));
        Map<Long, List<Attendance>> there = there(byMeeting.keySet());
        Map<Long, Map<String, String>> last = context.lastImported(
                ATTENDANCE,
                there.values().stream()
                        .flatMap(List::stream)
                        .map(Attendance::getId)
                        .toList());
        List<Attendance> made = new ArrayList<>();
        Map<Attendance, Map<String, String>> said = new HashMap<>();
        byMeeting.forEach((meeting, rows) -> {
            List<Attendance> known = there.getOrDefault(meeting.meeting().getId(), List.of());
            if (!known.isEmpty() || meeting.meeting().getSource() == null) {
                rows.forEach(row -> compare(row, known, last, report, context));
                return;
            }
            if (meeting.row() == null) {
                sheet.backfill(rows.get(0).row().branch());
            }
            List<ExpectedPerson> missing = missing(rows, roll, meeting);
            remark(rows, missing, meeting, context);
            for (Resolved row : rows) {
                report.created();
                Attendance one = make(row);
                made.add(one);
                said.put(one, values(row.row()));
            }
            for (ExpectedPerson person : missing) {
                Attendance one = new Attendance(meeting.sittings().get(0), person);
                one.miss(null);
                made.add(one);
                said.put(one, Map.of());
            }
        });
        if (!context.isKept()) {
            return;
        }
        made.forEach(attendance::save);
        entities.flush();
        made.forEach(
                one -> context.created(ATTENDANCE, one.getId(), said.getOrDefault(one, Map.of()), one.getVersion()));
        context.reached(made.size());
    }

    private Map<Long, List<Attendance>> there(Collection<Known> known) {
        Map<Long, Long> meetingOf = new HashMap<>();
        known.forEach(one -> one.sittings().forEach(sitting -> meetingOf.put(sitting.getId(), sitting.getMeetingId())));
        return meetingOf.isEmpty()
                ? Map.of()
                : attendance.ofAll(meetingOf.keySet()).stream()
                        .collect(Collectors.groupingBy(one -> meetingOf.getOrDefault(one.getSittingId(), 0L)));
    }

    /** Those expected on that day whom no row names. */
    private static List<ExpectedPerson> missing(List<Resolved> rows, ImportRoll roll, Known meeting) {
        Set<Long> named = new HashSet<>();
        rows.forEach(row -> {
            if (row.person() != null) {
                named.add(row.person().memberId());
            }
        });
        return roll.expected(meeting.meeting().getBranchId(), meeting.meeting().getHeldOn()).stream()
                .filter(person -> !named.contains(person.memberId()))
                .filter(person -> !meeting.committeeOnly() || person.seat() != null)
                .toList();
    }

    /** Says who counts as absent, and where the numbers typed are others than those of the rows. */
    private static void remark(
            List<Resolved> rows, List<ExpectedPerson> missing, Known meeting, ImportContext context) {
        String count = String.valueOf(missing.size());
        ExcelRecord first = rows.get(0).row().record();
        if (!missing.isEmpty() && context.scope().role() == Role.PARTY_OFFICE) {
            first.warn(BRANCH, "sitting.import.missing", count);
        } else if (!missing.isEmpty()) {
            first.warn(
                    BRANCH,
                    "sitting.import.missing-names",
                    count,
                    missing.stream().map(ExpectedPerson::name).collect(Collectors.joining("、")));
        }
        MeetingImport.Row row = meeting.row();
        if (row != null) {
            long members = rows.stream().filter(one -> one.person() != null).count();
            long present = rows.stream()
                    .filter(one -> one.person() != null && one.row().status() == AttendanceStatus.PRESENT)
                    .count();
            compare(row, MeetingImport.EXPECTED, row.expected(), members + missing.size(), "sitting.import.expected");
            compare(row, MeetingImport.PRESENT, row.present(), present, "sitting.import.present");
        }
    }

    private static void compare(
            MeetingImport.Row row, ExcelColumn column, @Nullable Integer typed, long counted, String code) {
        if (typed != null && typed != counted) {
            row.record().warn(column, code, String.valueOf(counted), String.valueOf(typed));
        }
    }

    private static Attendance make(Resolved one) {
        Row row = one.row();
        Sitting sitting = one.meeting().sittings().get(0);
        if (one.person() == null) {
            Attendance guest = new Attendance(sitting, row.capacity(), row.name(), row.unit());
            guest.arrive(SignedHow.LIST, sitting.getBegunAt());
            return guest;
        }
        Attendance member = new Attendance(sitting, one.person());
        member.countAs(row.capacity());
        AbsenceReason reason = row.reason();
        switch (row.status()) {
            case EXCUSED -> member.excuse(reason == null ? AbsenceReason.OTHER : reason);
            case ABSENT -> member.miss(reason);
            case EXPECTED, PRESENT -> member.arrive(SignedHow.LIST, sitting.getBegunAt());
        }
        return member;
    }

    /** What a row says, by which it is known again. */
    private static Map<String, String> values(Row row) {
        Map<String, String> values = new HashMap<>();
        values.put(CAPACITY.name(), row.capacity().name());
        values.put(STATUS.name(), row.status().name());
        AbsenceReason reason = row.reason();
        if (reason != null) {
            values.put(REMARK.name(), reason.name());
        }
        return values;
    }

    private static Map<String, String> values(Attendance one) {
        Map<String, String> values = new HashMap<>();
        values.put(CAPACITY.name(), one.getCapacity().name());
        values.put(STATUS.name(), one.getStatus().name());
        AbsenceReason reason = one.getReason();
        if (reason != null) {
            values.put(REMARK.name(), reason.name());
        }
        return values;
    }

    /** Who was there stays as it is; where a sheet says something else of somebody, that is shown. */
    private void compare(
            Resolved one,
            List<Attendance> known,
            Map<Long, Map<String, String>> last,
            SheetReport report,
            ImportContext context) {
        Row row = one.row();
        report.unchanged();
        List<Attendance> his = known.stream()
                .filter(record -> one.person() == null
                        ? record.isGuest()
                                && guest(record.getName(), record.getUnit()).equals(key(one))
                        : Long.valueOf(one.person().memberId()).equals(record.getMemberId()))
                .toList();
        Map<String, String> file = values(row);
        boolean same =
                his.stream().anyMatch(record -> file.equals(values(record)) || file.equals(last.get(record.getId())));
        if (same) {
            return;
        }
        boolean office = context.scope().role() == Role.PARTY_OFFICE;
        String before = his.isEmpty()
                ? null
                : his.stream()
                        .filter(Attendance::isPresent)
                        .findFirst()
                        .map(this::words)
                        .orElseGet(() -> words(his.get(0)));
        String after = words(row.capacity(), row.status(), row.reason());
        report.change(new SheetReport.Change(
                row.record().row(), office ? null : row.name(), STATUS.name(), office ? null : before, after, true));
    }

    private String words(Attendance record) {
        return words(record.getCapacity(), record.getStatus(), record.getReason());
    }

    private String words(AttendanceCapacity capacity, AttendanceStatus status, @Nullable AbsenceReason reason) {
        String words = labels.of(capacity) + "，" + labels.of(status);
        return reason == null ? words : words + "，" + labels.of(reason);
    }

    @Override
    public void undo(List<ImportRecord> records, ImportContext context) {
        Collection<Attendance> made = ImportRecord.untouched(
                        records, attendance::findByIds, Attendance::getId, Attendance::getVersion)
                .values();
        List<HeldMeeting> of = meetings.findByIds(
                sittings.findByIds(made.stream().map(Attendance::getSittingId).collect(Collectors.toSet())).stream()
                        .map(Sitting::getMeetingId)
                        .collect(Collectors.toSet()));
        if (of.stream().anyMatch(meeting -> meeting.getPhase() != MeetingPhase.RECORD_SIGNED)) {
            throw ImportRecord.changed();
        }
        made.forEach(attendance::delete);
        shared.recount(of);
        audit.record(SittingImportAction.ATTENDANCE_IMPORT_UNDONE, "OrgUnit", context.unitId(), null);
    }
}
