package org.orglife.ballot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Reads tables as those can who own the machine: rows with the number of the transaction that wrote them, in the order in
 * which they lie; the pages of their files with what was deleted; and the write-ahead log, change by change.
 */
final class Spy {

    private static final int PAGE = 8192;
    private static final int PAGE_HEADER = 24;
    private static final int NORMAL = 1;

    private Spy() {}

    /**
     * A version of a row.
     *
     * @param writer number of the transaction that wrote it
     * @param values column by column as text; empty where only bytes are known
     * @param bytes what stands in it, binary columns as they are
     */
    @SuppressWarnings("ArrayRecordComponent") // looked through, never compared
    record Row(String table, long writer, List<String> values, byte[] bytes) {}

    /** What SELECT shows, in the order of the file. */
    static List<Row> select(Connection connection, List<String> tables) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                try (ResultSet row =
                        statement.executeQuery("select xmin::text, t.* from " + table + " t order by ctid")) {
                    int columns = row.getMetaData().getColumnCount();
                    while (row.next()) {
                        List<String> values = new ArrayList<>();
                        for (int at = 2; at <= columns; at++) {
                            values.add(String.valueOf(row.getString(at)));
                        }
                        rows.add(new Row(table, row.getLong(1), values, bytes(values)));
                    }
                }
            }
        }
        return rows;
    }

    private static byte[] bytes(List<String> values) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String value : values) {
            all.writeBytes(
                    value.startsWith("\\x") ? HexFormat.of().parseHex(value.substring(2)) : value.getBytes(UTF_8));
            all.write('|');
        }
        return all.toByteArray();
    }

    /** What lies in the files of the tables, deleted versions included. */
    static List<Row> heap(OwnServer server, List<String> tables) throws SQLException, IOException {
        List<Row> rows = new ArrayList<>();
        for (String table : tables) {
            ByteBuffer file = file(server, table);
            for (int page = 0; page + PAGE <= file.limit(); page += PAGE) {
                int lower = Short.toUnsignedInt(file.getShort(page + 12));
                for (int pointer = page + PAGE_HEADER; pointer < page + lower; pointer += 4) {
                    int item = file.getInt(pointer);
                    if (((item >>> 15) & 3) == NORMAL) {
                        int from = page + (item & 0x7fff);
                        int header = Byte.toUnsignedInt(file.get(from + 22));
                        byte[] bytes = new byte[(item >>> 17) - header];
                        file.get(from + header, bytes);
                        rows.add(new Row(table, Integer.toUnsignedLong(file.getInt(from)), List.of(), bytes));
                    }
                }
            }
        }
        return rows;
    }

    /** The bytes of a table's file, gaps between its rows included. */
    static ByteBuffer file(OwnServer server, String table) throws SQLException, IOException {
        Path path =
                server.data().resolve(server.superuser("checkpoint", "select pg_relation_filepath('" + table + "')"));
        return ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Begins to keep the write-ahead log. */
    static void listen(OwnServer server) throws SQLException {
        server.superuser(
                "create publication spy for all tables",
                "select pg_create_logical_replication_slot('spy', 'pgoutput')");
    }

    /** All that was written since: new versions of rows, each with its transaction. */
    static List<Row> log(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>();
        Map<Integer, String> tables = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet change = statement.executeQuery(
                        "select xid::text, data from pg_logical_slot_peek_binary_changes('spy', null, null,"
                                + " 'proto_version', '1', 'publication_names', 'spy')")) {
            while (change.next()) {
                ByteBuffer message = ByteBuffer.wrap(change.getBytes(2));
                char kind = (char) message.get();
                if (kind == 'R') {
                    int table = message.getInt();
                    text(message);
                    tables.put(table, text(message));
                } else if (kind == 'I' || kind == 'U') {
                    String table = tables.get(message.getInt());
                    char part = (char) message.get();
                    if (part != 'N') {
                        values(message);
                        message.get();
                    }
                    List<String> values = values(message);
                    rows.add(new Row(String.valueOf(table), change.getLong(1), values, bytes(values)));
                }
            }
        }
        return rows;
    }

    private static String text(ByteBuffer message) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (byte next = message.get(); next != 0; next = message.get()) {
            text.write(next);
        }
        return text.toString(UTF_8);
    }

    private static List<String> values(ByteBuffer message) {
        List<String> values = new ArrayList<>();
        for (int columns = message.getShort(); columns > 0; columns--) {
            if (message.get() == 't') {
                byte[] value = new byte[message.getInt()];
                message.get(value);
                values.add(new String(value, UTF_8));
            }
        }
        return values;
    }
}
