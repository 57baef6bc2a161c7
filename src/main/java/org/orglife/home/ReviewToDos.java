package org.orglife.home;

import java.util.List;
import org.orglife.review.ReviewWork;
import org.orglife.review.WaitingReview;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.springframework.stereotype.Component;

/** The review of members: what the committee decides and tells, and what a member answers. */
@Component
class ReviewToDos implements ToDoSource {

    private final ReviewWork reviews;

    ReviewToDos(ReviewWork reviews) {
        this.reviews = reviews;
    }

    @Override
    public void add(List<ToDo> all, Actor actor, BranchScope scope) {
        reviews.of(scope).forEach(waiting -> all.add(review(waiting)));
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
            case ANSWER -> ToDoKind.ANSWER_REVIEW;
        };
        String list = "/tasks/" + waiting.taskId() + "/review";
        String member = waiting.memberId() == null ? list : list + "/members/" + waiting.memberId();
        boolean one = waiting.memberId() != null;
        String page = switch (waiting.need()) {
            case LIST -> member;
            case MEETING -> list + "#meeting";
            case DECIDE -> one ? member + "#decision" : list;
            case TELL -> one ? member + "#feedback" : list;
            case HELP, RECHECK -> member + "#follow-up";
            case REASSESS -> member + "/case";
            case ANSWER -> list + "/mine";
        };
        return new ToDo(
                kind,
                waiting.dueOn(),
                List.of(String.valueOf(waiting.members()), waiting.campaign()),
                page,
                waiting.since());
    }
}
