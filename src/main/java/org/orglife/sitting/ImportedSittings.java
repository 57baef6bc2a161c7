package org.orglife.sitting;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.ImportTasks;
import org.orglife.imports.ImportContext;
import org.orglife.organisation.OrgUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the two sheets of a meeting share: who was in the branches then, and the meetings that are there. */
@Component
class ImportedSittings {

    private static final String SHARED = "sittings of the workbook";

    private final HeldMeetingRepository meetings;
    private final SittingRepository sittings;
    private final JdbcClient jdbc;

    ImportedSittings(HeldMeetingRepository meetings, SittingRepository sittings, JdbcClient jdbc) {
        this.meetings = meetings;
        this.sittings = sittings;
        this.jdbc = jdbc;
    }

    /**
     * A meeting that the rows of 参会人员 belong to.
     *
     * @param committeeOnly whether only those with a seat on the committee are expected at it
     * @param row of the sheet 会议 in this workbook; null where it was there before
     */
    record Known(
            HeldMeeting meeting,
            List<Sitting> sittings,
            boolean committeeOnly,
            @Nullable MeetingRow row) {

        Known {
            sittings = List.copyOf(sittings);
        }
    }

    /** What the sheet 会议 of a workbook has said, for the sheet 参会人员 that comes after it. */
    static final class OfWorkbook {

        private final Set<Long> named = new HashSet<>();
        private final Map<Long, Known> made = new HashMap<>();

        /** Notes a branch of which there is a row, be it right or wrong; false if there was one before. */
        boolean names(OrgUnit branch) {
            return named.add(branch.getId());
        }

        boolean isNamed(OrgUnit branch) {
            return named.contains(branch.getId());
        }

        void makes(OrgUnit branch, Known meeting) {
            made.put(branch.getId(), meeting);
        }

        /** The meetings that came with this workbook, by branch. */
        Map<Long, Known> made() {
            return made;
        }
    }

    OfWorkbook ofWorkbook(ImportContext context) {
        return context.shared(SHARED, OfWorkbook::new);
    }

    /** Who was in the branches that the rows of a sheet name. */
    ImportRoll roll(ImportTasks.Sheet sheet) {
        return ImportRoll.of(jdbc, sheet.branches(), sheet.known());
    }

    /** The last meeting of each of these tasks, by branch. */
    Map<Long, Known> known(Collection<Long> taskIds) {
        Map<Long, HeldMeeting> latest = new HashMap<>();
        if (!taskIds.isEmpty()) {
            meetings.ofTasks(taskIds).forEach(meeting -> latest.put(meeting.getBranchId(), meeting));
        }
        Map<Long, List<Sitting>> of = latest.isEmpty()
                ? Map.of()
                : sittings
                        .ofAll(latest.values().stream().map(HeldMeeting::getId).toList())
                        .stream()
                        .collect(Collectors.groupingBy(Sitting::getMeetingId));
        Set<Long> small = inSmallCircle(latest.values());
        Map<Long, Known> known = new HashMap<>();
        latest.forEach((branch, meeting) -> {
            Long id = meeting.getId();
            known.put(branch, new Known(meeting, of.getOrDefault(id, List.of()), small.contains(id), null));
        });
        return known;
    }

    private Set<Long> inSmallCircle(Collection<HeldMeeting> held) {
        return held.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select id from org_life_meeting where id in (:ids) and form = 'COMMITTEE'")
                        .param("ids", held.stream().map(HeldMeeting::getId).toList())
                        .query(Long.class)
                        .list());
    }
}
