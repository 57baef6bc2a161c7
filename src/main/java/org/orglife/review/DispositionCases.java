package org.orglife.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.PositionKind;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 组织处置 of whoever is 不合格 (BR-53). A case is read by the secretary and by those of the committee he names; for everybody
 * else, the one it is about among them, there is none.
 */
@Service
@Transactional
public class DispositionCases {

    private static final String TYPE = "DispositionCase";

    private final BranchTaskService tasks;
    private final MemberReviewRepository reviews;
    private final DispositionCaseRepository cases;
    private final Roster roster;
    private final JdbcClient jdbc;
    private final Labels labels;
    private final AuditTrail audit;
    private final Clock clock;

    DispositionCases(
            BranchTaskService tasks,
            MemberReviewRepository reviews,
            DispositionCaseRepository cases,
            Roster roster,
            JdbcClient jdbc,
            Labels labels,
            AuditTrail audit,
            Clock clock) {
        this.tasks = tasks;
        this.reviews = reviews;
        this.cases = cases;
        this.roster = roster;
        this.jdbc = jdbc;
        this.labels = labels;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A case as one of those sees it who may.
     *
     * @param disposition null while none was begun
     * @param readers members who may read it beside the secretary
     * @param candidates those of the committee who could be named
     * @param writes whether the caller is the secretary
     */
    public record View(
            BranchTask task,
            String name,
            @Nullable DispositionCase disposition,
            Set<Long> readers,
            List<Roster.Person> candidates,
            boolean writes) {

        public View {
            readers = Set.copyOf(readers);
            candidates = List.copyOf(candidates);
        }
    }

    /** Whether there is something for the caller to read or to begin. */
    @Transactional(readOnly = true)
    public boolean isOpenTo(@Nullable MemberReview review, BranchScope scope) {
        if (review == null
                || review.getGrade() != Grade.UNQUALIFIED
                || !scope.role().sitsOnCommittee()
                || scope.isOwn(review.getMemberId())) {
            return false;
        }
        return scope.role() == Role.SECRETARY
                || cases.of(review.getId())
                        .filter(found ->
                                scope.memberId() != null && readers(found).contains(scope.memberId()))
                        .isPresent();
    }

    private Set<Long> readers(@Nullable DispositionCase found) {
        return found == null
                ? Set.of()
                : new HashSet<>(jdbc.sql("select member_id from disposition_reader where case_id = :id")
                        .param("id", found.getId())
                        .query(Long.class)
                        .list());
    }

    /**
     * The case of a member.
     *
     * @throws NotFoundException if it is not the caller's to see, or the member is not 不合格
     */
    @Transactional(readOnly = true)
    public View of(long taskId, long memberId, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        MemberReview review = require(taskId, memberId, scope);
        DispositionCase found = cases.of(review.getId()).orElse(null);
        LocalDate today = LocalDate.now(clock);
        long branch = task.getBranch().getId();
        Map<Long, PositionKind> seats = roster.committeeOf(branch, today);
        List<Roster.Person> candidates = roster.membersOf(branch, today, scope).stream()
                .filter(person -> seats.containsKey(person.id())
                        && person.id() != memberId
                        && seats.get(person.id()) != PositionKind.SECRETARY)
                .sorted(Comparator.comparing(person -> seats.get(person.id())))
                .toList();
        String name = jdbc.sql("select name from member where id = :id")
                .param("id", memberId)
                .query(String.class)
                .single();
        return new View(task, name, found, readers(found), candidates, scope.role() == Role.SECRETARY);
    }

    private MemberReview require(long taskId, long memberId, BranchScope scope) {
        return reviews.find(taskId, memberId)
                .filter(review -> isOpenTo(review, scope))
                .orElseThrow(() -> new NotFoundException(DispositionCase.class, memberId));
    }

    /**
     * Notes how far a case is, and who may read it; the first time it is begun.
     *
     * @param version of what was read; null if none was begun
     * @param readers of the committee, none of them the member himself
     * @throws RuleViolationException {@code review.case.secretary-only}, {@code review.case.reader} for a reader who is not
     *     of the committee, {@code review.follow-up.untold} before the member was told his grade, and what {@link
     *     DispositionCase#note} refuses
     * @throws StaleEditException if somebody has written since
     * @throws NotFoundException as {@link #of}
     */
    public void note(
            long taskId,
            long memberId,
            @Nullable Long version,
            DispositionDays days,
            @Nullable DispositionOutcome outcome,
            @Nullable LocalDate until,
            Set<Long> readers,
            BranchScope scope) {
        BranchTask task = tasks.workOn(taskId, scope);
        MemberReview review = require(taskId, memberId, scope);
        if (scope.role() != Role.SECRETARY) {
            throw new RuleViolationException("review.case.secretary-only");
        }
        if (!review.isFedBack()) {
            throw new RuleViolationException("review.follow-up.untold");
        }
        Set<Long> seats = roster.committeeOf(task.getBranch().getId(), LocalDate.now(clock))
                .keySet();
        if (!seats.containsAll(readers) || readers.contains(memberId)) {
            throw new RuleViolationException("review.case.reader");
        }
        DispositionCase found = cases.of(review.getId()).orElse(null);
        if (found != null && (version == null || version != found.getVersion())) {
            throw new StaleEditException(
                    found.getVersion(),
                    List.of(new CurrentText("outcome", "review.case.outcome", labels.of(found.getOutcome()))));
        }
        DispositionCase disposition = found == null ? new DispositionCase(review) : found;
        disposition.note(days, outcome, until, LocalDate.now(clock));
        DispositionCase kept = cases.save(disposition);
        cases.flush();
        jdbc.sql("delete from disposition_reader where case_id = :id")
                .param("id", kept.getId())
                .update();
        readers.forEach(reader -> jdbc.sql(
                        "insert into disposition_reader (case_id, branch_id, member_id) values (:id, :branch, :member)")
                .param("id", kept.getId())
                .param("branch", kept.getBranchId())
                .param("member", reader)
                .update());
        audit.record(
                ReviewAction.CASE_NOTED, TYPE, kept.getId(), task.getBranch().getName());
    }
}
