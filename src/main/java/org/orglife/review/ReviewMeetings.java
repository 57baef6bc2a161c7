package org.orglife.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.ReviewBody;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.sitting.ConsoleQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes who met to decide the grades, and when. */
@Service
@Transactional
public class ReviewMeetings {

    /** Seats from which on there is a committee (BR-12). */
    private static final int LEAST_COMMITTEE = 3;

    private final BranchTaskService tasks;
    private final BallotProgress ballot;
    private final ConsoleQuery meetings;
    private final ReviewMeetingRepository all;
    private final Roster roster;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final Clock clock;

    ReviewMeetings(
            BranchTaskService tasks,
            BallotProgress ballot,
            ConsoleQuery meetings,
            ReviewMeetingRepository all,
            Roster roster,
            JdbcClient jdbc,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.ballot = ballot;
        this.meetings = meetings;
        this.all = all;
        this.roster = roster;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who decides in a task on a day: the committee if the campaign says so and the branch has one, otherwise the members
     * who vote.
     */
    @Transactional(readOnly = true)
    public DecidingBody body(BranchTask task, LocalDate on, BranchScope scope) {
        long branch = task.getBranch().getId();
        Map<Long, PositionKind> seats = roster.committeeOf(branch, on);
        List<Roster.Person> members = roster.membersOf(branch, on, scope);
        boolean committee =
                task.getCampaign().getPolicy().reviewBody() == ReviewBody.COMMITTEE && seats.size() >= LEAST_COMMITTEE;
        if (committee) {
            return new DecidingBody(
                    ReviewBody.COMMITTEE,
                    members.stream()
                            .filter(person -> seats.containsKey(person.id()))
                            .sorted(Comparator.comparing(person -> seats.get(person.id())))
                            .toList());
        }
        Set<Long> voters = voters(branch);
        return new DecidingBody(
                ReviewBody.GENERAL_MEETING,
                members.stream().filter(person -> voters.contains(person.id())).toList());
    }

    private Set<Long> voters(long branch) {
        return jdbc.sql("""
                        select m.id from membership s join member m on m.id = s.member_id
                        where s.branch_id = :branch and s.until_on is null and m.kind = 'FULL'
                          and m.standing not in ('ON_PROBATION_PENALTY', 'SUSPENDED')
                        """).param("branch", branch).query(Long.class).list().stream()
                .collect(Collectors.toSet());
    }

    /**
     * Notes a meeting that decides; what is decided from then on is its decision.
     *
     * @param present of the body, those who were there
     * @throws RuleViolationException {@code review.committee-only}, what {@link BallotProgress#requireCounted} refuses,
     *     {@code review.date.future}, {@code review.meeting.before} for a day before the ballot, {@code review.meeting.foreign} for
     *     somebody who does not belong to the body, and what {@link ReviewMeeting} refuses
     */
    public void note(long taskId, LocalDate heldOn, Set<Long> present, BranchScope scope) {
        requireCommittee(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        ballot.requireCounted(task);
        if (heldOn.isAfter(LocalDate.now(clock))) {
            throw new RuleViolationException("review.date.future");
        }
        boolean before = meetings.held(task)
                .filter(held -> heldOn.isBefore(held.getHeldOn()))
                .isPresent();
        if (before) {
            throw new RuleViolationException("review.meeting.before");
        }
        DecidingBody body = body(task, heldOn, scope);
        List<Roster.Person> there = body.people().stream()
                .filter(person -> present.contains(person.id()))
                .toList();
        if (there.size() < present.size()) {
            throw new RuleViolationException("review.meeting.foreign");
        }
        ReviewMeeting meeting = all.save(
                new ReviewMeeting(task, body.body(), heldOn, body.people().size(), there.size()));
        all.flush();
        there.forEach(person -> jdbc.sql(
                        "insert into review_meeting_present (meeting_id, branch_id, member_id, name) values (:meeting, :branch, :member, :name)")
                .param("meeting", meeting.getId())
                .param("branch", meeting.getBranchId())
                .param("member", person.id())
                .param("name", person.name())
                .update());
        audit.record(
                ReviewAction.MEETING_NOTED,
                "ReviewMeeting",
                meeting.getId(),
                task.getBranch().getName());
    }

    static void requireCommittee(BranchScope scope) {
        if (!scope.role().sitsOnCommittee()) {
            throw new RuleViolationException("review.committee-only");
        }
    }

    /** Those of a task that was found within the caller's scope, the last one first. */
    @Transactional(readOnly = true)
    public List<ReviewMeeting> all(BranchTask task) {
        return all.of(task.getId());
    }

    /** The last one of a task that was found within the caller's scope. */
    @Transactional(readOnly = true)
    public Optional<ReviewMeeting> last(BranchTask task) {
        return all.of(task.getId()).stream().findFirst();
    }

    /** The one that decided, of a task that was found within the caller's scope. */
    @Transactional(readOnly = true)
    public ReviewMeeting of(long meetingId, BranchTask task) {
        return all.of(task.getId()).stream()
                .filter(meeting -> meeting.getId() == meetingId)
                .findFirst()
                .orElseThrow(() -> new NotFoundException(ReviewMeeting.class, meetingId));
    }

    /** Who was there, by name. */
    @Transactional(readOnly = true)
    public List<String> present(ReviewMeeting meeting) {
        return jdbc.sql(
                        "select name from review_meeting_present where meeting_id = :meeting order by name collate zh_pinyin")
                .param("meeting", meeting.getId())
                .query(String.class)
                .list();
    }
}
