package org.orglife.sitting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.ImportTasks;
import org.orglife.organisation.PeopleByName;
import org.orglife.sitting.ImportedSittings.Known;
import org.orglife.sitting.ImportedSittings.OfWorkbook;

/** Finds the meeting that each row of 参会人员 belongs to, and whom it names; what is wrong with that is noted in it. */
final class AttendeeLookup {

    private final ImportTasks.Sheet sheet;
    private final OfWorkbook workbook;
    private final Map<Long, Known> meetings;
    private final ImportRoll roll;
    private final PeopleByName names;

    /** @param meetings by branch, those of the same workbook among them */
    AttendeeLookup(ImportTasks.Sheet sheet, OfWorkbook workbook, Map<Long, Known> meetings, ImportRoll roll) {
        this.sheet = sheet;
        this.workbook = workbook;
        this.meetings = meetings;
        this.roll = roll;
        this.names = sheet.people();
    }

    /** Those who are clear; nobody is named twice at one meeting unless that is noted in the second row. */
    List<Attendee> find(List<AttendanceRow> rows) {
        List<Attendee> found = new ArrayList<>();
        for (AttendanceRow row : rows) {
            Attendee attendee = find(row);
            if (attendee != null) {
                found.add(attendee);
            }
        }
        refuseTwice(found);
        return found;
    }

    private @Nullable Attendee find(AttendanceRow row) {
        Known meeting = meetings.get(row.branch().getId());
        if (!sheet.reaches(row.branch())) {
            return null;
        }
        if (meeting == null) {
            // a meeting that is wrong in its own sheet is complained of there
            if (!workbook.isNamed(row.branch())) {
                row.record().problem(ImportTasks.BRANCH, "sitting.import.no-meeting");
            }
            return null;
        }
        return row.isGuest() ? guest(row, meeting) : member(row, meeting);
    }

    private Attendee guest(AttendanceRow row, Known meeting) {
        if (roll.isMember(row.branch().getId(), row.name(), meeting.meeting().getHeldOn())) {
            row.record().warn(AttendanceColumns.CAPACITY, "sitting.import.guest-is-member");
        }
        return new Attendee(row, meeting, null);
    }

    private @Nullable Attendee member(AttendanceRow row, Known meeting) {
        long branch = row.branch().getId();
        LocalDate day = meeting.meeting().getHeldOn();
        Long member = names.named(row.record(), AttendanceColumns.NAME, branch, row.name(), day);
        if (member == null) {
            return null;
        }
        Optional<ExpectedPerson> person = roll.person(branch, member, day);
        if (person.isEmpty()) {
            row.record().problem(AttendanceColumns.NAME, "sitting.import.not-then");
        }
        return person.map(then -> new Attendee(row, meeting, then)).orElse(null);
    }

    private static void refuseTwice(List<Attendee> found) {
        Map<String, Integer> seen = new HashMap<>();
        for (Attendee one : found) {
            AttendanceRow row = one.row();
            Integer before = seen.putIfAbsent(
                    row.branch().getId() + "|" + one.key(), row.record().row());
            if (before != null) {
                row.record().problem(AttendanceColumns.NAME, "sitting.import.person-twice", before.toString());
            }
        }
    }
}
