package org.orglife.sitting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.imports.SheetReport;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.shared.Labels;

/** Who was at a meeting stays as it is; where a sheet says something else of somebody, that is shown. */
final class AttendanceComparison {

    private final Map<Long, Map<String, String>> last;
    private final Labels labels;
    private final boolean nameless;
    private final SheetReport report;

    /**
     * @param last what the last import said of the lines that are there
     * @param nameless whether names, and what is known of them, are not for whoever reads it
     */
    AttendanceComparison(Map<Long, Map<String, String>> last, Labels labels, boolean nameless, SheetReport report) {
        this.last = last;
        this.labels = labels;
        this.nameless = nameless;
        this.report = report;
    }

    /** Compares a row with the list that is there: with all sittings of the meeting. */
    void compare(Attendee one, List<Attendance> list) {
        report.unchanged();
        List<Attendance> his = list.stream().filter(one::isIn).toList();
        Map<String, String> file = one.row().values();
        boolean same = his.stream()
                .anyMatch(line -> file.equals(AttendanceRow.values(line)) || file.equals(last.get(line.getId())));
        if (!same) {
            AttendanceRow row = one.row();
            report.change(new SheetReport.Change(
                    row.record().row(),
                    nameless ? null : row.name(),
                    AttendanceColumns.STATUS.name(),
                    nameless ? null : before(his),
                    words(row.capacity(), row.status(), row.reason()),
                    true));
        }
    }

    /** Whoever was at one sitting was there; null for whoever is on no list. */
    private @Nullable String before(List<Attendance> his) {
        return his.stream()
                .filter(Attendance::isPresent)
                .findFirst()
                .or(() -> his.stream().findFirst())
                .map(line -> words(line.getCapacity(), line.getStatus(), line.getReason()))
                .orElse(null);
    }

    private String words(AttendanceCapacity capacity, AttendanceStatus status, @Nullable AbsenceReason reason) {
        String words = labels.of(capacity) + "，" + labels.of(status);
        return reason == null ? words : words + "，" + labels.of(reason);
    }
}
