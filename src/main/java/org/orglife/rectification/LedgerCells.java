package org.orglife.rectification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Labels;

/** What stands in the cells of the printed ledger. */
final class LedgerCells {

    private final Labels labels;
    private final LocalDate on;

    /** On what day it is printed decides what is late. */
    LedgerCells(Labels labels, LocalDate on) {
        this.labels = labels;
        this.on = on;
    }

    String person(LedgerLine line) {
        LedgerRow problem = line.problem();
        String kind = labels.of(problem.subjectKind());
        return problem.subject() == null
                ? labels.text("rectification.sheet.band.branch", kind)
                : labels.text("rectification.sheet.band.person", kind, problem.subject());
    }

    String subject(LedgerLine line) {
        LedgerRow problem = line.problem();
        String kind = labels.of(problem.subjectKind());
        return problem.subject() == null ? kind : kind + "\n" + problem.subject();
    }

    @Nullable
    String numberedMeasure(LedgerLine line) {
        return of(line.measure(), measure -> "(" + measure.position() + ") " + measure.text());
    }

    @Nullable
    String measureNumber(LedgerLine line) {
        return of(line.measure(), measure -> String.valueOf(measure.number()));
    }

    @Nullable
    Object due(LedgerLine line) {
        return of(line.measure(), measure -> measure.dueOn() != null ? measure.dueOn() : labels.of(measure.track()));
    }

    String seat(LedgerLine line) {
        return line.seat() == null ? labels.text("rectification.member") : labels.of(line.seat());
    }

    @Nullable
    String progress(LedgerLine line) {
        LedgerMeasure measure = line.measure();
        if (measure == null) {
            return null;
        }
        LocalDate done = measure.doneOn();
        if (done == null) {
            return measure.progress();
        }
        String words = labels.text("rectification.sheet.done", done.toString());
        return measure.progress() == null ? words : words + "：" + measure.progress();
    }

    Object sign(LedgerLine line) {
        LedgerMeasure measure = line.measure();
        return measure == null || measure.target() == null
                ? labels.text("rectification.sheet.sign.default")
                : measure.target();
    }

    Object closed(LedgerLine line) {
        LocalDate closed = line.problem().closedOn();
        return closed == null ? labels.text("rectification.sheet.open") : closed;
    }

    @Nullable
    String remark(LedgerLine line) {
        LedgerRow problem = line.problem();
        List<String> remarks = new ArrayList<>();
        if (problem.state() == ItemState.RETURNED || problem.state().isFinal()) {
            remarks.add(labels.of(problem.shownState()));
        }
        LedgerMeasure measure = line.measure();
        if (measure != null && measure.track() == Track.LONG_TERM) {
            remarks.add(labels.of(measure.track()));
        }
        if (problem.reopenings() > 0) {
            remarks.add(labels.of(ItemState.REOPENED));
        }
        if (measure != null && measure.firstDueOn() != null) {
            remarks.add(labels.text("rectification.sheet.remark.extended", String.valueOf(measure.firstDueOn())));
        }
        if (measure != null && !problem.state().isFinal() && measure.isOverdue(on)) {
            remarks.add(labels.text("rectification.overdue", -measure.daysLeft(on)));
        }
        return remarks.isEmpty() ? null : String.join("；", remarks);
    }

    static <T> @Nullable T of(@Nullable LedgerMeasure measure, Function<LedgerMeasure, ? extends @Nullable T> value) {
        return measure == null ? null : value.apply(measure);
    }
}
