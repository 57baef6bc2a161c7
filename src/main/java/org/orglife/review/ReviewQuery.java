package org.orglife.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the review for its pages: everybody as far as he may (domain 7.2). */
@Component
@Transactional(readOnly = true)
public class ReviewQuery {

    private final BranchTaskService tasks;
    private final ReviewRoster roster;
    private final BallotProgress ballot;
    private final BallotFindings findings;
    private final ReviewMeetings meetings;
    private final ExcellentCaps caps;
    private final FollowUps followUps;
    private final EarlierDecisions earlier;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    ReviewQuery(
            BranchTaskService tasks,
            ReviewRoster roster,
            BallotProgress ballot,
            BallotFindings findings,
            ReviewMeetings meetings,
            ExcellentCaps caps,
            FollowUps followUps,
            EarlierDecisions earlier,
            JdbcClient jdbc,
            AuditTrail audit) {
        this.tasks = tasks;
        this.roster = roster;
        this.ballot = ballot;
        this.findings = findings;
        this.meetings = meetings;
        this.caps = caps;
        this.followUps = followUps;
        this.earlier = earlier;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * The whole review, for those who work in the branch; what the votes were is for the committee alone.
     *
     * @throws NotFoundException if there is no such task, its branch lies outside the scope, or its campaign asks for no
     *     review
     * @throws RuleViolationException {@code review.committee-only} for others
     */
    public ReviewView of(long taskId, BranchScope scope) {
        if (!scope.role().worksForBranch()) {
            throw new RuleViolationException("review.committee-only");
        }
        BranchTask task = task(taskId, scope);
        ReviewStage stage = ballot.of(task);
        List<ReviewLine> lines = roster.lines(task, stage);
        List<ReviewMeeting> met = meetings.all(task);
        return new ReviewView(
                task,
                stage,
                lines,
                caps.of(task, lines),
                caps.permission(task).orElse(null),
                met,
                met.isEmpty() ? List.of() : meetings.present(met.get(0)),
                stage == ReviewStage.COUNTED
                        ? findings.of(
                                task, lines.stream().map(ReviewLine::memberId).toList(), scope)
                        : Map.of(),
                tellers(task));
    }

    /** What a member on the list improves. */
    public List<Improvement> improvements(ReviewLine line) {
        return line.row() == null ? List.of() : followUps.of(line.row());
    }

    /** Decisions on a member on the list that no longer hold, the last one first. */
    public List<EarlierDecision> earlier(ReviewLine line) {
        return line.row() == null ? List.of() : earlier.of(line.row());
    }

    /** The same to be taken out as a document, which the trail tells. */
    @Transactional
    public ReviewView takenOut(long taskId, BranchScope scope) {
        ReviewMeetings.requireCommittee(scope);
        ReviewView view = of(taskId, scope);
        audit.record(
                ReviewAction.TAKEN_OUT,
                Participations.TYPE,
                taskId,
                view.task().getBranch().getName());
        return view;
    }

    /** Names of those who told somebody. */
    private Map<Long, String> tellers(BranchTask task) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql(
                        "select id, name from member where id in (select fed_back_by from member_review where task_id = :task)")
                .param("task", task.getId())
                .query((row, number) -> names.put(row.getLong(1), row.getString(2)))
                .list();
        return names;
    }

    /**
     * What somebody reads of his own review: nothing before he was told.
     *
     * @param row null as long as he was not told, or gets no grade
     * @param meeting that decided; null with the row
     * @param toldBy who told him; null with the row
     * @param improvements what he improves
     * @param earlier decisions he was told of that no longer hold
     * @param participation null if he is not on the list
     */
    public record Own(
            BranchTask task,
            @Nullable Participation participation,
            @Nullable MemberReview row,
            @Nullable ReviewMeeting meeting,
            @Nullable String toldBy,
            List<Improvement> improvements,
            List<EarlierDecision> earlier) {

        public Own {
            improvements = List.copyOf(improvements);
            earlier = List.copyOf(earlier);
        }
    }

    /** The caller's own review, in a task of his branch. */
    public Own own(long taskId, BranchScope scope) {
        BranchTask task = task(taskId, scope);
        Long me = scope.memberId();
        ReviewLine line = roster.lines(task, ballot.of(task)).stream()
                .filter(one -> scope.isOwn(one.memberId()))
                .findFirst()
                .orElse(null);
        MemberReview row = line == null ? null : line.row();
        Told told = row == null ? null : row.getTold();
        if (me == null || line == null || row == null) {
            return new Own(task, line == null ? null : line.participation(), null, null, null, List.of(), List.of());
        }
        List<EarlierDecision> before =
                earlier.of(row).stream().filter(EarlierDecision::isTold).toList();
        if (told == null) {
            return new Own(task, line.participation(), null, null, null, List.of(), before);
        }
        Long meetingId = row.getMeetingId();
        return new Own(
                task,
                line.participation(),
                row,
                meetingId == null ? null : meetings.of(meetingId, task),
                tellers(task).get(told.fedBackBy()),
                row.getGrade() == Grade.BASIC ? followUps.of(row) : List.of(),
                before);
    }

    /** A task whose campaign asks for a review. */
    BranchTask task(long taskId, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        if (!task.getCampaign().isCombinesMemberReview()) {
            throw new NotFoundException(MemberReview.class, taskId);
        }
        return task;
    }
}
