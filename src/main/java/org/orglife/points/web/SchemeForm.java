package org.orglife.points.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.points.PointsPeriod;
import org.orglife.points.PointsScheme;
import org.orglife.points.WriteScheme;
import org.orglife.shared.TypedText;
import org.springframework.validation.Errors;

/** 积分办法: its items one a line, as {@code 参加主题党日｜2｜8}: what for, points, points in a period at most. */
record SchemeForm(
        @NotNull(message = "{points.year.missing}")
        @Min(value = 2000, message = "{points.year.odd}")
        @Max(value = 2100, message = "{points.year.odd}")
        @Nullable
        Integer year,

        @NotNull(message = "{points.base.odd}")
        @Min(value = 0, message = "{points.base.odd}")
        @Max(value = 1000, message = "{points.base.odd}")
        @Nullable
        Integer base,

        @Min(value = 1, message = "{points.cap.odd}") @Max(value = 10000, message = "{points.cap.odd}") @Nullable
        Integer cap,

        @NotNull(message = "{points.period.missing}") @Nullable
        PointsPeriod period,

        @NotNull(message = "{points.scheme.no-items}") @Nullable
        String items,

        @Nullable Long version) {

    private static final Pattern LINE = Pattern.compile("(.+?)[|｜]\\s*([-－]?\\d{1,3})\\s*(?:[|｜]\\s*(\\d{1,4})\\s*)?");
    private static final int LONGEST_NAME = 60;
    private static final int MOST_POINTS = 100;
    private static final int MOST_ITEMS = 50;

    static SchemeForm blank(int year) {
        return new SchemeForm(year, 0, null, PointsPeriod.MONTH, null, null);
    }

    static SchemeForm of(PointsScheme scheme) {
        return new SchemeForm(
                scheme.getYear(),
                scheme.getBase(),
                scheme.getCap(),
                scheme.getPeriod(),
                scheme.getItems().stream()
                        .map(item -> item.getName() + "｜" + item.getPoints()
                                + (item.getMost() == null ? "" : "｜" + item.getMost()))
                        .collect(Collectors.joining("\n")),
                scheme.getVersion());
    }

    /** Notes the first line that cannot be read. */
    void check(Errors errors) {
        List<String> lines = lines();
        if (items != null && (lines.isEmpty() || lines.size() > MOST_ITEMS)) {
            errors.rejectValue("items", lines.isEmpty() ? "points.scheme.no-items" : "points.scheme.many");
        }
        lines.stream()
                .filter(line -> item(line) == null)
                .findFirst()
                .ifPresent(line -> errors.rejectValue("items", "points.items.odd", new Object[] {line}, null));
    }

    private List<String> lines() {
        return items == null
                ? List.of()
                : items.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    private static WriteScheme.@Nullable Item item(String line) {
        Matcher parts = LINE.matcher(line);
        String name = parts.matches() ? TypedText.clean(parts.group(1)) : null;
        if (name == null || TypedText.length(name) > LONGEST_NAME) {
            return null;
        }
        int points = Integer.parseInt(parts.group(2).replace('－', '-'));
        Integer most = parts.group(3) == null ? null : Integer.valueOf(parts.group(3));
        boolean odd = points == 0
                || Math.abs(points) > MOST_POINTS
                || (most != null && (most < Math.abs(points) || most > 10 * MOST_POINTS));
        return odd ? null : new WriteScheme.Item(name, points, most);
    }

    /** Only to be called on a form that has passed validation. */
    WriteScheme toCommand() {
        List<WriteScheme.Item> read = new ArrayList<>();
        lines().forEach(line -> read.add(Objects.requireNonNull(item(line))));
        return new WriteScheme(
                Objects.requireNonNull(year), Objects.requireNonNull(base), cap, Objects.requireNonNull(period), read);
    }
}
