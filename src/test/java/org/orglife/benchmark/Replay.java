package org.orglife.benchmark;

import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import org.orglife.Statements;

/** A write's own statements sent once more without the application: the least that the write could take. */
class Replay {

    private Replay() {}

    /** What was sent but for the session. */
    static List<Statements.Sent> withoutSession(List<Statements.Sent> sent) {
        return sent.stream()
                .filter(statement -> !statement.sql().toLowerCase(Locale.ROOT).contains("spring_session"))
                .toList();
    }

    /**
     * Takes a record back and sends its statements once more, to the same end.
     *
     * @return the seconds it took
     */
    static double onceMore(List<Statements.Sent> sent, List<String> undo, Connection connection) throws Exception {
        try (var forget = connection.createStatement()) {
            for (String statement : undo) {
                forget.execute(statement);
            }
        }
        long start = System.nanoTime();
        for (Statements.Sent statement : sent) {
            statement.sendOn(connection);
        }
        connection.commit();
        return (System.nanoTime() - start) / 1e9;
    }
}
