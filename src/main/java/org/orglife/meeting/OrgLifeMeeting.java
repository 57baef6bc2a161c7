package org.orglife.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.shared.RuleViolationException;

/** 组织生活会: a meeting of a branch. One that is held again is another one; the first stays as it was. */
@Entity
public class OrgLifeMeeting {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long taskId;

    @Column(updatable = false)
    private int number;

    @Enumerated(EnumType.STRING)
    private MeetingForm form;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected OrgLifeMeeting() {}

    OrgLifeMeeting(BranchTask task, int number) {
        this.taskId = task.getId();
        this.branchId = task.getBranch().getId();
        this.number = number;
        this.form = MeetingForm.GENERAL_MEETING;
    }

    /**
     * Settles in which circle the branch meets.
     *
     * @throws RuleViolationException {@code meeting.form.general} if members are reviewed at it and not all of them come
     */
    void take(MeetingForm chosen, BranchTask task) {
        if (chosen != MeetingForm.GENERAL_MEETING && task.getCampaign().isCombinesMemberReview()) {
            throw new RuleViolationException("meeting.form.general");
        }
        this.form = chosen;
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

    /** 1 for the first meeting of a task. */
    public int getNumber() {
        return number;
    }

    public MeetingForm getForm() {
        return form;
    }

    public long getVersion() {
        return version;
    }
}
