package org.orglife.rectification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.problem.ProblemSource;
import org.orglife.problem.SubjectKind;
import org.orglife.shared.Labelled;
import org.orglife.shared.LateEntry;

/**
 * A problem with its measures: a line of the ledger, on the page and in every export.
 *
 * @param number of the problem within its branch task
 * @param sourceNumber number in the ledger it was imported from; null for those put down here
 * @param subject name of the person whose problem it is; null for the branch's
 * @param reopenings how often it was struck off and registered again
 * @param recordedOn when it was taken over from another ledger; null for those put down here
 */
public record LedgerRow(
        long id,
        long taskId,
        long branchId,
        String branch,
        int number,
        @Nullable String sourceNumber,
        SubjectKind subjectKind,
        @Nullable Long subjectId,
        @Nullable String subject,
        String aspect,
        String text,
        @Nullable String cause,
        ProblemSource source,
        LocalDate raisedOn,
        @Nullable LocalDate recordedOn,
        ItemState state,
        @Nullable String responsibleLeader,
        @Nullable String result,
        @Nullable String evidence,
        @Nullable LocalDate closedOn,
        int reopenings,
        List<LedgerMeasure> measures) {

    public LedgerRow {
        measures = List.copyOf(measures);
    }

    LedgerRow with(List<LedgerMeasure> found) {
        return new LedgerRow(
                id,
                taskId,
                branchId,
                branch,
                number,
                sourceNumber,
                subjectKind,
                subjectId,
                subject,
                aspect,
                text,
                cause,
                source,
                raisedOn,
                recordedOn,
                state,
                responsibleLeader,
                result,
                evidence,
                closedOn,
                reopenings,
                found);
    }

    /** How the problem is called in a flat list: the number it came with, otherwise its own. */
    public String label() {
        return sourceNumber != null ? sourceNumber : String.valueOf(number);
    }

    /** Taken over late (补录). */
    public boolean isLate() {
        return recordedOn != null && LateEntry.isLate(raisedOn, recordedOn);
    }

    /** The state as shown: of a personal item one of four. */
    public Labelled shownState() {
        return subjectKind.isPersonal() ? PersonalState.of(state) : state;
    }

    public boolean isForLongTerm() {
        return measures.stream().anyMatch(measure -> measure.track() == Track.LONG_TERM);
    }

    /** At least one row on paper, also for a problem without measures. */
    public int lines() {
        return Math.max(1, measures.size());
    }
}
