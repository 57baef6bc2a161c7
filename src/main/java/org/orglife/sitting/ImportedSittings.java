package org.orglife.sitting;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.Campaign;
import org.orglife.campaign.ImportTasks;
import org.orglife.imports.ImportContext;
import org.orglife.organisation.OrgUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the two sheets of a meeting share: the branches they name, their people, and the meetings that are there. */
@Component
class ImportedSittings {

    private static final String SHARED = "sittings of the workbook";

    private final ImportTasks branches;
    private final HeldMeetingRepository meetings;
    private final SittingRepository sittings;
    private final JdbcClient jdbc;

    ImportedSittings(
            ImportTasks branches, HeldMeetingRepository meetings, SittingRepository sittings, JdbcClient jdbc) {
        this.branches = branches;
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
    record Known(HeldMeeting meeting, List<Sitting> sittings, boolean committeeOnly, MeetingImport.@Nullable Row row) {

        Known {
            sittings = List.copyOf(sittings);
        }
    }

    /** What the sheet 会议 of a workbook has said, for the sheet 参会人员 that comes after it. */
    static final class OfWorkbook {

        private final Set<Long> named = new HashSet<>();
        private final Map<Long, Known> made = new HashMap<>();

        /** A branch of which there is a row, be it right or wrong. */
        void names(OrgUnit branch) {
            named.add(branch.getId());
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

    ImportTasks.Sheet sheet(Campaign campaign, ImportContext context) {
        return branches.of(campaign, context);
    }

    ImportRoll roll(Set<Long> branchIds, ImportTasks.Sheet sheet) {
        return ImportRoll.of(jdbc, branchIds, sheet.known());
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

    /** Lets the figures of the tasks of these meetings be counted anew. */
    void recount(Collection<HeldMeeting> changed) {
        branches.recount(changed.stream().map(HeldMeeting::getTaskId).toList());
    }
}
