package org.orglife.meeting;

import java.util.Optional;
import org.orglife.campaign.BranchTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The meeting that a branch's task is at. Handed tasks that were found within the caller's scope. */
@Component
public class Meetings {

    private final OrgLifeMeetingRepository meetings;

    Meetings(OrgLifeMeetingRepository meetings) {
        this.meetings = meetings;
    }

    /** The last meeting of a task; empty while nothing is settled about it. */
    Optional<OrgLifeMeeting> find(long taskId) {
        return meetings.latest(taskId);
    }

    /** The same of a task that has been read. */
    @Transactional(readOnly = true)
    public Optional<OrgLifeMeeting> find(BranchTask task) {
        return meetings.latest(task.getId());
    }

    /** One by its id, of a task that was found within the caller's scope. */
    @Transactional(readOnly = true)
    public Optional<OrgLifeMeeting> get(long meetingId) {
        return meetings.findById(meetingId);
    }

    /** The same of a task that is held; begun if there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OrgLifeMeeting begin(BranchTask task) {
        return meetings.latest(task.getId()).orElseGet(() -> meetings.save(new OrgLifeMeeting(task, 1)));
    }

    /** Another meeting of a task that is held, because the last one has to be held again: that one stays as it was. */
    @Transactional(propagation = Propagation.MANDATORY)
    public OrgLifeMeeting repeat(BranchTask task) {
        int number =
                meetings.latest(task.getId()).map(OrgLifeMeeting::getNumber).orElse(0);
        return meetings.save(new OrgLifeMeeting(task, number + 1));
    }
}
