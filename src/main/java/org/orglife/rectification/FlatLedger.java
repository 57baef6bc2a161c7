package org.orglife.rectification;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.ExcelTable;

/**
 * The sheet 整改台账: exactly the columns an import reads, one row for each measure. What is exported here and imported
 * elsewhere gives the same figures again.
 */
final class FlatLedger {

    private FlatLedger() {}

    static ExcelTable<LedgerLine> table() {
        return ExcelTable.<LedgerLine>titled(LedgerColumns.SHEET)
                .column(LedgerColumns.NUMBER.name(), 12, line -> line.problem().label())
                .column(LedgerColumns.BRANCH.name(), 22, line -> line.problem().branch())
                .column(
                        LedgerColumns.SUBJECT_KIND.name(),
                        10,
                        line -> word(LedgerColumns.SUBJECTS, line.problem().subjectKind()))
                .column(LedgerColumns.SUBJECT.name(), 10, line -> line.problem().subject())
                .column(LedgerColumns.ASPECT.name(), 20, line -> line.problem().aspect())
                .column(LedgerColumns.TEXT.name(), 44, line -> line.problem().text())
                .column(
                        LedgerColumns.SOURCE.name(),
                        11,
                        line -> word(LedgerColumns.SOURCES, line.problem().source()))
                .column(LedgerColumns.CAUSE.name(), 24, line -> line.problem().cause())
                .column(LedgerColumns.MEASURE.name(), 44, line -> of(line.measure(), LedgerMeasure::text))
                .column(LedgerColumns.TARGET.name(), 24, line -> of(line.measure(), LedgerMeasure::target))
                .column(LedgerColumns.LEADER.name(), 10, line -> line.problem().responsibleLeader())
                .column(LedgerColumns.OWNER.name(), 10, line -> of(line.measure(), LedgerMeasure::owner))
                .column(LedgerColumns.DUE.name(), 12, line -> of(line.measure(), FlatLedger::due))
                .column(
                        LedgerColumns.TRACK.name(),
                        11,
                        line -> of(line.measure(), measure -> word(LedgerColumns.TRACKS, measure.track())))
                .column(LedgerColumns.PROGRESS.name(), 16, FlatLedger::progress)
                .column(LedgerColumns.DONE.name(), 12, line -> of(line.measure(), LedgerMeasure::doneOn))
                .column(LedgerColumns.CLOSED.name(), 12, line -> line.problem().closedOn())
                .column(LedgerColumns.RAISED.name(), 12, line -> line.problem().raisedOn());
    }

    private static Object due(LedgerMeasure measure) {
        return measure.dueOn() == null ? LedgerColumns.LONG_TERM_WORD : measure.dueOn();
    }

    /** An item that has been begun says so on each of its open measures: that is how an import knows it. */
    private static @Nullable String progress(LedgerLine line) {
        LedgerMeasure measure = line.measure();
        if (measure == null) {
            return null;
        }
        if (measure.progress() != null) {
            return measure.progress();
        }
        if (measure.isDone()) {
            return LedgerColumns.DONE_WORD;
        }
        ItemState state = line.problem().state();
        return state == ItemState.PLANNED || state == ItemState.CLAIMED ? null : LedgerColumns.WORKING_WORD;
    }

    private static <T> String word(Map<String, T> words, T constant) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().equals(constant))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static <T> @Nullable T of(
            @Nullable LedgerMeasure measure, Function<LedgerMeasure, ? extends @Nullable T> value) {
        return measure == null ? null : value.apply(measure);
    }
}
