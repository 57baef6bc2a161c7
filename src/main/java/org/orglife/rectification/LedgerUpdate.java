package org.orglife.rectification;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.imports.ImportContext;
import org.orglife.imports.Merge;
import org.orglife.imports.SheetReport;
import org.orglife.imports.SheetReport.Change;
import org.orglife.organisation.Member;
import org.orglife.problem.ProblemService;
import org.orglife.problem.ProblemText;
import org.springframework.stereotype.Component;

/**
 * A ledger comes again. What it says anew is taken over unless it was edited here since, which is shown as a conflict;
 * a state only ever moves on (design 7.17).
 */
@Component
class LedgerUpdate {

    private final ProblemService problems;
    private final ItemHistory history;
    private final EntityManager entities;

    LedgerUpdate(ProblemService problems, ItemHistory history, EntityManager entities) {
        this.problems = problems;
        this.history = history;
        this.entities = entities;
    }

    /** Takes hold of the branch's task, once something is to be written into it. */
    interface TaskHold {
        BranchTask take();
    }

    /** Of problem and item together: a later one means that text or state have been changed since. */
    static long version(RectificationItem item) {
        return item.getProblem().getVersion() + item.getVersion();
    }

    /** What the last import said, by problem and by measure. */
    record Last(Map<Long, Map<String, String>> problems, Map<Long, Map<String, String>> measures) {}

    Last last(Collection<RectificationItem> items, ImportContext context) {
        List<Long> ids = items.stream().map(RectificationItem::getId).toList();
        List<Long> measureIds = items.stream()
                .flatMap(item -> item.getMeasures().stream())
                .map(Measure::getId)
                .toList();
        return new Last(
                context.lastImported(LedgerImport.PROBLEM, ids),
                context.lastImported(LedgerImport.MEASURE, measureIds));
    }

    /**
     * Brings one item up to what the file says.
     *
     * @param task takes hold of the branch's task; asked for only if something is written
     */
    void apply(
            RectificationItem item,
            LedgerMatch.Resolved file,
            Last last,
            TaskHold task,
            SheetReport report,
            ImportContext context) {
        Map<String, String> current = LedgerValues.of(item);
        ItemState before = item.getState();
        boolean changed = measures(item, file, last, task, report, context);
        Map<String, String> said = last.problems().getOrDefault(item.getId(), Map.of());
        Set<String> taken = decide(
                item,
                file,
                said,
                LedgerValues.of(file),
                current,
                file.foreign().record().row(),
                report,
                context);
        boolean moved = moveOn(item, file.foreign());
        if (!taken.isEmpty()) {
            write(item, file, taken);
        }
        if (!changed && !moved && taken.isEmpty()) {
            report.unchanged();
            return;
        }
        report.changed();
        task.take();
        entities.flush();
        history.noteImport(item, ItemEntry.Kind.IMPORT_CHANGED, before, context.today(), context.actorName());
        context.changed(LedgerImport.PROBLEM, item.getId(), LedgerValues.of(file), current, version(item));
    }

    private static Set<String> decide(
            RectificationItem item,
            LedgerMatch.Resolved resolved,
            Map<String, String> last,
            Map<String, String> file,
            Map<String, String> current,
            int row,
            SheetReport report,
            ImportContext context) {
        boolean veiled = LedgerVeil.hides(resolved.foreign().subjectKind(), context.scope());
        Set<String> taken = new HashSet<>();
        file.forEach((field, value) -> {
            Merge merge = field.equals(LedgerValues.STATE)
                    ? Merge.KEEP
                    : Merge.of(last.get(field), value, current.get(field));
            if (merge != Merge.KEEP) {
                report.change(new Change(
                        row,
                        veiled ? null : String.valueOf(item.getProblem().getNumber()),
                        field,
                        veiled ? null : shown(field, current.get(field)),
                        veiled ? null : shown(field, value),
                        merge == Merge.CONFLICT));
            }
            if (merge == Merge.TAKE) {
                taken.add(field);
            }
        });
        return taken;
    }

    /** An id means nothing to a reader; the cell it came from does. */
    private static @Nullable String shown(String field, @Nullable String value) {
        return field.equals(LedgerColumns.OWNER.name()) ? null : value;
    }

    private void write(RectificationItem item, LedgerMatch.Resolved file, Set<String> taken) {
        var problem = item.getProblem();
        ForeignProblem foreign = file.foreign();
        boolean newAspect = taken.contains(LedgerColumns.ASPECT.name());
        problems.takeOverChange(
                problem,
                newAspect ? file.aspect() : problem.getAspect(),
                new ProblemText(
                        newAspect ? file.aspect().getId() : problem.getAspect().getId(),
                        taken.contains(LedgerColumns.TEXT.name()) ? foreign.text() : problem.getText(),
                        taken.contains(LedgerColumns.CAUSE.name()) ? foreign.cause() : problem.getCause(),
                        taken.contains(LedgerColumns.SOURCE.name()) ? foreign.source() : problem.getSource()));
        if (taken.contains(LedgerColumns.LEADER.name())) {
            item.takeOver(new ForeignState(
                    item.getState(), foreign.responsibleLeader(), item.getSubmittedOn(), item.getClosedOn()));
        }
    }

    private static boolean moveOn(RectificationItem item, ForeignProblem foreign) {
        if (rank(foreign.state()) <= rank(item.getState()) || item.getState().isFinal()) {
            return false;
        }
        boolean allDone = item.getMeasures().stream().allMatch(Measure::isDone);
        if (rank(foreign.state()) >= rank(ItemState.SUBMITTED) && !allDone) {
            // A measure was added here that the file does not know: the item is not through yet.
            return false;
        }
        item.takeOver(new ForeignState(
                foreign.state(), item.getResponsibleLeader(), foreign.submittedOn(), foreign.closedOn()));
        return true;
    }

    private static int rank(ItemState state) {
        return switch (state) {
            case CLAIMED -> 0;
            case PLANNED -> 1;
            case IN_PROGRESS, RETURNED -> 2;
            case SUBMITTED -> 3;
            case VERIFIED -> 4;
            // what was registered again here is not struck off by an old file
            case CLOSED, REOPENED, WITHDRAWN, MERGED, TRANSFERRED -> 5;
        };
    }

    /** Measures are the same by their text, otherwise by their place. */
    private boolean measures(
            RectificationItem item,
            LedgerMatch.Resolved file,
            Last last,
            TaskHold task,
            SheetReport report,
            ImportContext context) {
        List<Measure> left = new ArrayList<>(item.getMeasures());
        Map<ForeignMeasure, Measure> same = new HashMap<>();
        for (ForeignMeasure foreign : file.foreign().measures()) {
            left.stream()
                    .filter(measure -> measure.getText().equals(foreign.text()))
                    .findFirst()
                    .ifPresent(measure -> {
                        same.put(foreign, measure);
                        left.remove(measure);
                    });
        }
        boolean changed = false;
        int position = 0;
        for (ForeignMeasure foreign : file.foreign().measures()) {
            position++;
            int at = position;
            Measure measure = Optional.ofNullable(same.get(foreign))
                    .or(() -> left.stream()
                            .filter(candidate -> candidate.getPosition() == at
                                    && last.measures().containsKey(candidate.getId()))
                            .findFirst())
                    .orElse(null);
            if (measure != null) {
                left.remove(measure);
                changed |= measure(measure, foreign, file, last, report, context);
            } else if (item.getState().isPlannable()) {
                add(item, foreign, file, task, context);
                changed = true;
            }
        }
        return changed;
    }

    private boolean measure(
            Measure measure,
            ForeignMeasure foreign,
            LedgerMatch.Resolved file,
            Last last,
            SheetReport report,
            ImportContext context) {
        long owner = file.owners().getOrDefault(foreign, 0L);
        Map<String, String> current = LedgerValues.of(measure);
        Map<String, String> said = LedgerValues.of(foreign, owner);
        Set<String> taken = decide(
                measure.getItem(),
                file,
                last.measures().getOrDefault(measure.getId(), Map.of()),
                said,
                current,
                foreign.record().row(),
                report,
                context);
        if (taken.isEmpty()) {
            return false;
        }
        Member newOwner = taken.contains(LedgerColumns.OWNER.name())
                ? entities.getReference(Member.class, owner)
                : measure.getOwner();
        boolean newTerm = taken.contains(LedgerColumns.TRACK.name()) || taken.contains(LedgerColumns.DUE.name());
        measure.plan(
                newOwner,
                new MeasurePlan(
                        taken.contains(LedgerColumns.MEASURE.name()) ? foreign.text() : measure.getText(),
                        taken.contains(LedgerColumns.TARGET.name()) ? foreign.target() : measure.getTarget(),
                        newOwner.getId(),
                        newTerm ? foreign.track() : measure.getTrack(),
                        newTerm ? foreign.dueOn() : measure.getDueOn()));
        LocalDate done = foreign.doneOn();
        if (taken.contains(LedgerColumns.DONE.name()) && done != null) {
            measure.complete(done, foreign.progress());
        } else if (taken.contains(LedgerColumns.PROGRESS.name()) && foreign.progress() != null) {
            measure.report(foreign.progress(), context.today());
        }
        entities.flush();
        context.changed(LedgerImport.MEASURE, measure.getId(), said, current, measure.getVersion());
        return true;
    }

    private void add(
            RectificationItem item,
            ForeignMeasure foreign,
            LedgerMatch.Resolved file,
            TaskHold task,
            ImportContext context) {
        long owner = file.owners().getOrDefault(foreign, 0L);
        Measure added = item.plan(
                task.take().nextMeasureNumber(),
                entities.getReference(Member.class, owner),
                new MeasurePlan(foreign.text(), foreign.target(), owner, foreign.track(), foreign.dueOn()));
        LocalDate done = foreign.doneOn();
        if (done != null) {
            added.complete(done, foreign.progress());
        } else if (foreign.progress() != null) {
            added.report(foreign.progress(), context.today());
        }
        added.expectStage(context.today().plusDays(item.getReviewInterval()));
        entities.flush();
        context.created(LedgerImport.MEASURE, added.getId(), LedgerValues.of(foreign, owner), added.getVersion());
    }
}
