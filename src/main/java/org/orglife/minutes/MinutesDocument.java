package org.orglife.minutes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orglife.meeting.MeetingForm;
import org.orglife.shared.Labels;
import org.orglife.word.WordDocument;
import org.orglife.word.WordTable;
import org.springframework.stereotype.Component;

/** Minutes on paper (F20): as much of them as their reader may see. */
@Component
public class MinutesDocument {

    private final Labels labels;
    private final Clock clock;

    MinutesDocument(Labels labels, Clock clock) {
        this.labels = labels;
        this.clock = clock;
    }

    /** Name of the file, for the person who saves it. */
    public String name(MinutesView view) {
        return text(
                "file", view.content().branch(), String.valueOf(view.content().heldOn()));
    }

    /** The document. */
    public WordDocument write(MinutesView view) {
        MinutesContent content = view.content();
        WordDocument document = new WordDocument(title(content));
        subtitle(view).ifPresent(document::subtitle);
        head(document, content, view.reader());
        content.items().forEach(item -> item(document, item, view.reader()));
        if (content.conclusion() != null) {
            document.heading(1, labels.text("minutes.conclusion")).paragraph(content.conclusion());
        }
        decisions(document, content);
        if (content.endedAt() != null) {
            document.paragraph(text("end", clockTime(content.endedAt())));
        }
        sign(document, view);
        return document;
    }

    /** Branch and campaign in two lines: the title of a campaign is long. */
    private String title(MinutesContent content) {
        String again = content.number() > 1 ? text("again", content.number()) : "";
        return content.branch() + "\n" + text("title", content.campaign()) + again;
    }

    private Optional<String> subtitle(MinutesView view) {
        if (view.isImported()) {
            return Optional.of(text("imported"));
        }
        if (!view.frozen()) {
            return Optional.of(text("draft"));
        }
        return view.number() > 1 ? Optional.of(text("version", String.valueOf(view.number()))) : Optional.empty();
    }

    private void head(WordDocument document, MinutesContent content, MinutesReader reader) {
        MinutesContent.Count count = content.count();
        document.fact(labels.text("minutes.when"), when(content))
                .fact(labels.text("minutes.place"), content.place())
                .fact(labels.text("minutes.chair"), content.chair())
                .fact(labels.text("minutes.recorder"), content.recorder());
        if (content.form() != MeetingForm.GENERAL_MEETING) {
            document.fact(labels.text("meeting.form"), labels.text("meeting.meetingForm." + content.form()));
        }
        document.fact(labels.text("minutes.expected"), text("persons", String.valueOf(count.expected())))
                .fact(
                        labels.text("minutes.present"),
                        text("present", number(count.present()), number(count.full()), number(count.probationary())));
        for (MinutesContent.Coming one : content.sittings()) {
            document.fact(
                    labels.text("minutes.sitting", number(one.number())),
                    text(
                            "sitting",
                            full(one.heldOn()),
                            clockTime(one.begunAt()),
                            number(one.expected()),
                            number(one.present())));
        }
        document.fact(labels.text("minutes.absent"), absent(content, reader));
        document.fact(labels.text("minutes.guests"), guests(content, reader));
        document.fact(
                labels.text("minutes.topics"),
                content.items().stream()
                        .filter(item -> !item.struck())
                        .map(MinutesContent.Item::title)
                        .collect(Collectors.joining("；")));
    }

    private String when(MinutesContent content) {
        String day = full(content.heldOn());
        return content.startedAt() == null || content.endedAt() == null
                ? day
                : text("when", day, clockTime(content.startedAt()), clockTime(content.endedAt()));
    }

    private String absent(MinutesContent content, MinutesReader reader) {
        MinutesContent.Count count = content.count();
        if (count.excused() + count.absent() == 0) {
            return text("nobody");
        }
        String numbers = text("absent", number(count.excused()), number(count.absent()));
        if (!reader.names()) {
            return numbers;
        }
        return numbers + "：" + content.absentees().stream().map(this::absentee).collect(Collectors.joining("、"));
    }

    private String absentee(MinutesContent.Absentee one) {
        String why = one.reason() == null ? labels.of(one.status()) : labels.of(one.reason());
        return one.name() + "（" + why + "）";
    }

    private String guests(MinutesContent content, MinutesReader reader) {
        if (content.count().guests() == 0) {
            return text("nobody");
        }
        return reader.names()
                ? content.guests().stream()
                        .map(one -> (one.unit() == null ? "" : one.unit())
                                + one.name()
                                + "（"
                                + labels.of(one.capacity())
                                + "）")
                        .collect(Collectors.joining("、"))
                : text("persons", String.valueOf(content.count().guests()));
    }

    private void item(WordDocument document, MinutesContent.Item item, MinutesReader reader) {
        document.heading(1, item.person() == null ? item.title() : text("heading", item.title(), item.person()));
        if (item.struck()) {
            document.paragraph(
                    item.struckReason() == null
                            ? labels.text("minutes.struck")
                            : labels.text("minutes.struckBecause", item.struckReason()));
        }
        if (item.notes() != null) {
            document.paragraph(item.notes());
        }
        for (MinutesContent.Said said : item.statements()) {
            document.paragraph(
                    said.speaker() + "（" + (said.unit() == null ? labels.of(said.capacity()) : said.unit()) + "）",
                    said.text() == null ? labels.text("minutes.spoke") : said.text());
        }
        if (item.vote() != null) {
            MinutesContent.Vote vote = item.vote();
            document.paragraph(labels.text(
                    "minutes.vote",
                    number(vote.expectedVoters()),
                    number(vote.presentVoters()),
                    number(vote.approve()),
                    number(vote.against()),
                    number(vote.abstain()),
                    labels.text(vote.carried() ? "minutes.vote.carried" : "minutes.vote.lost")));
        }
        item.ballots().forEach(ballot -> document.paragraph(ballot(ballot)));
        if (!item.turns().isEmpty()) {
            document.table(round(item.turns()));
        } else if (item.isEmpty() && !item.struck() && reader.notes()) {
            document.paragraph(labels.text("minutes.nothing"));
        }
    }

    private String ballot(MinutesContent.Ballot ballot) {
        return labels.text(
                ballot.voided() ? "minutes.ballot.void" : "minutes.ballot",
                number(ballot.round()),
                number(ballot.issued()),
                number(ballot.returned()),
                number(ballot.valid()),
                number(ballot.invalid()),
                ballot.scrutineer(),
                ballot.teller());
    }

    private WordTable round(List<MinutesContent.Speech> turns) {
        WordTable table = WordTable.titled(labels.text("minutes.round"))
                .centred(labels.text("minutes.round.name"), 6)
                .left(labels.text("minutes.round.self"), 12)
                .left(labels.text("minutes.round.critics"), 15)
                .left(labels.text("minutes.round.response"), 9);
        for (MinutesContent.Speech turn : turns) {
            table.row(turn.name(), self(turn), critics(turn), response(turn));
        }
        return table;
    }

    private String self(MinutesContent.Speech turn) {
        if (!turn.spoke()) {
            return turn.skipReason() == null
                    ? labels.text("minutes.round.silent")
                    : labels.text("minutes.round.skipped", turn.skipReason());
        }
        return turn.selfCriticism() == null ? labels.text("minutes.round.did") : turn.selfCriticism();
    }

    private static String critics(MinutesContent.Speech turn) {
        return turn.critics().isEmpty()
                ? "—"
                : Stream.concat(
                                turn.critics().stream()
                                        .filter(critic -> critic.gist() != null)
                                        .map(critic -> critic.name() + "：" + critic.gist()),
                                others(turn).stream())
                        .collect(Collectors.joining("\n"));
    }

    /** Those of whom no wording was written, in one line. */
    private static List<String> others(MinutesContent.Speech turn) {
        List<String> names = turn.critics().stream()
                .filter(critic -> critic.gist() == null)
                .map(MinutesContent.Critic::name)
                .toList();
        return names.isEmpty() ? List.of() : List.of(String.join("、", names));
    }

    private String response(MinutesContent.Speech turn) {
        if (!turn.spoke()) {
            return "—";
        }
        return turn.response() == null ? labels.text("minutes.round.responded") : turn.response();
    }

    private void decisions(WordDocument document, MinutesContent content) {
        document.heading(1, labels.text("minutes.decisions"));
        if (content.decisions().isEmpty()) {
            document.paragraph(text("nobody"));
            return;
        }
        List<String> lines = new ArrayList<>();
        for (MinutesContent.Decision one : content.decisions()) {
            lines.add(text(
                    "decision",
                    one.text(),
                    one.owner() == null ? "—" : one.owner(),
                    one.dueOn() == null ? "—" : full(one.dueOn())));
        }
        document.items(lines);
    }

    /** Whoever has signed here stands with the minute in which he did; otherwise there is room to sign by hand. */
    private void sign(WordDocument document, MinutesView view) {
        for (MinutesView.Signed one : view.signatures()) {
            String label = labels.text("minutes.signatureOf." + one.role());
            if (one.isDone() && one.at() != null) {
                document.fact(label, text("signed", one.name(), full(one.at()), clockTime(one.at())));
            } else {
                document.signature(label);
            }
        }
    }

    private static String number(int number) {
        return String.valueOf(number);
    }

    private String full(Instant at) {
        return full(LocalDate.ofInstant(at, clock.getZone()));
    }

    private static String full(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    private String clockTime(@Nullable Instant at) {
        if (at == null) {
            return "";
        }
        LocalTime time = LocalTime.ofInstant(at, clock.getZone());
        return "%02d:%02d".formatted(time.getHour(), time.getMinute());
    }

    private String text(String key, Object... arguments) {
        return labels.text("minutes.word." + key, arguments);
    }
}
