package org.orglife.rectification;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.problem.Problem;

/** Problems and measures as the values of their columns, for comparing a file with what is there and with what it said. */
final class LedgerValues {

    static final String STATE = "状态";
    static final String SUBMITTED_ON = "交账日期";
    static final String CLOSED_ON = "销号日期";

    private LedgerValues() {}

    static Map<String, String> of(LedgerMatch.Resolved resolved) {
        ForeignProblem foreign = resolved.foreign();
        Map<String, String> values = new HashMap<>();
        put(values, LedgerColumns.ASPECT.name(), foreign.aspect());
        put(values, LedgerColumns.TEXT.name(), foreign.text());
        put(values, LedgerColumns.CAUSE.name(), foreign.cause());
        put(values, LedgerColumns.SOURCE.name(), foreign.source());
        put(values, LedgerColumns.LEADER.name(), foreign.responsibleLeader());
        put(values, STATE, foreign.state());
        return values;
    }

    static Map<String, String> of(RectificationItem item) {
        Problem problem = item.getProblem();
        Map<String, String> values = new HashMap<>();
        put(values, LedgerColumns.ASPECT.name(), problem.getAspect().getTitle());
        put(values, LedgerColumns.TEXT.name(), problem.getText());
        put(values, LedgerColumns.CAUSE.name(), problem.getCause());
        put(values, LedgerColumns.SOURCE.name(), problem.getSource());
        put(values, LedgerColumns.LEADER.name(), item.getResponsibleLeader());
        put(values, STATE, item.getState());
        put(values, SUBMITTED_ON, item.getSubmittedOn());
        put(values, CLOSED_ON, item.getClosedOn());
        return values;
    }

    static Map<String, String> of(ForeignMeasure foreign, long owner) {
        Map<String, String> values = new HashMap<>();
        put(values, LedgerColumns.MEASURE.name(), foreign.text());
        put(values, LedgerColumns.TARGET.name(), foreign.target());
        put(values, LedgerColumns.OWNER.name(), owner);
        put(values, LedgerColumns.TRACK.name(), foreign.track());
        put(values, LedgerColumns.DUE.name(), foreign.dueOn());
        put(values, LedgerColumns.PROGRESS.name(), foreign.progress());
        put(values, LedgerColumns.DONE.name(), foreign.doneOn());
        return values;
    }

    static Map<String, String> of(Measure measure) {
        Map<String, String> values = new HashMap<>();
        put(values, LedgerColumns.MEASURE.name(), measure.getText());
        put(values, LedgerColumns.TARGET.name(), measure.getTarget());
        put(values, LedgerColumns.OWNER.name(), measure.getOwner().getId());
        put(values, LedgerColumns.TRACK.name(), measure.getTrack());
        put(values, LedgerColumns.DUE.name(), measure.getDueOn());
        put(values, LedgerColumns.PROGRESS.name(), measure.getProgress());
        put(values, LedgerColumns.DONE.name(), measure.getDoneOn());
        return values;
    }

    private static void put(Map<String, String> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value.toString());
        }
    }
}
