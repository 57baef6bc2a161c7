package org.orglife.home;

import java.util.List;
import org.orglife.review.ReviewQuery;
import org.orglife.review.ReviewWork;
import org.orglife.review.WaitingReview;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** The review of members: what the committee decides and tells, and what a member answers. */
@Component
class ReviewToDos implements ToDoSource {

    private final ReviewQuery reviews;
    private final ReviewWork reviewWork;

    ReviewToDos(ReviewQuery reviews, ReviewWork reviewWork) {
        this.reviews = reviews;
        this.reviewWork = reviewWork;
    }

    @Override
    public void add(List<ToDo> all, Actor actor, BranchScope scope) {
        reviewWork.of(scope).forEach(waiting -> all.add(review(waiting)));
        reviews.unanswered(scope)
                .forEach(told -> all.add(new ToDo(
                        ToDoKind.ANSWER_REVIEW,
                        null,
                        List.of(told.campaign()),
                        "/tasks/" + told.taskId() + "/review/mine",
                        told.since())));
    }

    private static ToDo review(WaitingReview waiting) {
        ToDoKind kind = switch (waiting.need()) {
            case LIST -> ToDoKind.CHECK_REVIEW_LIST;
            case MEETING -> ToDoKind.NOTE_REVIEW_MEETING;
            case DECIDE -> ToDoKind.DECIDE_GRADES;
            case TELL -> ToDoKind.TELL_GRADES;
            case HELP -> ToDoKind.HELP_MEMBER;
            case RECHECK -> ToDoKind.RECHECK_MEMBER;
            case REASSESS -> ToDoKind.REASSESS_MEMBER;
        };
        String place = switch (waiting.need()) {
            case LIST -> "";
            case MEETING -> "#meeting";
            case DECIDE -> "#decision";
            case TELL -> "#feedback";
            case HELP, RECHECK -> "#follow-up";
            case REASSESS -> "/case";
        };
        boolean one = waiting.memberId() != null && waiting.need() != WaitingReview.Need.MEETING;
        String list = "/tasks/" + waiting.taskId() + "/review";
        String page = one
                ? list + "/members/" + waiting.memberId() + place
                : list + (waiting.need() == WaitingReview.Need.MEETING ? place : "");
        return new ToDo(
                kind,
                waiting.dueOn(),
                List.of(String.valueOf(waiting.members()), waiting.campaign()),
                page,
                waiting.since());
    }
}
