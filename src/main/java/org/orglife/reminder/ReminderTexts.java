package org.orglife.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orglife.shared.Labels;
import org.springframework.stereotype.Component;

/**
 * 提醒文字 ready for a group chat, since that is where a branch lives. A group reads them: they tell numbers and dates, the
 * owner only of items of the branch, never what a problem says.
 */
@Component
public class ReminderTexts {

    private final Labels labels;
    private final Clock clock;

    ReminderTexts(Labels labels, Clock clock) {
        this.labels = labels;
        this.clock = clock;
    }

    /** A text and for whom it is. */
    public record ReminderText(String whom, String text) {}

    /** One text for each owner, to be sent to him alone. */
    public List<ReminderText> forOwners(List<OverdueBoard.Row> rows) {
        Map<Long, List<OverdueBoard.Row>> byOwner = new LinkedHashMap<>();
        rows.forEach(row -> byOwner.computeIfAbsent(row.measure().ownerId(), owner -> new ArrayList<>())
                .add(row));
        List<ReminderText> texts = new ArrayList<>();
        byOwner.values().forEach(own -> {
            String owner = own.get(0).measure().owner();
            texts.add(new ReminderText(
                    owner, labels.text("reminder.text.owner", owner, String.valueOf(own.size()), lines(own))));
        });
        return texts;
    }

    /** One text for each branch, for its group: items of the branch only. */
    public List<ReminderText> forBranches(List<OverdueBoard.Row> rows) {
        Map<String, List<OverdueBoard.Row>> byBranch = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !row.measure().isPersonal())
                .forEach(row -> byBranch.computeIfAbsent(row.measure().branch(), branch -> new ArrayList<>())
                        .add(row));
        List<ReminderText> texts = new ArrayList<>();
        byBranch.forEach((branch, own) -> texts.add(new ReminderText(
                branch, labels.text("reminder.text.branch", branch, String.valueOf(own.size()), ownedLines(own)))));
        return texts;
    }

    private String lines(List<OverdueBoard.Row> rows) {
        return String.join(
                "；",
                rows.stream()
                        .map(row -> labels.text(
                                "reminder.text.line",
                                String.valueOf(row.measure().number()),
                                String.valueOf(row.measure().measureNumber()),
                                when(row)))
                        .toList());
    }

    private String ownedLines(List<OverdueBoard.Row> rows) {
        return String.join(
                "；",
                rows.stream()
                        .map(row -> labels.text(
                                "reminder.text.owned",
                                String.valueOf(row.measure().number()),
                                String.valueOf(row.measure().measureNumber()),
                                when(row),
                                row.measure().owner()))
                        .toList());
    }

    private String when(OverdueBoard.Row row) {
        LocalDate due = row.measure().dueOn();
        long late = row.daysLate();
        String date = labels.text("reminder.text.date", due.getMonthValue(), due.getDayOfMonth());
        if (due.getYear() != LocalDate.now(clock).getYear()) {
            date = labels.text("reminder.text.year", String.valueOf(due.getYear())) + date;
        }
        return late > 0
                ? labels.text("reminder.text.late", date, String.valueOf(late))
                : labels.text("reminder.text.due", date);
    }
}
