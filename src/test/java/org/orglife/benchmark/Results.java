package org.orglife.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was measured, as a table. */
class Results {

    private final List<String[]> lines = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    /**
     * One comparison.
     *
     * @param ours seconds
     * @param bare seconds
     * @param limit how many times as long ours may take
     * @param allowance seconds that ours may take on top of that
     */
    void add(String what, double ours, double bare, double limit, double allowance) {
        boolean met = ours <= limit * bare + allowance;
        lines.add(new String[] {
            what,
            seconds(ours),
            seconds(bare),
            number("%.2f", ours / bare),
            "≤ " + number("%.1f", limit) + (allowance > 0 ? " + " + seconds(allowance) : ""),
            met ? "met" : "MISSED"
        });
        if (!met) {
            missed.add(what);
        }
    }

    /** A comparison without a limit. */
    void compare(String what, double ours, double bare) {
        lines.add(new String[] {what, seconds(ours), seconds(bare), number("%.2f", ours / bare), "", ""});
    }

    /** A figure that is only told. */
    void note(String what, String figure) {
        lines.add(new String[] {what, figure, "", "", "", ""});
    }

    /** A time with a limit of its own. */
    void within(String what, double ours, double limit) {
        boolean met = ours <= limit;
        lines.add(new String[] {what, seconds(ours), "", "", "≤ " + seconds(limit), met ? "met" : "MISSED"});
        if (!met) {
            missed.add(what);
        }
    }

    List<String> missed() {
        return List.copyOf(missed);
    }

    static double percentile(double[] values, int percent) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static String seconds(double value) {
        return value < 1 ? number("%.1f ms", value * 1000) : number("%.2f s", value);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder();
        table.append(row("what", "ours", "bare", "ratio", "limit", ""));
        for (String[] line : lines) {
            table.append(row(line));
        }
        return table.toString();
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-58s %12s %12s %7s %16s %s%n", (Object[]) cells);
    }
}
