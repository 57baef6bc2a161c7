package org.orglife;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** How many statements went to the database: a page that sends one for each row is found here. */
public final class Statements {

    /** By thread, as another context may be at work meanwhile: a page of {@code MockMvc} runs in that of its test. */
    private static final ThreadLocal<List<String>> TEXTS = new ThreadLocal<>();

    private static final List<Sent> SENT = Collections.synchronizedList(new ArrayList<>());
    private static volatile boolean recording;

    private Statements() {}

    /** A statement with its parameters, to be sent once more. */
    public record Sent(String sql, List<List<ParameterSetOperation>> parameters) {

        /** Sends it on another connection and reads all that comes back; returns the last column, line by line. */
        public List<String> sendOn(Connection connection) throws SQLException, ReflectiveOperationException {
            List<String> last = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (List<ParameterSetOperation> row : parameters) {
                    for (ParameterSetOperation parameter : row) {
                        parameter.getMethod().invoke(statement, parameter.getArgs());
                    }
                    if (statement.execute()) {
                        readAll(statement.getResultSet(), last);
                    }
                }
            }
            return last;
        }

        private static void readAll(ResultSet rows, List<String> last) throws SQLException {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column < columns; column++) {
                    rows.getObject(column);
                }
                last.add(String.valueOf(rows.getObject(columns)));
            }
        }

        /** Sends it as a stream, so many rows at a time, within the connection's transaction; returns the number of rows. */
        public long streamOn(Connection connection, int fetchSize) throws SQLException, ReflectiveOperationException {
            long count = 0;
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(fetchSize);
                for (ParameterSetOperation parameter : parameters.get(0)) {
                    parameter.getMethod().invoke(statement, parameter.getArgs());
                }
                try (ResultSet rows = statement.executeQuery()) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        for (int column = 1; column <= columns; column++) {
                            rows.getObject(column);
                        }
                        count++;
                    }
                }
            }
            return count;
        }

        /** How the database goes about it. */
        public List<String> explainOn(Connection connection) throws SQLException, ReflectiveOperationException {
            return new Sent("explain (analyze, buffers) " + sql, parameters).sendOn(connection);
        }
    }

    /** What is sent while something is done, by whomever. */
    public static List<Sent> sentDuring(Callable<?> work) throws Exception {
        SENT.clear();
        recording = true;
        try {
            work.call();
        } finally {
            recording = false;
        }
        return List.copyOf(SENT);
    }

    static DataSource counting(DataSource pool) {
        return ProxyDataSourceBuilder.create(pool)
                .listener(new QueryExecutionListener() {
                    @Override
                    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                        List<String> texts = TEXTS.get();
                        if (texts != null) {
                            texts.add(queries.stream().map(QueryInfo::getQuery).collect(Collectors.joining("; ")));
                        }
                        if (recording) {
                            queries.forEach(query ->
                                    SENT.add(new Sent(query.getQuery(), List.copyOf(query.getParametersList()))));
                        }
                    }

                    @Override
                    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                        // only the number matters
                    }
                })
                .build();
    }

    /** Begins to count what this thread sends. */
    public static void reset() {
        TEXTS.set(new ArrayList<>());
    }

    public static int count() {
        return texts().size();
    }

    /** The statements since the last reset, to show what was sent when there were too many. */
    public static List<String> texts() {
        List<String> texts = TEXTS.get();
        return texts == null ? List.of() : List.copyOf(texts);
    }
}
