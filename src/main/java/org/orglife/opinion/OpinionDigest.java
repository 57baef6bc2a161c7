package org.orglife.opinion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.Aspect;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 梳理归并: several opinions become one point, the point gets its aspect, and each point is decided. */
@Service
@Transactional
public class OpinionDigest {

    private static final String TYPE = "DigestPoint";

    private final DigestPointRepository points;
    private final OpinionRepository opinions;
    private final BranchTaskService tasks;
    private final Roster roster;
    private final AuditTrail audit;
    private final Clock clock;

    OpinionDigest(
            DigestPointRepository points,
            OpinionRepository opinions,
            BranchTaskService tasks,
            Roster roster,
            AuditTrail audit,
            Clock clock) {
        this.points = points;
        this.opinions = opinions;
        this.tasks = tasks;
        this.roster = roster;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A point of the digest, for those who work on it.
     *
     * @throws NotFoundException if there is none, or it is not for this scope
     */
    @Transactional(readOnly = true)
    public DigestPoint get(long id, BranchScope scope) {
        return points.findById(id)
                .filter(point -> point.getTask().getBranch().isWithin(scope))
                .filter(point -> OpinionAccess.works(scope))
                .orElseThrow(() -> new NotFoundException(DigestPoint.class, id));
    }

    /** The opinions under a point, by number. */
    @Transactional(readOnly = true)
    public List<Opinion> opinionsOf(long id, BranchScope scope) {
        return opinions.findByPointId(get(id, scope).getId());
    }

    /** What the text of a new point begins with: the first of these opinions. */
    @Transactional(readOnly = true)
    public List<Opinion> chosen(long taskId, Collection<Long> ids, BranchScope scope) {
        BranchTask task = tasks.get(taskId, scope);
        return ids.isEmpty() || !OpinionAccess.works(scope) ? List.of() : opinions.ofTask(ids, task.getId());
    }

    /**
     * Merges opinions into one point.
     *
     * @param aspectId of the branch's set; null as long as it is not clear
     * @throws RuleViolationException {@code opinion.point.none} without an opinion, {@code opinion.merged-already} if one
     *     stands under another point
     */
    public DigestPoint merge(
            long taskId,
            Collection<Long> ids,
            String text,
            OpinionAbout about,
            @Nullable Long aspectId,
            BranchScope scope) {
        OpinionAccess.mustWork(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        List<Opinion> merged = ids.isEmpty() ? List.of() : opinions.ofTask(ids, taskId);
        if (merged.isEmpty()) {
            throw new RuleViolationException("opinion.point.none");
        }
        DigestPoint point = points.save(new DigestPoint(task, text, about, aspect(task, aspectId)));
        merged.forEach(opinion -> opinion.putUnder(point));
        audit.record(
                OpinionAction.POINT_MADE, TYPE, point.getId(), task.getBranch().getName());
        return point;
    }

    /**
     * Writes a point anew.
     *
     * @throws StaleEditException if somebody saved it since the form was opened
     * @throws RuleViolationException {@code opinion.point.decided} once it was decided
     */
    public void change(
            long id, long version, String text, OpinionAbout about, @Nullable Long aspectId, BranchScope scope) {
        DigestPoint point = open(id, scope);
        if (point.getVersion() != version) {
            throw new StaleEditException(
                    point.getVersion(), List.of(new CurrentText("text", "opinion.point.text", point.getText())));
        }
        point.write(text, about, aspect(point.getTask(), aspectId));
        audit.record(OpinionAction.POINT_CHANGED, TYPE, id, null);
    }

    /** Puts more opinions under a point. */
    public void add(long id, Collection<Long> ids, BranchScope scope) {
        DigestPoint point = open(id, scope);
        List<Opinion> more =
                ids.isEmpty() ? List.of() : opinions.ofTask(ids, point.getTask().getId());
        if (more.isEmpty()) {
            throw new RuleViolationException("opinion.point.none");
        }
        more.forEach(opinion -> opinion.putUnder(point));
        audit.record(OpinionAction.POINT_CHANGED, TYPE, id, null);
    }

    /** Dissolves a point: its opinions wait to be merged again. */
    public void dissolve(long id, BranchScope scope) {
        DigestPoint point = open(id, scope);
        opinions.findByPointId(id).forEach(Opinion::takeOut);
        points.delete(point);
        audit.record(OpinionAction.POINT_DISSOLVED, TYPE, id, null);
    }

    /** Answers a point in words, which everybody in the branch may read. */
    public void answer(long id, String words, @Nullable Long owner, BranchScope scope) {
        DigestPoint point = open(id, scope);
        point.answered(words, member(owner, point, scope), today());
        audit.record(OpinionAction.POINT_DECIDED, TYPE, id, null);
    }

    /** Keeps a point for reference. */
    public void keep(long id, @Nullable String why, @Nullable Long owner, BranchScope scope) {
        DigestPoint point = open(id, scope);
        point.kept(why, member(owner, point, scope), today());
        audit.record(OpinionAction.POINT_DECIDED, TYPE, id, null);
    }

    /** Takes an answer or a keeping back. */
    public void reopen(long id, BranchScope scope) {
        DigestPoint point = held(id, scope);
        point.reopen();
        audit.record(OpinionAction.POINT_REOPENED, TYPE, id, null);
    }

    /**
     * Notes the problem that a point has become; whoever raises it calls this in the same transaction.
     *
     * @param aspectId aspect of the problem
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void became(long id, long problem, long aspectId, BranchScope scope) {
        DigestPoint point = open(id, scope);
        point.became(problem, aspect(point.getTask(), aspectId), today());
        audit.record(OpinionAction.POINT_DECIDED, TYPE, id, null);
    }

    private DigestPoint open(long id, BranchScope scope) {
        DigestPoint point = held(id, scope);
        point.mustBeOpen();
        return point;
    }

    private DigestPoint held(long id, BranchScope scope) {
        DigestPoint point = get(id, scope);
        tasks.workOn(point.getTask().getId(), scope);
        return point;
    }

    private static @Nullable Aspect aspect(BranchTask task, @Nullable Long id) {
        if (id == null) {
            return null;
        }
        return task.getCampaign().getAspects(AspectSubject.BRANCH).stream()
                .filter(aspect -> aspect.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(Aspect.class, id));
    }

    private @Nullable Long member(@Nullable Long id, DigestPoint point, BranchScope scope) {
        if (id == null) {
            return null;
        }
        if (roster.membersOf(point.getBranchId(), today(), scope).stream().noneMatch(person -> person.id() == id)) {
            throw new RuleViolationException("opinion.giver.foreign");
        }
        return id;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
