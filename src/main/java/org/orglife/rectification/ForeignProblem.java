package org.orglife.rectification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.DateKind;
import org.orglife.excel.ExcelColumn;
import org.orglife.excel.ExcelRecord;
import org.orglife.excel.ExcelTableData;
import org.orglife.problem.ProblemSource;
import org.orglife.problem.SubjectKind;

/**
 * A problem with its measures as a ledger kept elsewhere has it: all rows of one number in one branch.
 *
 * @param record its first row
 * @param subject name of the person whose problem it is; null for the branch's, and where the secretary is meant
 */
record ForeignProblem(
        ExcelRecord record,
        String number,
        String branch,
        SubjectKind subjectKind,
        @Nullable String subject,
        String aspect,
        String text,
        @Nullable String cause,
        ProblemSource source,
        @Nullable String responsibleLeader,
        @Nullable LocalDate raisedOn,
        @Nullable LocalDate closedOn,
        List<ForeignMeasure> measures) {

    ForeignProblem {
        measures = List.copyOf(measures);
    }

    /** How far it has come (design 7.16). */
    ItemState state() {
        if (closedOn != null) {
            return ItemState.CLOSED;
        }
        if (measures.isEmpty()) {
            return ItemState.CLAIMED;
        }
        if (measures.stream().allMatch(measure -> measure.doneOn() != null)) {
            return ItemState.SUBMITTED;
        }
        return measures.stream().anyMatch(ForeignMeasure::begun) ? ItemState.IN_PROGRESS : ItemState.PLANNED;
    }

    /** The day its last measure was done; null if it has not come that far. */
    @Nullable
    LocalDate submittedOn() {
        LocalDate last = null;
        for (ForeignMeasure measure : measures) {
            LocalDate done = measure.doneOn();
            if (done != null && (last == null || done.isAfter(last))) {
                last = done;
            }
        }
        return state() == ItemState.SUBMITTED || state() == ItemState.CLOSED ? last : null;
    }

    /** No day later than this can it have been raised. */
    LocalDate raisedAtLatest(LocalDate today) {
        LocalDate earliest = raisedOn != null ? raisedOn : today;
        for (ForeignMeasure measure : measures) {
            if (measure.doneOn() != null && measure.doneOn().isBefore(earliest)) {
                earliest = measure.doneOn();
            }
        }
        return raisedOn != null ? raisedOn : earliest;
    }

    /** Reads a table and puts the rows of each problem together; what is wrong is known by the records afterwards. */
    static List<ForeignProblem> read(ExcelTableData table, LocalDate today) {
        Map<String, List<Line>> byNumber = new LinkedHashMap<>();
        for (ExcelRecord record : table.records()) {
            Line line = Line.read(record, today);
            if (line != null) {
                byNumber.computeIfAbsent(line.branch() + "|" + line.number(), key -> new ArrayList<>())
                        .add(line);
            }
        }
        List<ForeignProblem> problems = new ArrayList<>();
        byNumber.values().forEach(lines -> {
            ForeignProblem problem = together(lines);
            if (problem != null) {
                problems.add(problem);
            }
        });
        return problems;
    }

    private static @Nullable ForeignProblem together(List<Line> lines) {
        Line first = lines.get(0);
        LocalDate closed = first.closedOn();
        List<ForeignMeasure> measures = new ArrayList<>();
        for (Line line : lines) {
            line.mustAgreeWith(first);
            if (line.measure() != null) {
                measures.add(line.measure());
            }
        }
        if (closed != null && measures.stream().anyMatch(measure -> measure.doneOn() == null)) {
            first.record().problem(LedgerColumns.CLOSED, "rectification.import.closed-but-open");
        }
        if (lines.stream().anyMatch(line -> line.record().hasProblems())) {
            return null;
        }
        return new ForeignProblem(
                first.record(),
                first.number(),
                first.branch(),
                first.subjectKind(),
                first.subject(),
                first.aspect(),
                first.text(),
                first.cause(),
                first.source(),
                first.responsibleLeader(),
                first.raisedOn(),
                closed,
                measures);
    }

    /** One row. */
    private record Line(
            ExcelRecord record,
            String number,
            String branch,
            SubjectKind subjectKind,
            @Nullable String subject,
            String aspect,
            String text,
            @Nullable String cause,
            ProblemSource source,
            @Nullable String responsibleLeader,
            @Nullable LocalDate raisedOn,
            @Nullable LocalDate closedOn,
            @Nullable ForeignMeasure measure) {

        static @Nullable Line read(ExcelRecord record, LocalDate today) {
            String number = record.text(LedgerColumns.NUMBER, 40);
            String branch = record.name(LedgerColumns.BRANCH, 60);
            SubjectKind kind = record.choice(
                    LedgerColumns.SUBJECT_KIND,
                    LedgerColumns.SUBJECTS,
                    Map.of("支部", SubjectKind.BRANCH, "书记", SubjectKind.SECRETARY, "委员", SubjectKind.COMMITTEE_MEMBER));
            String subject = record.name(LedgerColumns.SUBJECT, 60);
            String aspect = record.text(LedgerColumns.ASPECT, 60);
            String text = record.text(LedgerColumns.TEXT, 500);
            String cause = record.text(LedgerColumns.CAUSE, 1000);
            ProblemSource source = record.choice(LedgerColumns.SOURCE, LedgerColumns.SOURCES);
            String leader = record.text(LedgerColumns.LEADER, 40);
            LocalDate raised = past(record, LedgerColumns.RAISED, today);
            LocalDate closed = past(record, LedgerColumns.CLOSED, today);
            ForeignMeasure measure = measure(record, closed, today);
            if ((kind == SubjectKind.MEMBER || kind == SubjectKind.COMMITTEE_MEMBER)
                    && record.isBlank(LedgerColumns.SUBJECT)) {
                record.problem(LedgerColumns.SUBJECT, "rectification.import.subject-missing");
            }
            if (number == null || branch == null || kind == null || aspect == null || text == null) {
                return null;
            }
            return new Line(
                    record,
                    number,
                    branch,
                    kind,
                    kind.isPersonal() ? subject : null,
                    aspect,
                    text,
                    cause,
                    source == null ? ProblemSource.SELF : source,
                    leader,
                    raised,
                    closed,
                    measure);
        }

        private static @Nullable LocalDate past(ExcelRecord record, ExcelColumn column, LocalDate today) {
            LocalDate day = record.date(column, DateKind.LAST_DAY);
            if (day != null && day.isAfter(today)) {
                record.problem(column, "rectification.import.future");
                return null;
            }
            return day;
        }

        private static @Nullable ForeignMeasure measure(
                ExcelRecord record, @Nullable LocalDate closed, LocalDate today) {
            String text = record.text(LedgerColumns.MEASURE, 500);
            String target = record.text(LedgerColumns.TARGET, 300);
            String owner = record.name(LedgerColumns.OWNER, 60);
            String progress = record.text(LedgerColumns.PROGRESS, 500);
            Track track = record.choice(LedgerColumns.TRACK, LedgerColumns.TRACKS);
            boolean saysLongTerm = record.says(LedgerColumns.DUE, LedgerColumns.LONG_TERM_WORD);
            LocalDate due = saysLongTerm ? null : record.date(LedgerColumns.DUE, DateKind.LAST_DAY);
            LocalDate done = past(record, LedgerColumns.DONE, today);
            if (text == null) {
                if (owner != null || due != null || done != null) {
                    record.problem(LedgerColumns.MEASURE, "rectification.import.measure-missing");
                }
                return null;
            }
            if (owner == null) {
                if (record.isBlank(LedgerColumns.OWNER)) {
                    record.problem(LedgerColumns.OWNER, "rectification.import.owner-missing");
                }
                return null;
            }
            Track meant = track != null ? track : (saysLongTerm ? Track.LONG_TERM : Track.TERM);
            if (meant == Track.LONG_TERM && due != null) {
                record.problem(LedgerColumns.DUE, "rectification.import.due-too-much");
            }
            if (meant != Track.LONG_TERM && due == null && (saysLongTerm || record.isBlank(LedgerColumns.DUE))) {
                record.problem(LedgerColumns.DUE, "rectification.import.due-missing");
            }
            boolean saysDone = LedgerColumns.DONE_WORD.equals(progress) || done != null;
            LocalDate doneOn = done != null || !saysDone ? done : (closed != null ? closed : today);
            boolean words = progress != null
                    && !progress.equals(LedgerColumns.DONE_WORD)
                    && !progress.equals(LedgerColumns.WORKING_WORD);
            return new ForeignMeasure(
                    record, text, target, owner, meant, due, words ? progress : null, progress != null, doneOn);
        }

        /** Every row of a problem repeats what is said about the problem. */
        void mustAgreeWith(Line first) {
            agree(LedgerColumns.SUBJECT_KIND, subjectKind, first.subjectKind, first);
            agree(LedgerColumns.SUBJECT, subject, first.subject, first);
            agree(LedgerColumns.ASPECT, aspect, first.aspect, first);
            agree(LedgerColumns.TEXT, text, first.text, first);
            agree(LedgerColumns.CLOSED, closedOn, first.closedOn, first);
        }

        private void agree(ExcelColumn column, @Nullable Object mine, @Nullable Object firsts, Line first) {
            if (!Objects.equals(mine, firsts)) {
                record.problem(
                        column,
                        "rectification.import.differs",
                        String.valueOf(first.record().row()));
            }
        }
    }
}
