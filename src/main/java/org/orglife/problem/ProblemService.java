package org.orglife.problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.Aspect;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.BranchTask;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberService;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Raises problems and writes them anew. What is done about them is the ledger's. */
@Service
@Transactional(readOnly = true)
public class ProblemService {

    private static final String TYPE = "Problem";

    private final ProblemRepository problems;
    private final MemberService members;
    private final Roster roster;
    private final AuditTrail audit;
    private final Clock clock;

    ProblemService(ProblemRepository problems, MemberService members, Roster roster, AuditTrail audit, Clock clock) {
        this.problems = problems;
        this.members = members;
        this.roster = roster;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A problem whose text the scope may read.
     *
     * @throws NotFoundException if there is none, it lies outside the scope, or its text is not for this role
     */
    public Problem get(long id, BranchScope scope) {
        return problems.findById(id)
                .filter(problem -> problem.getTask().getBranch().isWithin(scope))
                .filter(problem -> ProblemAccess.mayRead(problem, scope))
                .orElseThrow(() -> new NotFoundException(Problem.class, id));
    }

    /** A problem within the scope, whoever may read its text: for a service that checks that by a rule of its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Problem getForReview(long id, BranchScope scope) {
        return problems.findById(id)
                .filter(problem -> problem.getTask().getBranch().isWithin(scope))
                .orElseThrow(() -> new NotFoundException(Problem.class, id));
    }

    /**
     * Raises a problem of the branch.
     *
     * @param task held by {@code BranchTaskService.workOn}
     * @throws RuleViolationException {@code problem.branch-committee-only} if the role may not
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Problem raiseForBranch(BranchTask task, ProblemText text, BranchScope scope) {
        if (!ProblemAccess.mayWriteForBranch(scope)) {
            throw new RuleViolationException("problem.branch-committee-only");
        }
        return raise(task, SubjectKind.BRANCH, null, text, scope);
    }

    /** Raises a problem of one's own; the seat held today decides under which kind it is counted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Problem raiseForMyself(BranchTask task, ProblemText text, BranchScope scope) {
        Long me = scope.memberId();
        if (me == null) {
            throw new RuleViolationException("problem.no-member");
        }
        Member member = members.get(me, scope).member();
        return raise(task, kindOf(me, task.getBranch().getId()), member, text, scope);
    }

    /** Raises what a member had written down for himself, or somebody for him. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Problem raiseFrom(ProblemDraft draft, BranchTask task, Member member, BranchScope scope) {
        Problem problem = raise(task, kindOf(member.getId(), task.getBranch().getId()), member, draft.words(), scope);
        problem.takenDownBy(draft.getRecorderName());
        return problem;
    }

    private SubjectKind kindOf(long memberId, long branchId) {
        return SubjectKind.of(roster.committeeOf(branchId, LocalDate.now(clock)).get(memberId));
    }

    private Problem raise(
            BranchTask task, SubjectKind kind, @Nullable Member member, ProblemText text, BranchScope scope) {
        Aspect aspect = aspect(task, kind.aspects(), text.aspectId());
        Problem problem =
                problems.save(new Problem(task, kind, member, aspect, text, LocalDate.now(clock), scope.accountId()));
        audit.record(
                ProblemAction.PROBLEM_RAISED,
                TYPE,
                problem.getId(),
                task.getBranch().getName());
        return problem;
    }

    /** Takes over a problem from a ledger kept elsewhere; who may do that is the import's to decide. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Problem takeOver(
            BranchTask task,
            String foreignNumber,
            SubjectKind kind,
            @Nullable Member member,
            Aspect aspect,
            ProblemText text,
            LocalDate raisedOn) {
        Problem problem = new Problem(task, kind, member, aspect, text, raisedOn, null);
        problem.cameAs(foreignNumber, LocalDate.now(clock));
        return problems.save(problem);
    }

    /** The same problem once more, in the branch that carries it on; who may hand it over is the ledger's to decide. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Problem carryOver(Problem from, BranchTask to, BranchScope scope) {
        ProblemText text = new ProblemText(from.getAspect().getId(), from.getText(), from.getCause(), from.getSource());
        return raise(to, SubjectKind.BRANCH, null, text, scope);
    }

    /** Writes a problem anew as a later version of its ledger has it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeOverChange(Problem problem, Aspect aspect, ProblemText text) {
        problem.change(aspect, text);
    }

    /**
     * Links a problem with that of an earlier cycle.
     *
     * @throws RuleViolationException {@code problem.not-yours} if the role may read but not write it, {@code
     *     problem.recurrence.elsewhere} if the other one is not an earlier one of the same subject
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void link(long id, long earlierId, BranchScope scope) {
        Problem problem = writable(id, scope);
        problem.recurs(get(earlierId, scope));
        recorded(ProblemAction.PROBLEM_RECURS, problem);
    }

    /** Takes the link back, or says that there is none to be made. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void unlink(long id, BranchScope scope) {
        Problem problem = writable(id, scope);
        problem.recursNot();
        recorded(ProblemAction.PROBLEM_RECURS_NOT, problem);
    }

    /** Whether it is linked with one of another cycle, in whichever direction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean isLinked(long id) {
        return problems.countLinks(id) > 0;
    }

    private Problem writable(long id, BranchScope scope) {
        Problem problem = get(id, scope);
        if (!ProblemAccess.mayWrite(problem, scope)) {
            throw new RuleViolationException("problem.not-yours");
        }
        return problem;
    }

    private void recorded(ProblemAction action, Problem problem) {
        audit.record(
                action, TYPE, problem.getId(), problem.getTask().getBranch().getName());
    }

    /** Removes a problem whose import is undone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void discard(long id) {
        problems.findById(id).ifPresent(problems::delete);
    }

    /**
     * Writes a problem anew.
     *
     * @throws StaleEditException if somebody saved it since the form was opened
     * @throws RuleViolationException {@code problem.not-yours} if the role may read but not write it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Problem change(long id, long version, ProblemText text, BranchScope scope) {
        Problem problem = get(id, scope);
        if (!ProblemAccess.mayWrite(problem, scope)) {
            throw new RuleViolationException("problem.not-yours");
        }
        if (problem.getVersion() != version) {
            throw new StaleEditException(
                    problem.getVersion(),
                    List.of(
                            new CurrentText("text", "problem.text", problem.getText()),
                            new CurrentText(
                                    "cause", "problem.cause", problem.getCause() == null ? "" : problem.getCause())));
        }
        problem.change(aspect(problem.getTask(), problem.getSubjectKind().aspects(), text.aspectId()), text);
        audit.record(
                ProblemAction.PROBLEM_CHANGED,
                TYPE,
                id,
                problem.getTask().getBranch().getName());
        return problem;
    }

    private static Aspect aspect(BranchTask task, AspectSubject subject, long aspectId) {
        return task.getCampaign().getAspects(subject).stream()
                .filter(aspect -> aspect.getId() == aspectId)
                .findFirst()
                .orElseThrow(() -> new RuleViolationException("problem.aspect"));
    }
}
