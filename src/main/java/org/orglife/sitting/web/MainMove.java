package org.orglife.sitting.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.sitting.AgendaItem;
import org.orglife.sitting.ConsoleView;
import org.orglife.sitting.TurnRow;
import org.orglife.sitting.TurnStage;

/**
 * The one big button of the console: what comes next.
 *
 * @param kind how it is drawn: a form of its own, or the form of the gate beside it
 * @param path below the console's address; empty for the gate's own form
 * @param fields sent with it, so that a second click changes nothing
 * @param code of its label
 * @param argument what the label names; null for nothing
 */
record MainMove(
        Kind kind,
        String path,
        Map<String, String> fields,
        String code,
        @Nullable String argument) {

    enum Kind {
        /** Sends its own form. */
        GO,
        /** Sends the form of the gate, with the reason written there. */
        GATE,
        /** Nothing is left to do at the console. */
        RECORD
    }

    static MainMove of(ConsoleView view) {
        return switch (view.held().getPhase()) {
            case CHECK_IN -> new MainMove(Kind.GATE, "", Map.of(), "sitting.console.begin", null);
            case RUNNING -> running(view);
            case ADJOURNED -> new MainMove(Kind.GATE, "", Map.of(), "sitting.console.resume", null);
            case RECORD_OPEN, RECORD_SIGNED -> new MainMove(Kind.RECORD, "", Map.of(), "sitting.console.record", null);
        };
    }

    private static MainMove running(ConsoleView view) {
        AgendaItem current = view.current();
        TurnRow turn = view.turn();
        if (current != null
                && turn != null
                && !view.turns().isEmpty()
                && current.getType().isRound()) {
            return new MainMove(
                    Kind.GO,
                    "/turns/" + turn.id() + "/next",
                    Map.of("from", turn.stage().name()),
                    "sitting.console.turn." + turn.stage() + (isLast(view, turn) ? ".last" : ""),
                    null);
        }
        AgendaItem following = view.following();
        if (following == null) {
            return new MainMove(Kind.GATE, "", Map.of(), "sitting.console.end", null);
        }
        String path =
                current == null ? "/items/" + following.getId() + "/begin" : "/items/" + current.getId() + "/next";
        return new MainMove(Kind.GO, path, Map.of(), "sitting.console.next", following.getTitle());
    }

    private static boolean isLast(ConsoleView view, TurnRow turn) {
        return turn.stage() == TurnStage.RESPONSE && view.nextTurn() == null;
    }
}
