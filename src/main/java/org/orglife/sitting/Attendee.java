package org.orglife.sitting;

import org.jspecify.annotations.Nullable;
import org.orglife.sitting.ImportedSittings.Known;

/**
 * Somebody whom a row of 参会人员 names, at the meeting of his branch.
 *
 * @param person null for a guest
 */
record Attendee(AttendanceRow row, Known meeting, @Nullable ExpectedPerson person) {

    /** Two rows of one meeting that have it alike name the same person: a guest is known by his name and unit. */
    String key() {
        return person == null ? guest(row.name(), row.unit()) : String.valueOf(person.memberId());
    }

    private static String guest(String name, @Nullable String unit) {
        return name + "|" + (unit == null ? "" : unit);
    }

    /** Whether a line of the meeting's list is about the same person. */
    boolean isIn(Attendance there) {
        return person == null
                ? there.isGuest() && guest(there.getName(), there.getUnit()).equals(key())
                : Long.valueOf(person.memberId()).equals(there.getMemberId());
    }

    /** A new line of the list of the meeting's first sitting, as the row has it. */
    Attendance enter() {
        Sitting sitting = meeting.sittings().get(0);
        if (person == null) {
            Attendance guest = new Attendance(sitting, row.capacity(), row.name(), row.unit());
            guest.arrive(SignedHow.LIST, sitting.getBegunAt());
            return guest;
        }
        Attendance member = new Attendance(sitting, person);
        member.countAs(row.capacity());
        AbsenceReason reason = row.reason();
        switch (row.status()) {
            case EXCUSED -> member.excuse(reason == null ? AbsenceReason.OTHER : reason);
            case ABSENT -> member.miss(reason);
            case EXPECTED, PRESENT -> member.arrive(SignedHow.LIST, sitting.getBegunAt());
        }
        return member;
    }
}
