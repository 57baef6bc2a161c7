package org.orglife.review;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.excel.ExcelTable;
import org.orglife.shared.Labels;
import org.springframework.stereotype.Component;

/** 评定结果与反馈登记 (F17) as a workbook, in the order of the roster; for the committee. */
@Component
public class ReviewRegister {

    private final Labels labels;

    ReviewRegister(Labels labels) {
        this.labels = labels;
    }

    /** Name of the file, for the person who saves it. */
    public String name(ReviewView view) {
        return labels.text(
                "review.register.file",
                view.task().getBranch().getName(),
                String.valueOf(view.task().getCampaign().getYear()));
    }

    private record Entry(int number, ReviewLine line) {

        @Nullable
        MemberReview row() {
            return line.row();
        }

        @Nullable
        Told told() {
            MemberReview row = row();
            return row == null ? null : row.getTold();
        }
    }

    /** One row for each member on the list. */
    public void write(ReviewView view, OutputStream out) throws IOException {
        ExcelTable<Entry> table = ExcelTable.<Entry>titled(labels.text("review.register"))
                .column(labels.text("review.number"), 5, Entry::number)
                .column(labels.text("review.name"), 9, entry -> entry.line().name())
                .column(
                        labels.text("review.kind"),
                        9,
                        entry -> labels.of(entry.line().kind()))
                .column(
                        labels.text("review.part"),
                        14,
                        entry -> labels.of(entry.line().participation()))
                .column(labels.text("review.votes"), 22, entry -> votes(view, entry.line()))
                .column(
                        labels.text("review.everyday"),
                        22,
                        entry -> entry.row() == null ? null : entry.row().getEveryday())
                .column(
                        labels.text("review.study"),
                        20,
                        entry -> entry.row() == null ? null : entry.row().getStudy())
                .column(
                        labels.text("review.grade"),
                        8,
                        entry -> labels.of(entry.line().grade()))
                .column(
                        labels.text("review.opinion"),
                        24,
                        entry -> entry.row() == null ? null : entry.row().getOpinion())
                .column(labels.text("review.meeting.column"), 12, entry -> meeting(view, entry.line()))
                .column(
                        labels.text("review.feedback.by"),
                        9,
                        entry -> entry.told() == null
                                ? null
                                : view.tellers().get(entry.told().fedBackBy()))
                .column(
                        labels.text("review.feedback.day"),
                        11,
                        entry -> entry.told() == null ? null : entry.told().fedBackOn())
                .column(
                        labels.text("review.feedback.way"),
                        7,
                        entry -> entry.told() == null
                                ? null
                                : labels.of(entry.told().feedbackWay()))
                .column(labels.text("review.confirmed"), 10, entry -> confirmed(entry.row()));
        int[] number = {0};
        table.write(view.lines().stream().map(line -> new Entry(++number[0], line)), out);
    }

    private @Nullable String votes(ReviewView view, ReviewLine line) {
        Votes votes = view.shownVotes(line);
        if (votes == null) {
            return null;
        }
        return votes.counts().isEmpty()
                ? labels.text("review.votes.few", String.valueOf(votes.valid()))
                : votes.counts().stream()
                        .map(count -> labels.text(count.labelKey()) + " " + count.votes())
                        .collect(Collectors.joining("，"));
    }

    private @Nullable String meeting(ReviewView view, ReviewLine line) {
        ReviewMeeting meeting = view.meetingOf(line);
        return meeting == null ? null : labels.text("review.body." + meeting.getBody()) + " " + meeting.getHeldOn();
    }

    private @Nullable String confirmed(@Nullable MemberReview row) {
        if (row == null || !row.isAnswered()) {
            return null;
        }
        return labels.text(row.getStatement() == null ? "review.confirmed.known" : "review.confirmed.stated");
    }
}
