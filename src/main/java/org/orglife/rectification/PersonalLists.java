package org.orglife.rectification;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.ReportSheet;
import org.orglife.excel.ReportWorkbook;
import org.orglife.shared.Labels;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** F02 党员个人整改台账: a sheet for each person, to be signed. */
@Component
class PersonalLists {

    private final JdbcClient jdbc;
    private final Labels labels;

    PersonalLists(JdbcClient jdbc, Labels labels) {
        this.jdbc = jdbc;
        this.labels = labels;
    }

    /** Adds a sheet for each person; for nobody a sheet without lines, as a workbook needs one. */
    void add(ReportWorkbook workbook, Collection<List<LedgerLine>> persons, LedgerSheets.Heading heading)
            throws IOException {
        Map<Long, String> groups = groups(persons);
        for (List<LedgerLine> lines : persons) {
            LedgerRow first = lines.get(0).problem();
            String name = first.subject() == null ? "" : first.subject();
            workbook.add(sheet(name, place(first, groups), heading, numbers(lines)), lines.stream());
        }
        if (persons.isEmpty()) {
            workbook.add(
                    sheet(heading.filledInBy(), heading.unit(), heading, Map.of()), List.<LedgerLine>of().stream());
        }
    }

    private Map<Long, String> groups(Collection<List<LedgerLine>> persons) {
        List<Long> members = persons.stream()
                .map(lines -> lines.get(0).problem().subjectId())
                .toList();
        Map<Long, String> groups = new HashMap<>();
        if (!members.isEmpty()) {
            jdbc.sql("""
                            select m.member_id, g.name from membership m join org_unit g on g.id = m.group_id
                            where m.member_id in (:members) and m.until_on is null
                            """)
                    .param("members", members)
                    .query((row, number) -> groups.put(row.getLong(1), row.getString(2)))
                    .list();
        }
        return groups;
    }

    /** A person's own list counts from one: the numbers of the branch's ledger would show gaps to explain. */
    private static Map<Long, Integer> numbers(List<LedgerLine> lines) {
        Map<Long, Integer> numbers = new HashMap<>();
        lines.forEach(line -> numbers.putIfAbsent(line.problem().id(), numbers.size() + 1));
        return numbers;
    }

    private String place(LedgerRow row, Map<Long, String> groups) {
        String group = row.subjectId() == null ? null : groups.get(row.subjectId());
        return group == null ? row.branch() : labels.text("rectification.sheet.personal.place", row.branch(), group);
    }

    private ReportSheet<LedgerLine> sheet(
            String name, String place, LedgerSheets.Heading heading, Map<Long, Integer> numbers) {
        String title = labels.text("rectification.sheet.personalList.title");
        return ReportSheet.<LedgerLine>titled(name, heading.title() == null ? title : heading.title() + title)
                .headLine(
                        labels.text("rectification.sheet.personal.name", name),
                        labels.text("rectification.sheet.personal.branch", place),
                        labels.text("rectification.sheet.personal.on", LedgerSheets.day(heading.on())))
                .centred(word("number"), 6, line -> numbers.get(line.problem().id()))
                .left(word("aspect"), 16, line -> line.problem().aspect())
                .left(word("text"), 38, line -> line.problem().text())
                .left(word("measure"), 40, PersonalLists::measure)
                .centred(word("personal.due"), 12, this::due)
                .left(word("personal.done"), 16, this::progress)
                .centred(word("personal.sign"), 12, line -> null)
                .groupedBy(line -> line.problem().id(), 3)
                .foot(labels.text("rectification.sheet.personal.promise"))
                .foot(labels.text("rectification.sheet.personal.secretary"));
    }

    private static @Nullable String measure(LedgerLine line) {
        LedgerMeasure measure = line.measure();
        return measure == null ? null : "(" + measure.position() + ") " + measure.text();
    }

    private @Nullable Object due(LedgerLine line) {
        LedgerMeasure measure = line.measure();
        if (measure == null) {
            return null;
        }
        return measure.dueOn() != null ? measure.dueOn() : labels.of(measure.track());
    }

    private @Nullable String progress(LedgerLine line) {
        LedgerMeasure measure = line.measure();
        if (measure == null) {
            return null;
        }
        LocalDate done = measure.doneOn();
        return done == null ? measure.progress() : labels.text("rectification.sheet.done", done.toString());
    }

    private String word(String name) {
        return labels.text("rectification.sheet." + name);
    }
}
