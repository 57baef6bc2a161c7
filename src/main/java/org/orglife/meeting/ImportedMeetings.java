package org.orglife.meeting;

import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.orglife.campaign.BranchTask;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes the meeting of a task for one that was held elsewhere and comes with a workbook. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ImportedMeetings {

    private final Meetings meetings;
    private final OrgLifeMeetingRepository repository;
    private final EntityManager entities;

    ImportedMeetings(Meetings meetings, OrgLifeMeetingRepository repository, EntityManager entities) {
        this.meetings = meetings;
        this.repository = repository;
        this.entities = entities;
    }

    /** The meeting that a task is at; empty if none was ever begun. */
    public Optional<OrgLifeMeeting> find(BranchTask task) {
        return meetings.find(task.getId());
    }

    /** The same of a task that is held; begun if there is none. */
    public OrgLifeMeeting begin(BranchTask task) {
        return meetings.begin(task);
    }

    /**
     * Takes back a meeting that was begun for an import.
     *
     * @param version it had then
     * @return whether it could be: false once it was changed or something hangs on it; then the transaction is lost
     */
    public boolean discard(long id, long version) {
        Optional<OrgLifeMeeting> meeting = repository.findById(id);
        if (meeting.isEmpty() || meeting.get().getVersion() != version) {
            return false;
        }
        repository.delete(meeting.get());
        try {
            entities.flush();
        } catch (ConstraintViolationException inUse) {
            return false;
        }
        return true;
    }
}
