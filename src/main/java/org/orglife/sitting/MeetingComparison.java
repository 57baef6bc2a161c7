package org.orglife.sitting;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.ExcelColumn;
import org.orglife.imports.SheetReport;
import org.orglife.organisation.Member;

/** A meeting that is there stays as it is; where a sheet says something else of it, that is shown. */
final class MeetingComparison {

    private final ZoneId zone;
    private final SheetReport report;

    MeetingComparison(ZoneId zone, SheetReport report) {
        this.zone = zone;
        this.report = report;
    }

    /** The row that a meeting came with says nothing new of it, whatever has been corrected here since. */
    void compare(MeetingRow row, HeldMeeting meeting) {
        report.unchanged();
        if (row.source().equals(meeting.getSource())) {
            return;
        }
        differ(
                row,
                MeetingColumns.DAY,
                meeting.getHeldOn().toString(),
                row.day().toString());
        differ(row, MeetingColumns.START, time(meeting.getStartedAt()), MeetingRow.CLOCK.format(row.start()));
        differ(row, MeetingColumns.END, time(meeting.getEndedAt()), MeetingRow.CLOCK.format(row.end()));
        differ(row, MeetingColumns.PLACE, meeting.getPlace(), row.place());
        differ(row, MeetingColumns.CHAIR, meeting.getChair().getName(), row.chair());
        if (row.recorder() != null) {
            Member recorder = meeting.getRecorder();
            differ(row, MeetingColumns.RECORDER, recorder == null ? "" : recorder.getName(), row.recorder());
        }
    }

    private String time(@Nullable Instant moment) {
        return moment == null ? "" : MeetingRow.CLOCK.format(moment.atZone(zone));
    }

    private void differ(MeetingRow row, ExcelColumn column, String before, String after) {
        if (!before.equals(after)) {
            int at = row.record().row();
            report.change(new SheetReport.Change(at, row.branch().getName(), column.name(), before, after, true));
        }
    }
}
