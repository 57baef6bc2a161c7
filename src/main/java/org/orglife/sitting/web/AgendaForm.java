package org.orglife.sitting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.AgendaType;
import org.orglife.shared.TypedText;
import org.orglife.sitting.AgendaDetails;
import org.orglife.sitting.AgendaPlanning.Line;
import org.orglife.web.ListParams;
import org.springframework.validation.Errors;

/**
 * The agenda while somebody works on it: everything as it was typed, so that rows can be moved before they are right.
 *
 * @param version what {@link org.orglife.sitting.AgendaPlanning#mark} said of the agenda it was made from
 */
record AgendaForm(List<Row> lines, @Nullable Long version) {

    private static final int MOST = 40;
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_PERSON = 40;
    private static final int LONGEST_REASON = 300;
    private static final int MOST_MINUTES = 480;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    AgendaForm {
        lines = List.copyOf(lines);
    }

    /**
     * A line of it.
     *
     * @param id null for an item that is not kept yet
     */
    record Row(
            @Nullable Long id,
            AgendaType type,
            String title,
            String person,
            String minutes,
            boolean struck,
            String reason) {

        static Row of(Line line) {
            AgendaDetails details = line.details();
            return new Row(
                    line.id(),
                    line.type(),
                    details.title(),
                    details.person() == null ? "" : details.person(),
                    details.plannedMinutes() == null ? "" : String.valueOf(details.plannedMinutes()),
                    line.struck(),
                    line.struckReason() == null ? "" : line.struckReason());
        }

        /** One that the branch has added itself can be taken off without a trace. */
        public boolean isOwn() {
            return type == AgendaType.OTHER || type == AgendaType.VOTE;
        }

        public boolean isMust() {
            return type.isMust();
        }

        /** Null where nothing, or no number, was typed. */
        @Nullable
        Integer planned() {
            String typed = TypedText.cleanCode(minutes);
            return typed == null || !NUMBER.matcher(typed).matches() ? null : Integer.valueOf(typed);
        }

        Line toLine() {
            return new Line(
                    id,
                    type,
                    new AgendaDetails(String.valueOf(TypedText.clean(title)), TypedText.clean(person), planned()),
                    struck,
                    struck ? TypedText.clean(reason) : null);
        }
    }

    static AgendaForm of(List<Line> lines, long mark) {
        return new AgendaForm(lines.stream().map(Row::of).toList(), mark);
    }

    /** What was sent, up to the first row that is missing. */
    static AgendaForm read(HttpServletRequest request) {
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < MOST && request.getParameter("lines[" + at + "].type") != null; at++) {
            String row = "lines[" + at + "].";
            AgendaType type = ListParams.constant(AgendaType.values(), request.getParameter(row + "type"));
            rows.add(new Row(
                    number(request.getParameter(row + "id")),
                    type == null ? AgendaType.OTHER : type,
                    // a title is one line, however it was pasted
                    typed(request, row + "title").replaceAll("\\s*[\\r\\n]+\\s*", " "),
                    typed(request, row + "person"),
                    typed(request, row + "minutes"),
                    request.getParameter(row + "struck") != null,
                    typed(request, row + "reason")));
        }
        return new AgendaForm(rows, number(request.getParameter("version")));
    }

    private static String typed(HttpServletRequest request, String field) {
        String value = request.getParameter(field);
        return value == null ? "" : value;
    }

    private static @Nullable Long number(@Nullable String value) {
        try {
            return value == null || value.isEmpty() ? null : Long.valueOf(value);
        } catch (NumberFormatException notMadeHere) {
            return null;
        }
    }

    /**
     * Does what a button beside a row says: {@code up-2}, {@code down-2}, {@code drop-2}, {@code add-OTHER}, {@code
     * add-VOTE}. Whatever else is asked for changes nothing.
     */
    AgendaForm after(String act) {
        List<Row> rows = new ArrayList<>(lines);
        String[] words = act.split("-", 2);
        Long at = words.length == 2 ? number(words[1]) : null;
        if (act.equals("add-OTHER") || act.equals("add-VOTE")) {
            add(rows, AgendaType.valueOf(words[1]));
        } else if (at != null && at >= 0 && at < rows.size()) {
            change(rows, words[0], at.intValue());
        }
        return new AgendaForm(rows, version);
    }

    /** Before the closing speech. */
    private static void add(List<Row> rows, AgendaType type) {
        if (rows.size() < MOST) {
            boolean closed = !rows.isEmpty() && rows.get(rows.size() - 1).type() == AgendaType.CLOSING;
            rows.add(closed ? rows.size() - 1 : rows.size(), new Row(null, type, "", "", "", false, ""));
        }
    }

    private static void change(List<Row> rows, String what, int at) {
        int to = what.equals("up") ? at - 1 : at + 1;
        if (what.equals("drop") && rows.get(at).isOwn()) {
            rows.remove(at);
        } else if ((what.equals("up") || what.equals("down")) && to >= 0 && to < rows.size()) {
            rows.add(to, rows.remove(at));
        }
    }

    void check(Errors errors) {
        for (int at = 0; at < lines.size(); at++) {
            Row row = lines.get(at);
            String name = "lines[" + at + "].";
            check(errors, name + "title", row.title(), LONGEST_TITLE, "title");
            check(errors, name + "person", row.person(), LONGEST_PERSON, "person");
            check(errors, name + "reason", row.struck() ? row.reason() : "", LONGEST_REASON, "reason");
            if (TypedText.clean(row.title()) == null) {
                errors.rejectValue(name + "title", "sitting.agenda.title.missing");
            }
            if (row.struck() && row.isMust() && TypedText.clean(row.reason()) == null) {
                errors.rejectValue(name + "reason", "sitting.agenda.reason.missing");
            }
            Integer planned = row.planned();
            boolean wrong =
                    planned == null ? TypedText.clean(row.minutes()) != null : planned < 1 || planned > MOST_MINUTES;
            if (wrong) {
                errors.rejectValue(name + "minutes", "sitting.agenda.minutes.wrong");
            }
        }
        if (lines.isEmpty()) {
            errors.reject("sitting.agenda.empty");
        }
    }

    private static void check(Errors errors, String field, String typed, int most, String word) {
        String text = TypedText.clean(typed);
        if (text != null && TypedText.isForbidden(text)) {
            errors.rejectValue(field, "sitting.agenda.forbidden");
        } else if (text != null && TypedText.length(text) > most) {
            errors.rejectValue(field, "sitting.agenda." + word + ".long");
        }
    }

    List<Line> toLines() {
        return lines.stream().map(Row::toLine).toList();
    }

    /** Whether the members criticise themselves and each other in it. */
    boolean hasRound() {
        return lines.stream().anyMatch(row -> row.type() == AgendaType.CRITICISM_ROUND && !row.struck());
    }

    /** Minutes of what is dealt with, as far as they are known. */
    int minutes() {
        return lines.stream()
                .filter(row -> !row.struck())
                .map(Row::planned)
                .mapToInt(planned -> planned == null ? 0 : Math.min(planned, MOST_MINUTES))
                .sum();
    }
}
