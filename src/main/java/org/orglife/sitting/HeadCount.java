package org.orglife.sitting;

import java.util.Collection;
import java.util.List;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.organisation.MemberKind;

/**
 * Who was expected at a sitting and who is there, in persons. Members only, but for the guests; expected = present +
 * excused + absent + still to come.
 *
 * @param open still to come; 0 once the meeting is over
 * @param probationary of those present
 * @param expectedVoters of those expected, those with a vote (BR-01): full members, not under 留党察看
 * @param presentVoters of these, those present
 * @param committee of those present, those with a seat on the committee
 * @param guests present who are no members of the branch, in whatever capacity
 */
public record HeadCount(
        int expected,
        int present,
        int excused,
        int absent,
        int open,
        int probationary,
        int expectedVoters,
        int presentVoters,
        int committee,
        int guests) {

    /** Counts one sitting. */
    public static HeadCount of(Collection<Attendance> attendance) {
        List<Attendance> members =
                attendance.stream().filter(one -> !one.isGuest()).toList();
        List<Attendance> there = members.stream().filter(Attendance::isPresent).toList();
        return new HeadCount(
                members.size(),
                there.size(),
                count(members, AttendanceStatus.EXCUSED),
                count(members, AttendanceStatus.ABSENT),
                count(members, AttendanceStatus.EXPECTED),
                (int) there.stream()
                        .filter(one -> one.getKind() == MemberKind.PROBATIONARY)
                        .count(),
                (int) members.stream().filter(Attendance::isVotes).count(),
                (int) there.stream().filter(Attendance::isVotes).count(),
                (int) there.stream().filter(one -> one.getSeat() != null).count(),
                (int) attendance.stream()
                        .filter(one -> one.isGuest() && one.isPresent())
                        .count());
    }

    private static int count(List<Attendance> members, AttendanceStatus status) {
        return (int) members.stream().filter(one -> one.getStatus() == status).count();
    }

    /** Those present in a capacity. */
    public static List<Attendance> presentAs(Collection<Attendance> attendance, AttendanceCapacity capacity) {
        return attendance.stream()
                .filter(one -> one.isPresent() && one.getCapacity() == capacity)
                .toList();
    }

    public boolean isExact() {
        return expected == present + excused + absent + open;
    }
}
