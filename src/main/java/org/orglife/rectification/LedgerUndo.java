package org.orglife.rectification;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.ImportTasks;
import org.orglife.imports.ImportRecord;
import org.orglife.organisation.Member;
import org.orglife.problem.ProblemService;
import org.orglife.problem.ProblemSource;
import org.orglife.problem.ProblemText;
import org.springframework.stereotype.Component;

/** Takes an imported ledger back, as long as nobody has worked on what it brought. */
@Component
class LedgerUndo {

    private final RectificationItemRepository items;
    private final ItemEntryRepository entries;
    private final ProblemService problems;
    private final ImportTasks tasks;
    private final EntityManager entities;

    LedgerUndo(
            RectificationItemRepository items,
            ItemEntryRepository entries,
            ProblemService problems,
            ImportTasks tasks,
            EntityManager entities) {
        this.items = items;
        this.entries = entries;
        this.problems = problems;
        this.tasks = tasks;
        this.entities = entities;
    }

    void undo(List<ImportRecord> records, LocalDate today) {
        Set<Long> touched = new HashSet<>();
        Set<Long> madeProblems = records.stream()
                .filter(record -> record.created() && record.type().equals(LedgerImport.PROBLEM))
                .map(ImportRecord::id)
                .collect(Collectors.toSet());
        records.forEach(this::mustBeUntouched);
        for (ImportRecord record : records) {
            if (record.type().equals(LedgerImport.MEASURE)) {
                measure(record, madeProblems, today);
            }
        }
        entities.flush();
        for (ImportRecord record : records) {
            if (record.type().equals(LedgerImport.PROBLEM)) {
                problem(record, touched);
            }
        }
        tasks.recount(touched);
    }

    /** Whatever has been changed since is found before anything is taken back. */
    private void mustBeUntouched(ImportRecord record) {
        if (record.type().equals(LedgerImport.MEASURE)) {
            Measure measure = entities.find(Measure.class, record.id());
            if (measure == null || measure.getVersion() != record.versionAfter()) {
                throw ImportRecord.changed();
            }
        } else if (record.type().equals(LedgerImport.PROBLEM) && !record.created()) {
            RectificationItem item = items.findById(record.id()).orElseThrow(ImportRecord::changed);
            if (LedgerUpdate.version(item) != record.versionAfter()) {
                throw ImportRecord.changed();
            }
        }
    }

    /** A measure that was added goes; one of a problem that came with the same import goes with it. */
    private void measure(ImportRecord record, Set<Long> madeProblems, LocalDate today) {
        Measure measure = entities.getReference(Measure.class, record.id());
        if (!record.created()) {
            restore(measure, record.before(), today);
        } else if (!madeProblems.contains(measure.getItem().getId())) {
            measure.getItem().forget(measure);
        }
    }

    private void restore(Measure measure, Map<String, String> before, LocalDate today) {
        long owner = Long.parseLong(before.getOrDefault(LedgerColumns.OWNER.name(), "0"));
        measure.plan(
                entities.getReference(Member.class, owner),
                new MeasurePlan(
                        before.getOrDefault(LedgerColumns.MEASURE.name(), ""),
                        before.get(LedgerColumns.TARGET.name()),
                        owner,
                        Track.valueOf(before.getOrDefault(LedgerColumns.TRACK.name(), Track.TERM.name())),
                        day(before.get(LedgerColumns.DUE.name()))));
        LocalDate done = day(before.get(LedgerColumns.DONE.name()));
        if (done == null) {
            measure.reopen();
        } else {
            measure.complete(done, null);
        }
        String progress = before.get(LedgerColumns.PROGRESS.name());
        if (progress != null && !progress.equals(measure.getProgress())) {
            measure.report(progress, today);
        }
    }

    private void problem(ImportRecord record, Set<Long> touched) {
        RectificationItem item = items.findById(record.id()).orElseThrow(ImportRecord::changed);
        touched.add(item.getTaskId());
        if (record.created()) {
            if (entries.countOwn(record.id()) > 0 || problems.isLinked(record.id())) {
                throw ImportRecord.changed();
            }
            entries.deleteOf(record.id());
            items.delete(item);
            entities.flush();
            problems.discard(record.id());
        } else {
            restore(item, record.before());
        }
    }

    private void restore(RectificationItem item, Map<String, String> before) {
        var problem = item.getProblem();
        problems.takeOverChange(
                problem,
                problem
                        .getTask()
                        .getCampaign()
                        .getAspects(problem.getSubjectKind().aspects())
                        .stream()
                        .filter(aspect -> aspect.getTitle().equals(before.get(LedgerColumns.ASPECT.name())))
                        .findFirst()
                        .orElse(problem.getAspect()),
                new ProblemText(
                        problem.getAspect().getId(),
                        before.getOrDefault(LedgerColumns.TEXT.name(), problem.getText()),
                        before.get(LedgerColumns.CAUSE.name()),
                        ProblemSource.valueOf(before.getOrDefault(LedgerColumns.SOURCE.name(), "SELF"))));
        item.takeOver(new ForeignState(
                ItemState.valueOf(before.getOrDefault(LedgerValues.STATE, "CLAIMED")),
                before.get(LedgerColumns.LEADER.name()),
                day(before.get(LedgerValues.SUBMITTED_ON)),
                day(before.get(LedgerValues.CLOSED_ON))));
    }

    private static @Nullable LocalDate day(@Nullable String date) {
        return date == null ? null : LocalDate.parse(date);
    }
}
