package org.orglife.sitting;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditAction;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchRowImport;
import org.orglife.campaign.ImportCampaign;
import org.orglife.campaign.ImportTasks;
import org.orglife.excel.CellProblem;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.ExcelTableData;
import org.orglife.excel.TemplateColumn;
import org.orglife.imports.ImportContext;
import org.orglife.imports.ImportRecord;
import org.orglife.imports.SheetReport;
import org.orglife.shared.Labels;
import org.orglife.shared.Role;
import org.orglife.sitting.ImportedSittings.Known;
import org.orglife.sitting.ImportedSittings.OfWorkbook;
import org.springframework.stereotype.Component;

/**
 * Takes the sheet 参会人员: one person a row, at the meeting of his branch in the same workbook or at one that is there
 * already. Whoever was expected on that day and stands in no row counts as absent: such sheets often name only those who
 * came.
 */
@Component
class AttendanceImport extends BranchRowImport<AttendanceRow, List<AttendanceList>> {

    private static final String ATTENDANCE = "Attendance";

    private final ImportedSittings shared;
    private final HeldMeetingRepository meetings;
    private final SittingRepository sittings;
    private final AttendanceRepository attendance;
    private final Labels labels;
    private final EntityManager entities;

    AttendanceImport(
            ImportCampaign campaign,
            ImportTasks tasks,
            ImportedSittings shared,
            HeldMeetingRepository meetings,
            SittingRepository sittings,
            AttendanceRepository attendance,
            AuditTrail audit,
            Labels labels,
            EntityManager entities) {
        super(campaign, tasks, audit);
        this.shared = shared;
        this.meetings = meetings;
        this.sittings = sittings;
        this.attendance = attendance;
        this.labels = labels;
        this.entities = entities;
    }

    @Override
    public String sheetName() {
        return AttendanceColumns.SHEET;
    }

    /** Behind the meetings. */
    @Override
    public int order() {
        return 64;
    }

    @Override
    public List<String> objectTypes() {
        return List.of(ATTENDANCE);
    }

    @Override
    public List<TemplateColumn> templateColumns() {
        return AttendanceColumns.template();
    }

    /** The numbers typed with the meetings can be compared only now: what is unusual in their rows is told here. */
    @Override
    public SheetReport apply(ExcelTableData table, ImportContext context) {
        SheetReport report = super.apply(table, context);
        for (Known meeting : shared.ofWorkbook(context).made().values()) {
            if (meeting.row() != null) {
                report.warnings(meeting.row().record().warnings());
            }
        }
        return report;
    }

    @Override
    protected @Nullable AttendanceRow read(ExcelRecord record, ImportTasks.Sheet sheet) {
        return AttendanceRow.read(record, sheet.branch(record));
    }

    @Override
    protected List<AttendanceList> resolve(List<AttendanceRow> rows, ImportTasks.Sheet sheet) {
        OfWorkbook workbook = shared.ofWorkbook(sheet.context());
        Set<Long> listed = sheet.branches();
        workbook.made().forEach((branch, meeting) -> {
            if (meeting.row() != null && !listed.contains(branch)) {
                meeting.row().record().warn(ImportTasks.BRANCH, "sitting.import.nobody-listed");
            }
        });
        Map<Long, Known> known = shared.known(sheet.known());
        known.putAll(workbook.made());
        ImportRoll roll = shared.roll(sheet);
        return AttendanceList.of(new AttendeeLookup(sheet, workbook, known, roll).find(rows), roll);
    }

    /** An office sees that something is wrong with a remark, not why somebody was absent. */
    @Override
    protected boolean isForOffice(CellProblem problem) {
        return !AttendanceColumns.REMARK.name().equals(problem.column());
    }

    /** Only a meeting that came with a workbook and has no list yet gets one. */
    @Override
    protected void write(List<AttendanceList> lists, ImportTasks.Sheet sheet, SheetReport report) {
        ImportContext context = sheet.context();
        boolean nameless = context.scope().role() == Role.PARTY_OFFICE;
        Map<Long, List<Attendance>> there = there(lists);
        AttendanceComparison comparison =
                new AttendanceComparison(lastImported(there, context), labels, nameless, report);
        Map<Attendance, Map<String, String>> made = new LinkedHashMap<>();
        for (AttendanceList list : lists) {
            HeldMeeting meeting = list.meeting().meeting();
            List<Attendance> known = there.getOrDefault(meeting.getId(), List.of());
            if (!known.isEmpty() || meeting.getSource() == null) {
                list.named().forEach(one -> comparison.compare(one, known));
                continue;
            }
            if (list.meeting().row() == null) {
                sheet.backfill(list.named().get(0).row().branch());
            }
            list.remark(nameless);
            list.named().forEach(one -> report.created());
            made.putAll(list.enter());
        }
        if (context.isKept()) {
            made.keySet().forEach(attendance::save);
            entities.flush();
            made.forEach((one, said) -> context.created(ATTENDANCE, one.getId(), said, one.getVersion()));
            context.reached(made.size());
        }
    }

    private Map<Long, List<Attendance>> there(List<AttendanceList> lists) {
        Map<Long, Long> meetingOf = new HashMap<>();
        lists.forEach(list ->
                list.meeting().sittings().forEach(sitting -> meetingOf.put(sitting.getId(), sitting.getMeetingId())));
        return meetingOf.isEmpty()
                ? Map.of()
                : attendance.ofAll(meetingOf.keySet()).stream()
                        .collect(Collectors.groupingBy(one -> meetingOf.getOrDefault(one.getSittingId(), 0L)));
    }

    private static Map<Long, Map<String, String>> lastImported(
            Map<Long, List<Attendance>> there, ImportContext context) {
        return context.lastImported(
                ATTENDANCE,
                there.values().stream()
                        .flatMap(List::stream)
                        .map(Attendance::getId)
                        .toList());
    }

    @Override
    protected Collection<Long> takeBack(List<ImportRecord> records) {
        Collection<Attendance> made = ImportRecord.untouched(
                        records, attendance::findByIds, Attendance::getId, Attendance::getVersion)
                .values();
        Set<Long> at = made.stream().map(Attendance::getSittingId).collect(Collectors.toSet());
        List<HeldMeeting> of = meetings.findByIds(
                sittings.findByIds(at).stream().map(Sitting::getMeetingId).collect(Collectors.toSet()));
        if (of.stream().anyMatch(meeting -> meeting.getPhase() != MeetingPhase.RECORD_SIGNED)) {
            throw ImportRecord.changed();
        }
        made.forEach(attendance::delete);
        return of.stream().map(HeldMeeting::getTaskId).toList();
    }

    @Override
    protected AuditAction imported() {
        return SittingImportAction.ATTENDANCE_IMPORTED;
    }

    @Override
    protected AuditAction undone() {
        return SittingImportAction.ATTENDANCE_IMPORT_UNDONE;
    }
}
