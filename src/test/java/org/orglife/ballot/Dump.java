package org.orglife.ballot;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every row of every table as text, in the order in which the rows lie in their files, as a plain backup has them. */
final class Dump {

    private final Map<String, List<String>> tables = new LinkedHashMap<>();

    private Dump() {}

    static Dump of(Connection superuser) throws SQLException {
        Dump dump = new Dump();
        try (Statement statement = superuser.createStatement()) {
            List<String> names = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("select relname from pg_class where relkind = 'r'"
                    + " and relnamespace = 'public'::regnamespace order by relname")) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            for (String name : names) {
                List<String> rows = new ArrayList<>();
                try (ResultSet row = statement.executeQuery("select t::text from " + name + " t order by ctid")) {
                    while (row.next()) {
                        rows.add(row.getString(1));
                    }
                }
                dump.tables.put(name, rows);
            }
        }
        return dump;
    }

    /** Tables that are not the same in both. */
    Set<String> differences(Dump other) {
        Set<String> different = new TreeSet<>();
        tables.forEach((name, rows) -> {
            if (!rows.equals(other.tables.get(name))) {
                different.add(name);
            }
        });
        return different;
    }

    /** The rows with all that is random by design made even: numbers of rows and sealed bytes. */
    Map<String, List<String>> even() {
        Map<String, List<String>> even = new LinkedHashMap<>();
        tables.forEach(
                (name, rows) -> even.put(name, rows.stream().map(Dump::even).toList()));
        return even;
    }

    /** Rows that were not there before, random bytes, times and large numbers made even. */
    Map<String, List<String>> since(Dump before) {
        Map<String, List<String>> added = new LinkedHashMap<>();
        tables.forEach((name, rows) -> {
            List<String> more = new ArrayList<>(rows);
            before.tables.getOrDefault(name, List.of()).forEach(more::remove);
            if (!more.isEmpty()) {
                added.put(
                        name,
                        more.stream()
                                .map(row -> even(row)
                                        .replaceAll("\\d{4}-\\d\\d-\\d\\d[ 0-9:.+]*", "TIME")
                                        .replaceAll("\\d{2,}", "NUMBER"))
                                .toList());
            }
        });
        return added;
    }

    static String even(String text) {
        StringBuilder even = new StringBuilder();
        var matcher = java.util.regex.Pattern.compile(
                        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\\\+x[0-9a-f]{64,}")
                .matcher(text);
        while (matcher.find()) {
            matcher.appendReplacement(even, "RANDOM" + matcher.group().length());
        }
        return matcher.appendTail(even).toString();
    }
}
