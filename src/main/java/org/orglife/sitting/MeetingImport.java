package org.orglife.sitting;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditAction;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchRowImport;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.ImportCampaign;
import org.orglife.campaign.ImportTasks;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.TemplateColumn;
import org.orglife.imports.ImportContext;
import org.orglife.imports.ImportRecord;
import org.orglife.imports.SheetReport;
import org.orglife.meeting.ImportedMeetings;
import org.orglife.meeting.MeetingForm;
import org.orglife.meeting.OrgLifeMeeting;
import org.orglife.organisation.Member;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.PeopleByName;
import org.orglife.sitting.ImportedSittings.Known;
import org.springframework.stereotype.Component;

/**
 * Takes the sheet 会议: one meeting that is over for each branch. Who was there comes with the sheet 参会人员; numbers
 * typed here are compared with it and never taken.
 */
@Component
class MeetingImport extends BranchRowImport<MeetingRow, List<MeetingImport.Resolved>> {

    private static final String MEETING = "HeldMeeting";
    private static final String BEGUN = "OrgLifeMeeting";

    private final ImportedSittings shared;
    private final ImportedMeetings begun;
    private final HeldMeetingRepository meetings;
    private final SittingRepository sittings;
    private final AttendanceRepository attendance;
    private final EntityManager entities;
    private final Clock clock;

    MeetingImport(
            ImportCampaign campaign,
            ImportTasks tasks,
            ImportedSittings shared,
            ImportedMeetings begun,
            HeldMeetingRepository meetings,
            SittingRepository sittings,
            AttendanceRepository attendance,
            AuditTrail audit,
            EntityManager entities,
            Clock clock) {
        super(campaign, tasks, audit);
        this.shared = shared;
        this.begun = begun;
        this.meetings = meetings;
        this.sittings = sittings;
        this.attendance = attendance;
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public String sheetName() {
        return MeetingColumns.SHEET;
    }

    /** Behind the ledger, so that it is taken back before the campaign that came with it. */
    @Override
    public int order() {
        return 62;
    }

    @Override
    public List<String> objectTypes() {
        return List.of(MEETING, BEGUN);
    }

    @Override
    public List<TemplateColumn> templateColumns() {
        return MeetingColumns.template();
    }

    /**
     * A row with the people it names.
     *
     * @param committee filled seats of the branch's committee on that day
     */
    record Resolved(MeetingRow row, long chair, @Nullable Long recorder, int committee) {}

    @Override
    protected @Nullable MeetingRow read(ExcelRecord record, ImportTasks.Sheet sheet) {
        ImportContext context = sheet.context();
        OrgUnit branch = sheet.branch(record);
        if (branch != null && !shared.ofWorkbook(context).names(branch)) {
            record.problem(ImportTasks.BRANCH, "sitting.import.meeting-twice");
        }
        return MeetingRow.read(record, branch, context.today(), clock);
    }

    @Override
    protected List<Resolved> resolve(List<MeetingRow> rows, ImportTasks.Sheet sheet) {
        PeopleByName names = sheet.people();
        ImportRoll roll = shared.roll(sheet);
        List<Resolved> resolved = new ArrayList<>();
        for (MeetingRow row : rows) {
            Long chair = find(row, MeetingColumns.CHAIR, row.chair(), names, roll);
            Long recorder =
                    row.recorder() == null ? null : find(row, MeetingColumns.RECORDER, row.recorder(), names, roll);
            if (chair != null) {
                int committee = roll.committeeSize(row.branch().getId(), row.day());
                resolved.add(new Resolved(row, chair, recorder, committee));
            }
        }
        return resolved;
    }

    private static @Nullable Long find(
            MeetingRow row, ExcelColumn column, String name, PeopleByName names, ImportRoll roll) {
        long branch = row.branch().getId();
        Long member = names.named(row.record(), column, branch, name, row.day());
        if (member != null && roll.person(branch, member, row.day()).isEmpty()) {
            row.record().problem(column, "sitting.import.not-then");
            return null;
        }
        return member;
    }

    @Override
    protected void write(List<Resolved> resolved, ImportTasks.Sheet sheet, SheetReport report) {
        ImportContext context = sheet.context();
        Map<Long, Known> known = shared.known(sheet.known());
        MeetingComparison comparison = new MeetingComparison(clock.getZone(), report);
        boolean attended = context.brings(AttendanceColumns.SHEET);
        List<OrgLifeMeeting> fresh = new ArrayList<>();
        List<HeldMeeting> made = new ArrayList<>();
        for (Resolved one : resolved) {
            Known there = known.get(one.row().branch().getId());
            if (there != null) {
                comparison.compare(one.row(), there.meeting());
                continue;
            }
            report.created();
            if (!attended) {
                one.row().record().warn(ImportTasks.BRANCH, "sitting.import.nobody-listed");
            }
            if (context.isKept()) {
                made.add(make(one, sheet, fresh));
            }
        }
        entities.flush();
        fresh.forEach(meeting -> context.created(BEGUN, meeting.getId(), Map.of(), meeting.getVersion()));
        made.forEach(meeting -> context.created(MEETING, meeting.getId(), Map.of(), meeting.getVersion()));
        context.reached(made.size());
    }

    /** @param fresh gets the meeting of the branch, unless it was begun here before */
    private HeldMeeting make(Resolved one, ImportTasks.Sheet sheet, List<OrgLifeMeeting> fresh) {
        MeetingRow row = one.row();
        BranchTask task = sheet.backfill(row.branch());
        boolean isNew = begun.find(task).isEmpty();
        OrgLifeMeeting meeting = begun.begin(task);
        if (isNew) {
            fresh.add(meeting);
        }
        HeldMeeting held = meetings.save(HeldMeeting.imported(
                meeting,
                row.day(),
                row.startedAt(clock.getZone()),
                row.endedAt(clock.getZone()),
                row.place(),
                entities.getReference(Member.class, one.chair()),
                one.recorder() == null ? null : entities.getReference(Member.class, one.recorder()),
                one.committee(),
                sheet.context().today(),
                row.source()));
        Sitting sitting = new Sitting(held, 1, null, row.day(), row.startedAt(clock.getZone()));
        sitting.end(row.endedAt(clock.getZone()));
        boolean committeeOnly = meeting.getForm() == MeetingForm.COMMITTEE;
        shared.ofWorkbook(sheet.context())
                .makes(row.branch(), new Known(held, List.of(sittings.save(sitting)), committeeOnly, row));
        return held;
    }

    @Override
    protected Collection<Long> takeBack(List<ImportRecord> records) {
        Map<String, List<ImportRecord>> byType = records.stream().collect(Collectors.groupingBy(ImportRecord::type));
        Collection<HeldMeeting> made = ImportRecord.untouched(
                        byType.getOrDefault(MEETING, List.of()),
                        meetings::findByIds,
                        HeldMeeting::getId,
                        HeldMeeting::getVersion)
                .values();
        if (!made.isEmpty()) {
            remove(made);
        }
        for (ImportRecord record : byType.getOrDefault(BEGUN, List.of())) {
            if (!begun.discard(record.id(), record.versionAfter())) {
                throw ImportRecord.changed();
            }
        }
        return made.stream().map(HeldMeeting::getTaskId).toList();
    }

    /** With their sittings, as long as nobody is on their lists and nothing else hangs on them. */
    private void remove(Collection<HeldMeeting> made) {
        List<Sitting> ofThem =
                sittings.ofAll(made.stream().map(HeldMeeting::getId).toList());
        List<Long> ids = ofThem.stream().map(Sitting::getId).toList();
        if (!ids.isEmpty() && !attendance.ofAll(ids).isEmpty()) {
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
    }

    @Override
    protected AuditAction imported() {
        return SittingImportAction.MEETINGS_IMPORTED;
    }

    @Override
    protected AuditAction undone() {
        return SittingImportAction.MEETING_IMPORT_UNDONE;
    }
}
