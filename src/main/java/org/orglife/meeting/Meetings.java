package org.orglife.meeting;

import java.util.Optional;
import org.orglife.campaign.BranchTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The meeting that a branch's task is at. Handed tasks that were found within the caller's scope. */
@Component
class Meetings {

    private final OrgLifeMeetingRepository meetings;

    Meetings(OrgLifeMeetingRepository meetings) {
        this.meetings = meetings;
    }

    Optional<OrgLifeMeeting> find(long taskId) {
        return meetings.latest(taskId);
    }

    /** The same of a task that is held; begun if there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OrgLifeMeeting begin(BranchTask task) {
        return meetings.latest(task.getId()).orElseGet(() -> meetings.save(new OrgLifeMeeting(task, 1)));
    }
}
