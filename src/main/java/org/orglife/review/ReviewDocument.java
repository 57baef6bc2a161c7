package org.orglife.review;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.NotFoundException;
import org.orglife.word.WordDocument;
import org.springframework.stereotype.Component;

/**
 * 民主评议党员登记表 (F16), one for each member. It bears no number of an identity card and no address; what the member, the
 * others and the superior write themselves is left blank.
 */
@Component
public class ReviewDocument {

    private final MemberService members;
    private final Labels labels;

    ReviewDocument(MemberService members, Labels labels) {
        this.members = members;
        this.labels = labels;
    }

    /** Name of the file, for the person who saves it. */
    public String name(ReviewView view, ReviewLine line) {
        return text(
                "file", line.name(), String.valueOf(view.task().getCampaign().getYear()));
    }

    /**
     * The document.
     *
     * @throws NotFoundException if the member has left for a branch outside the scope
     */
    public WordDocument write(ReviewView view, ReviewLine line, BranchScope scope) {
        Member member = members.get(line.memberId(), scope).member();
        WordDocument document = new WordDocument(text("title"));
        document.subtitle(text("year", String.valueOf(view.task().getCampaign().getYear())));
        document.fact(labels.text("review.name"), member.getName())
                .fact(labels.text("organisation.member.gender"), labels.of(member.getGender()))
                .fact(text("born"), month(member.getBornOn()))
                .fact(labels.text("organisation.member.joinedOn"), month(member.getJoinedOn()))
                .fact(labels.text("organisation.member.fullOn"), month(member.getFullOn()))
                .fact(text("seat"), labels.of(line.seat()))
                .fact(text("branch"), view.task().getBranch().getName());
        document.heading(1, text("self")).paragraph(text("blank"));
        document.heading(1, text("others")).paragraph(text("blank"));
        document.heading(1, labels.text("review.votes")).paragraph(votes(view, line));
        decision(document, view, line);
        document.heading(1, text("own"))
                .paragraph(
                        line.row() != null && line.row().getStatement() != null
                                ? line.row().getStatement()
                                : text("blank"));
        document.heading(1, text("superior")).paragraph(text("blank"));
        return document.signature(text("secretary")).signature(text("member"));
    }

    private String votes(ReviewView view, ReviewLine line) {
        Votes votes = view.shownVotes(line);
        if (votes == null) {
            return text("none");
        }
        return votes.counts().isEmpty()
                ? labels.text("review.votes.few", String.valueOf(votes.valid()))
                : votes.counts().stream()
                        .map(count -> text("votes", labels.text(count.labelKey()), String.valueOf(count.votes())))
                        .collect(Collectors.joining("，"));
    }

    private void decision(WordDocument document, ReviewView view, ReviewLine line) {
        document.heading(1, labels.text("review.decision"));
        MemberReview row = line.row();
        if (row == null || row.getGrade() == null || row.getOpinion() == null) {
            document.paragraph(line.isGraded() ? text("undecided") : labels.of(line.participation()));
            return;
        }
        document.paragraph(labels.text("review.grade"), labels.of(row.getGrade()));
        document.paragraph(labels.text("review.opinion"), row.getOpinion());
        ReviewMeeting meeting = view.meetingOf(line);
        if (meeting != null) {
            document.paragraph(
                    text("decided", labels.text("review.body." + meeting.getBody()), full(meeting.getHeldOn())));
        }
    }

    private static String month(@Nullable LocalDate date) {
        return date == null ? "" : date.getYear() + "年" + date.getMonthValue() + "月";
    }

    private static String full(LocalDate date) {
        return month(date) + date.getDayOfMonth() + "日";
    }

    private String text(String key, Object... arguments) {
        return labels.text("review.word." + key, arguments);
    }
}
