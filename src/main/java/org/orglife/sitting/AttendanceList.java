package org.orglife.sitting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.ImportTasks;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelRecord;
import org.orglife.sitting.ImportedSittings.Known;

/**
 * Who was at one meeting by the sheet 参会人员.
 *
 * @param named by its rows; never empty
 * @param missing expected on that day, without a row: they count as absent
 */
record AttendanceList(Known meeting, List<Attendee> named, List<ExpectedPerson> missing) {

    AttendanceList {
        named = List.copyOf(named);
        missing = List.copyOf(missing);
    }

    /** The lists of all meetings that the rows belong to. */
    static List<AttendanceList> of(List<Attendee> attendees, ImportRoll roll) {
        return attendees.stream()
                .collect(Collectors.groupingBy(Attendee::meeting, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(of -> new AttendanceList(of.getKey(), of.getValue(), missing(of.getKey(), of.getValue(), roll)))
                .toList();
    }

    private static List<ExpectedPerson> missing(Known meeting, List<Attendee> attendees, ImportRoll roll) {
        Set<Long> named = members(attendees).map(ExpectedPerson::memberId).collect(Collectors.toSet());
        return roll.expected(meeting.meeting().getBranchId(), meeting.meeting().getHeldOn()).stream()
                .filter(person -> !named.contains(person.memberId()))
                .filter(person -> !meeting.committeeOnly() || person.seat() != null)
                .toList();
    }

    private static Stream<ExpectedPerson> members(List<Attendee> attendees) {
        return attendees.stream().flatMap(one -> Stream.ofNullable(one.person()));
    }

    /** The lines that the list gets, each with what its row says; those without a row say nothing. */
    Map<Attendance, Map<String, String>> enter() {
        Map<Attendance, Map<String, String>> lines = new LinkedHashMap<>();
        named.forEach(one -> lines.put(one.enter(), one.row().values()));
        for (ExpectedPerson person : missing) {
            Attendance absent = new Attendance(meeting.sittings().get(0), person);
            absent.miss(null);
            lines.put(absent, Map.of());
        }
        return lines;
    }

    /**
     * Says who counts as absent, and where the numbers typed with the meeting are others than those of the rows.
     *
     * @param nameless whether names are not for whoever reads it
     */
    void remark(boolean nameless) {
        ExcelRecord first = named.get(0).row().record();
        String count = String.valueOf(missing.size());
        if (!missing.isEmpty() && nameless) {
            first.warn(ImportTasks.BRANCH, "sitting.import.missing", count);
        } else if (!missing.isEmpty()) {
            String names = missing.stream().map(ExpectedPerson::name).collect(Collectors.joining("、"));
            first.warn(ImportTasks.BRANCH, "sitting.import.missing-names", count, names);
        }
        MeetingRow typed = meeting.row();
        if (typed != null) {
            long members = members(named).count();
            long present = named.stream()
                    .filter(one -> one.person() != null && one.row().status() == AttendanceStatus.PRESENT)
                    .count();
            compare(
                    typed,
                    MeetingColumns.EXPECTED,
                    typed.expected(),
                    members + missing.size(),
                    "sitting.import.expected");
            compare(typed, MeetingColumns.PRESENT, typed.present(), present, "sitting.import.present");
        }
    }

    private static void compare(
            MeetingRow row, ExcelColumn column, @Nullable Integer typed, long counted, String code) {
        if (typed != null && typed != counted) {
            row.record().warn(column, code, String.valueOf(counted), String.valueOf(typed));
        }
    }
}
