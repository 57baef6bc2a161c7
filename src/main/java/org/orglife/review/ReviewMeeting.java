package org.orglife.review;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.ReviewBody;
import org.orglife.shared.RuleViolationException;

/** 评定会: the committee, or the general meeting, that decides the grades. */
@Entity
@Immutable
public class ReviewMeeting {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private Long branchId;
    private Long taskId;

    @Enumerated(EnumType.STRING)
    private ReviewBody body;

    private LocalDate heldOn;
    private int expected;
    private int present;

    @SuppressWarnings("NullAway.Init")
    protected ReviewMeeting() {}

    /**
     * A meeting that may decide.
     *
     * @param expected filled seats, or members who vote
     * @throws RuleViolationException {@code review.meeting.quorum.COMMITTEE} (BR-03) or {@code
     *     review.meeting.quorum.GENERAL_MEETING} (BR-01) if less than half of them were there
     */
    ReviewMeeting(BranchTask task, ReviewBody body, LocalDate heldOn, int expected, int present) {
        if (present == 0 || 2 * present < expected) {
            throw new RuleViolationException("review.meeting.quorum." + body, expected, present);
        }
        this.taskId = task.getId();
        this.branchId = task.getBranch().getId();
        this.body = body;
        this.heldOn = heldOn;
        this.expected = expected;
        this.present = present;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public Long getTaskId() {
        return taskId;
    }

    public ReviewBody getBody() {
        return body;
    }

    public LocalDate getHeldOn() {
        return heldOn;
    }

    public int getExpected() {
        return expected;
    }

    public int getPresent() {
        return present;
    }
}
