package org.orglife.sitting;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.ImportCampaign;
import org.orglife.campaign.ImportTasks;
import org.orglife.excel.DateKind;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.ExcelTableData;
import org.orglife.excel.TemplateColumn;
import org.orglife.imports.ImportContext;
import org.orglife.imports.ImportQuestion;
import org.orglife.imports.ImportRecord;
import org.orglife.imports.SheetImport;
import org.orglife.imports.SheetReport;
import org.orglife.meeting.ImportedMeetings;
import org.orglife.meeting.MeetingForm;
import org.orglife.meeting.OrgLifeMeeting;
import org.orglife.organisation.Member;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PeopleByName;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Role;
import org.orglife.sitting.ImportedSittings.Known;
import org.springframework.stereotype.Component;

/**
 * Takes the sheet 会议: one meeting that is over for each branch. Who was there comes with the sheet 参会人员; numbers
 * typed here are compared with it and never taken.
 */
@Component
class MeetingImport implements SheetImport {

    static final ExcelColumn BRANCH = ImportTasks.BRANCH;
    static final ExcelColumn DAY = ExcelColumn.required("会议日期").alsoCalled("日期", "召开日期", "会议时间");
    static final ExcelColumn START = ExcelColumn.required("开始时间").alsoCalled("开始");
    static final ExcelColumn END = ExcelColumn.required("结束时间").alsoCalled("结束", "散会时间");
    static final ExcelColumn PLACE = ExcelColumn.required("地点").alsoCalled("会议地点");
    static final ExcelColumn CHAIR = ExcelColumn.required("主持人").alsoCalled("主持");
    static final ExcelColumn RECORDER = ExcelColumn.optional("记录人").alsoCalled("记录");
    static final ExcelColumn EXPECTED = ExcelColumn.optional("应到").alsoCalled("应到人数", "应到党员");
    static final ExcelColumn PRESENT = ExcelColumn.optional("实到").alsoCalled("实到人数", "实到党员");

    static final String SHEET = "会议";
    static final String MEETING = "HeldMeeting";
    private static final String BEGUN = "OrgLifeMeeting";
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_PLACE = 60;
    private static final int MOST_PEOPLE = 10_000;

    /** A meeting that begins before midnight and ends after it lasts no longer than this. */
    private static final Duration LONGEST_NIGHT = Duration.ofHours(6);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final ImportCampaign campaign;
    private final ImportedSittings shared;
    private final ImportedMeetings begun;
    private final HeldMeetingRepository meetings;
    private final SittingRepository sittings;
    private final AttendanceRepository attendance;
    private final AuditTrail audit;
    private final EntityManager entities;
    private final Clock clock;

    MeetingImport(
            ImportCampaign campaign,
            ImportedSittings shared,
            ImportedMeetings begun,
            HeldMeetingRepository meetings,
            SittingRepository sittings,
            AttendanceRepository attendance,
            AuditTrail audit,
            EntityManager entities,
            Clock clock) {
        this.campaign = campaign;
        this.shared = shared;
        this.begun = begun;
        this.meetings = meetings;
        this.sittings = sittings;
        this.attendance = attendance;
        this.audit = audit;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public String sheetName() {
        return SHEET;
    }

    @Override
    public String templateName() {
        return "ledger";
    }

    /** Behind the ledger, so that it is taken back before the campaign that came with it. */
    @Override
    public int order() {
        return 62;
    }

    @Override
    public boolean isOpenTo(Role role) {
        return role == Role.PARTY_OFFICE || role.leadsBranch();
    }

    @Override
    public List<String> objectTypes() {
        return List.of(MEETING, BEGUN);
    }

    @Override
    public List<TemplateColumn> templateColumns() {
        return List.of(
                TemplateColumn.text(BRANCH, 22).hint("党支部全称，一个支部一行").example("呼吸内科党支部"),
                TemplateColumn.date(DAY, 14).example("2023-08-15"),
                TemplateColumn.text(START, 10).hint("24 小时制").example("14:30"),
                TemplateColumn.text(END, 10).hint("开过半夜的写第二天的时间").example("17:10"),
                TemplateColumn.text(PLACE, 22).example("呼吸内科会议室"),
                TemplateColumn.text(CHAIR, 10).hint("本支部党员姓名").example("于光燕"),
                TemplateColumn.text(RECORDER, 10).hint("本支部党员姓名，可不填").example("余庆清"),
                TemplateColumn.text(EXPECTED, 8).hint("可不填，系统按名册和参会人员算"),
                TemplateColumn.text(PRESENT, 8).hint("可不填，系统按参会人员算"));
    }

    @Override
    public Optional<ImportQuestion> question(Map<String, String> choices, String fileName, BranchScope scope) {
        return campaign.question(choices, fileName, scope);
    }

    /** A row as it is written. */
    record Row(
            ExcelRecord record,
            OrgUnit branch,
            LocalDate day,
            LocalTime start,
            LocalTime end,
            String place,
            String chair,
            @Nullable String recorder,
            @Nullable Integer expected,
            @Nullable Integer present) {

        /** All of it but the numbers, to know it again. */
        String source() {
            return String.join(
                    "\n",
                    day.toString(),
                    CLOCK.format(start),
                    CLOCK.format(end),
                    place,
                    chair,
                    recorder == null ? "" : recorder);
        }

        /** Whether it went on past midnight. */
        boolean endsNextDay() {
            return !end.isAfter(start);
        }

        Duration length() {
            Duration between = Duration.between(start, end);
            return endsNextDay() ? between.plusDays(1) : between;
        }
    }

    /** A row with the people it names. */
    private record Resolved(Row row, long chair, @Nullable Long recorder) {}

    @Override
    public SheetReport apply(ExcelTableData table, ImportContext context) {
        SheetReport report = new SheetReport(sheetName());
        Campaign into = campaign.choose(context);
        ImportTasks.Sheet sheet = shared.sheet(into, context);
        Set<Long> seen = new HashSet<>();
        List<Row> rows = new ArrayList<>();
        for (ExcelRecord record : table.records()) {
            report.row();
            OrgUnit branch = sheet.branch(record);
            if (branch != null) {
                shared.ofWorkbook(context).names(branch);
                if (!seen.add(branch.getId())) {
                    record.problem(BRANCH, "sitting.import.meeting-twice");
                }
            }
            Row row = read(record, branch, context.today());
            if (row != null) {
                rows.add(row);
            }
        }
        sheet.find(rows.stream().map(Row::branch).toList());
        Set<Long> branches = rows.stream().map(row -> row.branch().getId()).collect(Collectors.toSet());
        PeopleByName names = sheet.people();
        ImportRoll roll = shared.roll(branches, sheet);
        List<Resolved> resolved = new ArrayList<>();
        for (Row row : rows) {
            if (!sheet.reaches(row.branch())) {
                row.record().problem(BRANCH, "campaign.import.not-reached");
            }
            Long chair = find(row, CHAIR, row.chair(), names, roll);
            Long recorder = row.recorder() == null ? null : find(row, RECORDER, row.recorder(), names, roll);
            if (chair != null) {
                resolved.add(new Resolved(row, chair, recorder));
            }
        }
        table.records().forEach(record -> report.problems(record.problems()));
        if (!report.hasProblems()) {
            write(resolved, roll, sheet, report, context);
            audit.record(SittingImportAction.MEETINGS_IMPORTED, ImportCampaign.TYPE, into.getId(), into.getTitle());
        }
        table.records().forEach(record -> report.warnings(record.warnings()));
        return report;
    }

    private @Nullable Row read(ExcelRecord record, @Nullable OrgUnit branch, LocalDate today) {
        LocalDate day = record.date(DAY, DateKind.DAY);
        if (day != null && day.isAfter(today)) {
            record.problem(DAY, "sitting.import.future");
        }
        LocalTime start = record.time(START);
        LocalTime end = record.time(END);
        String place = record.text(PLACE, LONGEST_PLACE);
        String chair = record.name(CHAIR, LONGEST_NAME);
        String recorder = record.name(RECORDER, LONGEST_NAME);
        Integer expected = record.integer(EXPECTED, 0, MOST_PEOPLE);
        Integer present = record.integer(PRESENT, 0, MOST_PEOPLE);
        if (branch == null || day == null || start == null || end == null || place == null || chair == null) {
            return null;
        }
        Row row = new Row(record, branch, day, start, end, place, chair, recorder, expected, present);
        if (row.endsNextDay() && row.length().compareTo(LONGEST_NIGHT) > 0) {
            record.problem(END, "sitting.import.backwards");
        } else if (!day.isAfter(today) && ended(row).isAfter(clock.instant())) {
            record.problem(END, "sitting.import.not-over");
        }
        return row;
    }

    private Instant started(Row row) {
        return row.day().atTime(row.start()).atZone(clock.getZone()).toInstant();
    }

    private Instant ended(Row row) {
        return started(row).plus(row.length());
    }

    private static @Nullable Long find(Row row, ExcelColumn column, String name, PeopleByName names, ImportRoll roll) {
        long branch = row.branch().getId();
        Long member = names.named(row.record(), column, branch, name, row.day());
        if (member == null) {
            return null;
        }
        if (roll.person(branch, member, row.day()).isEmpty()) {
            row.record().problem(column, "sitting.import.not-then");
            return null;
        }
        return member;
    }

    private void write(
            List<Resolved> resolved,
            ImportRoll roll,
            ImportTasks.Sheet sheet,
            SheetReport report,
            ImportContext context) {
        Map<Long, Known> known = shared.known(sheet.known());
        Map<Long, OrgLifeMeeting> fresh = new HashMap<>();
        List<HeldMeeting> made = new ArrayList<>();
        boolean attended = context.brings(AttendanceImport.SHEET);
        for (Resolved one : resolved) {
            Row row = one.row();
            Known there = known.get(row.branch().getId());
            if (there != null) {
                report.unchanged();
                compare(row, there.meeting(), report);
                continue;
            }
            report.created();
            if (!attended) {
                row.record().warn(BRANCH, "sitting.import.nobody-listed");
            }
            if (context.isKept()) {
                made.add(make(one, roll, sheet, fresh, context));
            }
        }
        entities.flush();
        fresh.values().forEach(meeting -> context.created(BEGUN, meeting.getId(), Map.of(), meeting.getVersion()));
        made.forEach(meeting -> context.created(MEETING, meeting.getId(), Map.of(), meeting.getVersion()));
        context.reached(made.size());
    }

    private HeldMeeting make(
            Resolved one,
            ImportRoll roll,
            ImportTasks.Sheet sheet,
            Map<Long, OrgLifeMeeting> fresh,
            ImportContext context) {
        Row row = one.row();
        BranchTask task = sheet.backfill(row.branch());
        boolean isNew = begun.find(task).isEmpty();
        OrgLifeMeeting meeting = begun.begin(task);
        if (isNew) {
            fresh.put(row.branch().getId(), meeting);
        }
        HeldMeeting held = meetings.save(HeldMeeting.imported(
                meeting,
                row.day(),
                started(row),
                ended(row),
                row.place(),
                entities.getReference(Member.class, one.chair()),
                one.recorder() == null ? null : entities.getReference(Member.class, one.recorder()),
                roll.committeeSize(row.branch().getId(), row.day()),
                context.today(),
                row.source()));
        Sitting sitting = new Sitting(held, 1, null, row.day(), started(row));
        sitting.end(ended(row));
        boolean committeeOnly = meeting.getForm() == MeetingForm.COMMITTEE;
        shared.ofWorkbook(context)
                .makes(row.branch(), new Known(held, List.of(sittings.save(sitting)), committeeOnly, row));
        return held;
    }

    /** A meeting that is there stays as it is; where a sheet says something else of it, that is shown. */
    private void compare(Row row, HeldMeeting meeting, SheetReport report) {
        if (row.source().equals(meeting.getSource())) {
            return;
        }
        String label = row.branch().getName();
        Member recorder = meeting.getRecorder();
        differ(row, label, DAY, meeting.getHeldOn().toString(), row.day().toString(), report);
        differ(row, label, START, time(meeting.getStartedAt()), CLOCK.format(row.start()), report);
        differ(row, label, END, time(meeting.getEndedAt()), CLOCK.format(row.end()), report);
        differ(row, label, PLACE, meeting.getPlace(), row.place(), report);
        differ(row, label, CHAIR, meeting.getChair().getName(), row.chair(), report);
        if (row.recorder() != null) {
            differ(row, label, RECORDER, recorder == null ? "" : recorder.getName(), row.recorder(), report);
        }
    }

    private String time(@Nullable Instant moment) {
        return moment == null ? "" : CLOCK.format(moment.atZone(clock.getZone()));
    }

    private static void differ(
            Row row, String label, ExcelColumn column, String before, String after, SheetReport report) {
        if (!before.equals(after)) {
            report.change(new SheetReport.Change(row.record().row(), label, column.name(), before, after, true));
        }
    }

    @Override
    public void undo(List<ImportRecord> records, ImportContext context) {
        Map<String, List<ImportRecord>> byType = records.stream().collect(Collectors.groupingBy(ImportRecord::type));
        Collection<HeldMeeting> made = ImportRecord.untouched(
                        byType.getOrDefault(MEETING, List.of()),
                        meetings::findByIds,
                        HeldMeeting::getId,
                        HeldMeeting::getVersion)
                .values();
        List<Sitting> ofThem = made.isEmpty()
                ? List.of()
                : sittings.ofAll(made.stream().map(HeldMeeting::getId).toList());
        if (!ofThem.isEmpty()
                && !attendance
                        .ofAll(ofThem.stream().map(Sitting::getId).toList())
                        .isEmpty()) {
            // somebody has been added here, or came with another workbook
            throw ImportRecord.changed();
        }
        ofThem.forEach(sittings::delete);
        try {
            entities.flush();
            made.forEach(meetings::delete);
            entities.flush();
        } catch (ConstraintViolationException inUse) {
            throw ImportRecord.changed();
        }
        for (ImportRecord record : byType.getOrDefault(BEGUN, List.of())) {
            if (!begun.discard(record.id(), record.versionAfter())) {
                throw ImportRecord.changed();
            }
        }
        shared.recount(made);
        audit.record(SittingImportAction.MEETING_IMPORT_UNDONE, "OrgUnit", context.unitId(), null);
    }
}
