package org.orglife.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Member;
import org.orglife.organisation.Roster;
import org.orglife.review.DispositionCases;
import org.orglife.review.Feedback;
import org.orglife.review.FeedbackWay;
import org.orglife.review.Grade;
import org.orglife.review.Participation;
import org.orglife.review.RecheckOutcome;
import org.orglife.review.ReviewLine;
import org.orglife.review.ReviewMeetings;
import org.orglife.review.ReviewQuery;
import org.orglife.review.ReviewView;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.web.Dates;
import org.orglife.web.Redrawn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** Draws the pages of the review, and draws them again with what was typed where something is wrong with it. */
@Component
class ReviewFrame {

    private final ReviewQuery query;
    private final ReviewMeetings meetings;
    private final Feedback feedback;
    private final DispositionCases cases;
    private final Roster roster;
    private final Dates dates;

    ReviewFrame(
            ReviewQuery query,
            ReviewMeetings meetings,
            Feedback feedback,
            DispositionCases cases,
            Roster roster,
            Dates dates) {
        this.query = query;
        this.meetings = meetings;
        this.feedback = feedback;
        this.cases = cases;
        this.roster = roster;
        this.dates = dates;
    }

    static String address(long taskId) {
        return "/tasks/" + taskId + "/review";
    }

    static String address(long taskId, long memberId) {
        return address(taskId) + "/members/" + memberId;
    }

    String list(long taskId, BranchScope scope, Model model) {
        ReviewView view = put(taskId, scope, model);
        model.addAttribute("body", meetings.body(view.task(), dates.today(), scope));
        if (!model.containsAttribute("meeting")) {
            model.addAttribute("meeting", ReviewMeetingForm.blank(dates.today()));
        }
        return "review/list";
    }

    private ReviewView put(long taskId, BranchScope scope, Model model) {
        ReviewView view = query.of(taskId, scope);
        model.addAttribute("view", view);
        model.addAttribute("task", view.task());
        model.addAttribute("leads", scope.role().leadsBranch());
        model.addAttribute("sits", scope.role().sitsOnCommittee());
        model.addAttribute("today", dates.today());
        return view;
    }

    String one(long taskId, long memberId, BranchScope scope, Model model) {
        ReviewView view = put(taskId, scope, model);
        ReviewLine line = view.line(memberId);
        if (line == null) {
            throw new NotFoundException(Member.class, memberId);
        }
        model.addAttribute("line", line);
        model.addAttribute("votes", view.shownVotes(line));
        model.addAttribute("next", view.next(memberId));
        model.addAttribute("participations", Participation.values());
        model.addAttribute("grades", Grade.values());
        model.addAttribute("ways", FeedbackWay.values());
        model.addAttribute("tellers", line.isDecided() ? feedback.tellers(view.task(), memberId, scope) : null);
        model.addAttribute("improvements", line.grade() == Grade.BASIC ? query.improvements(line) : null);
        model.addAttribute("helpers", line.grade() == Grade.BASIC ? helpers(view, memberId, scope) : null);
        model.addAttribute("outcomes", RecheckOutcome.values());
        model.addAttribute("earlier", query.earlier(line));
        model.addAttribute("metAgain", metAgain(view, line));
        form(model, "correction", new CorrectionForm(null, null));
        model.addAttribute("opensCase", cases.isOpenTo(line.row(), scope));
        form(model, "help", new ImprovementForm(null, null));
        form(model, "recheck", RecheckForm.of(line.row()));
        form(model, "part", ParticipationForm.of(line));
        form(model, "texts", TextsForm.of(line.row()));
        form(model, "decision", DecisionForm.of(line.row()));
        form(model, "told", FeedbackForm.of(line.row(), dates.today()));
        return "review/member";
    }

    /** Whether another meeting than the one that decided was noted since. */
    private static boolean metAgain(ReviewView view, ReviewLine line) {
        return line.row() != null
                && view.meeting() != null
                && !view.meeting().getId().equals(line.row().getMeetingId());
    }

    private List<Roster.Person> helpers(ReviewView view, long memberId, BranchScope scope) {
        return roster.membersOf(view.task().getBranch().getId(), dates.today(), scope).stream()
                .filter(person -> person.id() != memberId)
                .toList();
    }

    private static void form(Model model, String name, Object form) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, form);
        }
    }

    /** The list once more, with what is wrong in its form. */
    String listAgain(
            long taskId,
            @Nullable Object form,
            BindingResult errors,
            BranchScope scope,
            Model model,
            HttpServletResponse response) {
        again(form, errors, model, response);
        return list(taskId, scope, model);
    }

    /** The page of a member once more, with what is wrong in one of its forms. */
    String oneAgain(
            long taskId,
            long memberId,
            @Nullable Object form,
            BindingResult errors,
            BranchScope scope,
            Model model,
            HttpServletResponse response) {
        again(form, errors, model, response);
        return one(taskId, memberId, scope, model);
    }

    @SuppressWarnings("NullAway") // a form that could not be read is null, and is drawn from what was sent
    private static void again(@Nullable Object form, BindingResult errors, Model model, HttpServletResponse response) {
        Redrawn.with(model, form, errors);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }
}
