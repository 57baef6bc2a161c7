package org.orglife.sitting;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchRow;
import org.orglife.excel.ExcelRecord;
import org.orglife.meeting.AttendanceCapacity;
import org.orglife.organisation.OrgUnit;

/**
 * A row of the sheet 参会人员 as it is written.
 *
 * @param remark why a member was not there, or where a guest comes from
 */
record AttendanceRow(
        ExcelRecord record,
        OrgUnit branch,
        String name,
        AttendanceCapacity capacity,
        AttendanceStatus status,
        @Nullable String remark)
        implements BranchRow {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_UNIT = 60;
    private static final int LONGEST_REMARK = 200;

    /** Words by which a remark gives the reason of a leave; no more of it is kept. */
    private static final Map<String, AbsenceReason> REASONS = new LinkedHashMap<>();

    /** Remarks that say what a guest did, not where he comes from. */
    private static final Set<String> NO_UNITS = Set.of("督导指导", "督导", "指导", "列席", "点评", "联系点", "无");

    static {
        REASONS.put("公出", AbsenceReason.DUTY);
        REASONS.put("出差", AbsenceReason.DUTY);
        REASONS.put("病", AbsenceReason.SICK);
        REASONS.put("事假", AbsenceReason.PERSONAL);
        REASONS.put("有事", AbsenceReason.PERSONAL);
    }

    /** Reads a row; null if something in it is wrong, which the record then knows. */
    static @Nullable AttendanceRow read(ExcelRecord record, @Nullable OrgUnit branch) {
        String name = record.name(AttendanceColumns.NAME, LONGEST_NAME);
        AttendanceCapacity capacity = record.choice(
                AttendanceColumns.CAPACITY, AttendanceColumns.CAPACITIES, AttendanceColumns.CAPACITIES_TOO);
        AttendanceStatus status =
                record.choice(AttendanceColumns.STATUS, AttendanceColumns.STATUSES, AttendanceColumns.STATUSES_TOO);
        boolean guest = capacity != null && capacity.isInvited();
        String remark = record.text(AttendanceColumns.REMARK, guest ? LONGEST_UNIT : LONGEST_REMARK);
        if (guest && status != null && status != AttendanceStatus.PRESENT) {
            record.problem(AttendanceColumns.STATUS, "sitting.import.guest-away");
        }
        if (branch == null || name == null || record.hasProblems()) {
            return null;
        }
        return new AttendanceRow(
                record,
                branch,
                name,
                capacity == null ? AttendanceCapacity.MEMBER : capacity,
                status == null ? AttendanceStatus.PRESENT : status,
                remark);
    }

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

    /** What the row says of whoever it names, by which it is known again. */
    Map<String, String> values() {
        return values(capacity, status, reason());
    }

    /** What a row would say of somebody who is on the list already. */
    static Map<String, String> values(Attendance there) {
        return values(there.getCapacity(), there.getStatus(), there.getReason());
    }

    private static Map<String, String> values(
            AttendanceCapacity capacity, AttendanceStatus status, @Nullable AbsenceReason reason) {
        Map<String, String> values = new HashMap<>();
        values.put(AttendanceColumns.CAPACITY.name(), capacity.name());
        values.put(AttendanceColumns.STATUS.name(), status.name());
        if (reason != null) {
            values.put(AttendanceColumns.REMARK.name(), reason.name());
        }
        return values;
    }
}
