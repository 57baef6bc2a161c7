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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every row of every table as text, in the order in which the rows lie in their files, as a plain backup has them. */
final class Dump {

    private static final Pattern RANDOM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\\\+x[0-9a-f]{64,}");
    private static final Set<String> KEPT = Set.of("ballot_tally", "ballot_report");

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

    /** Rows that were not there before, random bytes, times and numbers made even but for those of a result. */
    Map<String, List<String>> since(Dump before) {
        Map<String, List<String>> added = new LinkedHashMap<>();
        tables.forEach((name, rows) -> {
            List<String> more = new ArrayList<>(rows);
            before.tables.getOrDefault(name, List.of()).forEach(more::remove);
            if (!more.isEmpty()) {
                String numbers = KEPT.contains(name) ? "\\d{2,}" : "\\d+";
                added.put(
                        name,
                        more.stream()
                                .map(row -> even(row)
                                        .replaceAll("\\d{4}-\\d\\d-\\d\\d[ 0-9:.+]*", "TIME")
                                        .replaceAll("[0-9A-Z]{26}", "KEY")
                                        .replaceAll(numbers, "NUMBER"))
                                .toList());
            }
        });
        return added;
    }

    static String even(String text) {
        StringBuilder even = new StringBuilder();
        Matcher matcher = RANDOM.matcher(text);
        while (matcher.find()) {
            matcher.appendReplacement(even, "RANDOM" + matcher.group().length());
        }
        return matcher.appendTail(even).toString();
    }
}
