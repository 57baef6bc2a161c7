package org.orglife.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.publication.PublicationContent.Pledged;
import org.orglife.publication.PublicationContent.Problem;
import org.orglife.publication.PublicationContent.Promise;
import org.orglife.publication.PublicationContent.Step;
import org.orglife.publication.PublicationSheet.Column;
import org.orglife.publication.PublicationSheet.Group;
import org.orglife.shared.Labels;
import org.orglife.web.Dates;
import org.springframework.stereotype.Component;

/** Sets a publication in words (F19). */
@Component
public class PublicationSheets {

    /** A place where a narrow column may break a date. */
    private static final String BREAK = "\u200B";

    private final ContentJson json;
    private final Labels labels;
    private final Dates dates;
    private final Clock clock;

    PublicationSheets(ContentJson json, Labels labels, Dates dates, Clock clock) {
        this.json = json;
        this.labels = labels;
        this.dates = dates;
        this.clock = clock;
    }

    /** As it is, or as it would be if it were published today. */
    public PublicationSheet of(Publication publication) {
        PublicationContent content = json.read(publication.getContent());
        PublicationDetails details = publication.getDetails();
        return new PublicationSheet(
                publication.getKind(),
                details.title(),
                details.intro(),
                columns(publication.getKind()),
                lead(publication.getKind()),
                groups(publication.getKind(), content),
                period(details.from(), details.until()),
                details.contact(),
                details.signature(),
                dates.full(day(publication)),
                note(publication));
    }

    private LocalDate day(Publication publication) {
        By published = publication.getPublished();
        ZoneId zone = clock.getZone();
        return published == null ? dates.today() : LocalDate.ofInstant(published.at(), zone);
    }

    private String period(LocalDate from, LocalDate until) {
        String end = from.getYear() == until.getYear() ? dates.monthAndDay(until) : dates.full(until);
        return labels.text("publication.sheet.period.from-until", dates.full(from), end);
    }

    private String note(Publication publication) {
        LocalDate from = publication.getCountedFrom();
        LocalDate until = publication.getCountedUntil();
        return from == null || until == null
                ? ""
                : labels.text("publication.sheet.counted", dates.full(from), dates.monthAndDay(until));
    }

    private Column column(String key, String look) {
        return new Column(labels.text("publication.sheet." + key), look);
    }

    private List<Column> columns(PublicationKind kind) {
        return switch (kind) {
            case MEASURES ->
                List.of(
                        column("no", "no"),
                        column("problem", "text"),
                        column("measure", "text"),
                        column("due", "due"),
                        column("owner", "name"));
            case PROGRESS ->
                List.of(
                        column("no", "no"),
                        column("problem", "text"),
                        column("measure", "text"),
                        column("due", "due"),
                        column("owner", "name"),
                        column("progress", "word"));
            case PLEDGES ->
                List.of(
                        column("name", "name"),
                        column("post", "post"),
                        column("promise", "text"),
                        column("due", "due"));
            case POINTS ->
                List.of(column("no", "no"), column("name", "name"), column("points", "word"), column("total", "word"));
            case MEETING ->
                List.of(
                        column("heldOn", "due"),
                        column("form", "post"),
                        column("expected", "word"),
                        column("present", "word"));
        };
    }

    private static int lead(PublicationKind kind) {
        return switch (kind) {
            case MEASURES, PROGRESS, PLEDGES -> 2;
            case POINTS, MEETING -> 0;
        };
    }

    private List<Group> groups(PublicationKind kind, PublicationContent content) {
        List<Group> groups = new ArrayList<>();
        content.problems()
                .forEach(problem -> groups.add(new Group(
                        List.of(String.valueOf(groups.size() + 1), problem.text()), measures(kind, problem))));
        content.pledges()
                .forEach(pledged -> groups.add(new Group(List.of(pledged.name(), pledged.post()), promises(pledged))));
        content.points()
                .forEach(scored -> groups.add(new Group(
                        List.of(),
                        List.of(List.of(
                                String.valueOf(groups.size() + 1),
                                scored.name(),
                                String.valueOf(scored.points()),
                                String.valueOf(scored.total()))))));
        if (content.meeting() != null) {
            groups.add(new Group(
                    List.of(),
                    List.of(List.of(
                            dates.full(content.meeting().heldOn()),
                            labels.of(content.meeting().form()),
                            String.valueOf(content.meeting().expected()),
                            String.valueOf(content.meeting().present())))));
        }
        return groups;
    }

    private List<List<String>> measures(PublicationKind kind, Problem problem) {
        List<List<String>> rows = new ArrayList<>();
        boolean several = problem.measures().size() > 1;
        for (Step step : problem.measures()) {
            List<String> row = new ArrayList<>(List.of(
                    numbered(several, rows.size() + 1, step.text()),
                    due(step.dueOn(), "publication.sheet.longTerm"),
                    step.owner()));
            if (kind == PublicationKind.PROGRESS) {
                row.add(labels.of(step.progress()));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<List<String>> promises(Pledged pledged) {
        List<List<String>> rows = new ArrayList<>();
        boolean several = pledged.promises().size() > 1;
        for (Promise promise : pledged.promises()) {
            rows.add(List.of(
                    numbered(several, rows.size() + 1, promise.text()),
                    due(promise.dueOn(), "publication.sheet.longTerm")));
        }
        return rows;
    }

    private String numbered(boolean several, int number, String text) {
        return several ? labels.text("publication.sheet.numbered", String.valueOf(number), text) : text;
    }

    private String due(@Nullable LocalDate on, String without) {
        return on == null
                ? labels.text(without)
                : on.getYear() + labels.text("publication.sheet.year") + BREAK + dates.monthAndDay(on);
    }

    /** The same as a text to be pasted into a chat; with the address of the page where there is one. */
    public String text(PublicationSheet sheet, @Nullable String address) {
        StringBuilder text = new StringBuilder(sheet.title())
                .append("\n")
                .append(sheet.intro())
                .append("\n");
        for (Group group : sheet.groups()) {
            text.append("\n");
            if (!group.lead().isEmpty()) {
                text.append(labels.text(
                                "publication.text.lead." + (sheet.kind().isFromLedger() ? "numbered" : "named"),
                                group.lead().get(0),
                                group.lead().get(1)))
                        .append("\n");
            }
            group.rows().forEach(row -> text.append(line(sheet, row)).append("\n"));
        }
        text.append("\n")
                .append(labels.text("publication.text.period", sheet.period()))
                .append("\n");
        text.append(labels.text("publication.text.contact", sheet.contact())).append("\n");
        if (address != null) {
            text.append(labels.text("publication.text.address", address)).append("\n");
        }
        return text.append(sheet.signature())
                .append("\n")
                .append(sheet.day())
                .toString()
                .replace(BREAK, "");
    }

    /** The first cell as it is, what belongs to it behind. */
    private String line(PublicationSheet sheet, List<String> row) {
        List<String> rest = new ArrayList<>();
        int first = sheet.lead() == 0 ? 0 : 1;
        for (int at = first; at < row.size(); at++) {
            rest.add(labels.text(
                    "publication.text.cell",
                    sheet.columns().get(sheet.lead() + at).label(),
                    row.get(at)));
        }
        String tail = String.join(labels.text("publication.text.between"), rest);
        return first == 0 ? tail : labels.text("publication.text.row", row.get(0), tail);
    }
}
