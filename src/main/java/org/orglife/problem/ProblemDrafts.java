package org.orglife.problem;

import java.util.List;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.Aspect;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberRecord;
import org.orglife.organisation.MemberService;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The points of members' own lists before they are handed in. */
@Service
@Transactional(readOnly = true)
public class ProblemDrafts {

    /** More than anybody has ever meant. */
    private static final int MOST = 50;

    private static final String TYPE = "ProblemDraft";

    private final ProblemDraftRepository drafts;
    private final ProblemService problems;
    private final BranchTaskService tasks;
    private final MemberService members;
    private final AuditTrail audit;

    ProblemDrafts(
            ProblemDraftRepository drafts,
            ProblemService problems,
            BranchTaskService tasks,
            MemberService members,
            AuditTrail audit) {
        this.drafts = drafts;
        this.problems = problems;
        this.tasks = tasks;
        this.members = members;
        this.audit = audit;
    }

    /** Those of a member's points in a task that are open to the caller, in the order in which they were written. */
    public List<ProblemDraft> of(long taskId, long memberId, BranchScope scope) {
        return drafts.of(taskId, memberId).stream()
                .filter(draft -> draft.isOpenTo(scope))
                .toList();
    }

    /**
     * A point.
     *
     * @throws NotFoundException if there is none, or it is not open to the caller
     */
    public ProblemDraft get(long id, BranchScope scope) {
        return drafts.findById(id)
                .filter(draft -> draft.getTask().getBranch().isWithin(scope))
                .filter(draft -> draft.isOpenTo(scope))
                .orElseThrow(() -> new NotFoundException(ProblemDraft.class, id));
    }

    /**
     * Whose list it is: oneself, or a member of the branch for whom somebody of the committee or its helpers writes.
     *
     * @throws NotFoundException if the caller may not write for that member, or he is not in the branch
     */
    public Member author(BranchTask task, long memberId, BranchScope scope) {
        if (!scope.isOwn(memberId) && !ProblemAccess.mayWriteForBranch(scope)) {
            throw new NotFoundException(Member.class, memberId);
        }
        MemberRecord record = members.get(memberId, scope);
        if (!record.latest().isOpen()
                || !record.latest().getBranch().getId().equals(task.getBranch().getId())) {
            throw new NotFoundException(Member.class, memberId);
        }
        return record.member();
    }

    /**
     * Adds a point. Nothing of the task changes by it: that somebody is writing is nobody's business.
     *
     * @throws RuleViolationException {@code problem.draft.many} if there are too many, {@code campaign.task.closed} if
     *     the task is over
     */
    @Transactional
    public ProblemDraft add(long taskId, long memberId, ProblemText text, Actor actor, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        Member member = author(task, memberId, scope);
        requireOpen(task);
        if (drafts.of(taskId, memberId).size() >= MOST) {
            throw new RuleViolationException("problem.draft.many", MOST);
        }
        ProblemDraft draft = new ProblemDraft(task, member, aspect(task, text), text);
        if (!scope.isOwn(memberId)) {
            draft.takenDownBy(actor);
        }
        ProblemDraft saved = drafts.save(draft);
        if (!scope.isOwn(memberId)) {
            record(ProblemAction.PROBLEM_TAKEN_DOWN, saved);
        }
        return saved;
    }

    /**
     * Writes a point anew.
     *
     * @throws StaleEditException if it was saved since the form was opened, on another device or by the helper
     */
    @Transactional
    public ProblemDraft change(long id, long version, ProblemText text, BranchScope scope) {
        ProblemDraft draft = get(id, scope);
        requireOpen(draft.getTask());
        if (draft.getVersion() != version) {
            throw new StaleEditException(
                    draft.getVersion(),
                    List.of(
                            new CurrentText("text", "problem.text", draft.getText()),
                            new CurrentText(
                                    "cause", "problem.cause", draft.getCause() == null ? "" : draft.getCause())));
        }
        draft.change(aspect(tasks.get(draft.getTask().getId(), scope), text), text, scope);
        return draft;
    }

    /** Drops a point. */
    @Transactional
    public ProblemDraft drop(long id, BranchScope scope) {
        ProblemDraft draft = get(id, scope);
        drafts.delete(draft);
        return draft;
    }

    /**
     * Hands the points in that are open to the caller; from then on they are problems.
     *
     * @param task held by {@code BranchTaskService.workOn}
     * @throws RuleViolationException {@code problem.draft.none} if there is none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Problem> handIn(BranchTask task, long memberId, BranchScope scope) {
        List<ProblemDraft> own = of(task.getId(), memberId, scope);
        if (own.isEmpty()) {
            throw new RuleViolationException("problem.draft.none");
        }
        Member member = author(task, memberId, scope);
        return own.stream()
                .map(draft -> {
                    drafts.delete(draft);
                    return problems.raiseFrom(draft, task, member, scope);
                })
                .toList();
    }

    /** Makes a point of a problem again, which is there no more afterwards; whoever handed it in gets it back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(Problem problem, Member member) {
        drafts.save(new ProblemDraft(
                problem.getTask(),
                member,
                problem.getAspect(),
                new ProblemText(
                        problem.getAspect().getId(), problem.getText(), problem.getCause(), problem.getSource())));
        audit.record(
                ProblemAction.PROBLEM_TAKEN_BACK,
                "Problem",
                problem.getId(),
                problem.getTask().getBranch().getName());
        problems.discard(problem.getId());
    }

    private void record(ProblemAction action, ProblemDraft draft) {
        audit.record(action, TYPE, draft.getId(), draft.getTask().getBranch().getName());
    }

    private static void requireOpen(BranchTask task) {
        if (!task.getState().isOpen()) {
            throw new RuleViolationException(
                    "campaign.task.closed", task.getBranch().getName());
        }
    }

    private static Aspect aspect(BranchTask task, ProblemText text) {
        return task.getCampaign().getAspects(AspectSubject.MEMBER).stream()
                .filter(aspect -> aspect.getId() == text.aspectId())
                .findFirst()
                .orElseThrow(() -> new RuleViolationException("problem.aspect"));
    }
}
