package org.orglife.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.Roster;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 亮诺: a member writes what he promises himself; for somebody who is no member those who work for the branch do. What is not
 * shown yet is read by them and by the person alone; what is shown is read by everybody in the branch and above it.
 */
@Service
@Transactional
public class Pledges {

    private static final String TYPE = "Pledge";

    private final PledgeRepository pledges;
    private final BranchTaskService tasks;
    private final Roster roster;
    private final AuditTrail audit;
    private final Clock clock;

    Pledges(PledgeRepository pledges, BranchTaskService tasks, Roster roster, AuditTrail audit, Clock clock) {
        this.pledges = pledges;
        this.tasks = tasks;
        this.roster = roster;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of a task that was found within the caller's scope, as far as he may read them. */
    @Transactional(readOnly = true)
    public List<Pledge> of(BranchTask task, BranchScope scope) {
        // promises are fetched here, in batches: the page that shows them comes after the transaction
        return pledges.ofTask(task.getId()).stream()
                .filter(pledge -> mayRead(pledge, scope))
                .filter(pledge -> !pledge.getPromises().isEmpty())
                .toList();
    }

    private static boolean mayRead(Pledge pledge, BranchScope scope) {
        return scope.role().worksForBranch()
                || scope.isOwn(pledge.getMemberId())
                || pledge.getState().isShown();
    }

    /**
     * A pledge.
     *
     * @throws NotFoundException if there is none, its branch lies outside the scope, or it is not the caller's to read
     */
    @Transactional(readOnly = true)
    public Pledge get(long id, BranchScope scope) {
        Pledge found = pledges.findById(id)
                .filter(pledge -> mayRead(pledge, scope))
                .orElseThrow(() -> new NotFoundException(Pledge.class, id));
        tasks.glance(found.getTaskId(), scope);
        return found;
    }

    /** Whether the caller writes this pledge and tells how it is kept. */
    public static boolean isWriter(Pledge pledge, BranchScope scope) {
        return pledge.isOfMember()
                ? scope.isOwn(pledge.getMemberId())
                : scope.role().worksForBranch();
    }

    /** Whether the caller looks at it and says how it was kept: the committee, each but for himself. */
    public static boolean isReviewer(Pledge pledge, BranchScope scope) {
        return scope.role().sitsOnCommittee() && !scope.isOwn(pledge.getMemberId());
    }

    /**
     * Writes a pledge.
     *
     * @return its id
     * @throws RuleViolationException {@code publication.pledge.once} for a second one of the same member, {@code
     *     publication.pledge.enrolled} for somebody enrolled elsewhere, {@code publication.pledge.workers-only} for
     *     somebody else, {@code publication.pledge.member} if a name stands in the roster, {@code
     *     publication.pledge.due-past}, {@code publication.pledge.promises}, {@code publication.private-number}
     */
    public long write(long taskId, WritePledge words, Actor actor, BranchScope scope) {
        BranchTask task = tasks.workOn(taskId, scope);
        check(words);
        Long member = words.name() == null ? me(task, scope) : null;
        String name = words.name() == null ? actor.displayName() : words.name();
        if (member == null) {
            requireWorker(scope);
            requireNoMember(task, name, scope);
        } else if (pledges.findByTaskIdAndMemberId(taskId, member).isPresent()) {
            throw new RuleViolationException("publication.pledge.once");
        }
        Pledge pledge = pledges.save(new Pledge(task, member, name, words, scope.accountId()));
        audit.record(
                PublicationAction.PLEDGE_WRITTEN,
                TYPE,
                pledge.getId(),
                task.getBranch().getName());
        return pledge.getId();
    }

    private Long me(BranchTask task, BranchScope scope) {
        Long me = scope.memberId();
        boolean enrolled = me != null
                && roster.membersOf(task.getBranch().getId(), LocalDate.now(clock), scope).stream()
                        .anyMatch(person -> person.id() == me);
        if (me == null || !enrolled) {
            throw new RuleViolationException("publication.pledge.enrolled");
        }
        return me;
    }

    private static void requireWorker(BranchScope scope) {
        if (!scope.role().worksForBranch()) {
            throw new RuleViolationException("publication.pledge.workers-only");
        }
    }

    /** A member promises himself: nobody writes for him. */
    private void requireNoMember(BranchTask task, String name, BranchScope scope) {
        boolean known = roster.membersOf(task.getBranch().getId(), LocalDate.now(clock), scope).stream()
                .anyMatch(person -> person.name().equals(name));
        if (known) {
            throw new RuleViolationException("publication.pledge.member", name);
        }
    }

    private void check(WritePledge words) {
        LocalDate today = LocalDate.now(clock);
        for (Promise promise : words.promises()) {
            LocalDate due = promise.dueOn();
            if (due != null && due.isBefore(today)) {
                throw new RuleViolationException("publication.pledge.due-past");
            }
            if (PrivateNumbers.isIn(promise.text())) {
                throw new RuleViolationException("publication.private-number", promise.text());
            }
        }
    }

    /**
     * Writes it anew, before it was reviewed.
     *
     * @throws StaleEditException if somebody saved it since the form was opened
     * @throws RuleViolationException {@code publication.pledge.not-yours}, {@code publication.pledge.state}, and as {@link
     *     #write}
     */
    public void change(long id, long version, WritePledge words, BranchScope scope) {
        Pledge pledge = forWriter(id, scope);
        if (pledge.getVersion() != version) {
            throw new StaleEditException(
                    pledge.getVersion(), List.of(new CurrentText("post", "publication.pledge.post", pledge.getPost())));
        }
        check(words);
        pledge.write(
                pledge.isOfMember() || words.name() == null ? pledge.getName() : words.name(),
                words,
                scope.accountId());
        audit.record(PublicationAction.PLEDGE_WRITTEN, TYPE, id, null);
    }

    private Pledge forWriter(long id, BranchScope scope) {
        Pledge pledge = get(id, scope);
        tasks.workOn(pledge.getTaskId(), scope);
        if (!isWriter(pledge, scope)) {
            throw new RuleViolationException("publication.pledge.not-yours");
        }
        return pledge;
    }

    private Pledge forReviewer(long id, BranchScope scope) {
        Pledge pledge = get(id, scope);
        tasks.workOn(pledge.getTaskId(), scope);
        if (!scope.role().sitsOnCommittee()) {
            throw new RuleViolationException("publication.committee-only");
        }
        if (!isReviewer(pledge, scope)) {
            throw new RuleViolationException("publication.pledge.own-review");
        }
        return pledge;
    }

    /** Drops one that was not reviewed. */
    public void drop(long id, BranchScope scope) {
        Pledge pledge = forWriter(id, scope);
        pledge.drop();
        audit.record(PublicationAction.PLEDGE_DROPPED, TYPE, id, null);
        pledges.delete(pledge);
    }

    /**
     * 审诺: the committee finds it fit to be shown.
     *
     * @throws RuleViolationException {@code publication.committee-only}, {@code publication.pledge.own-review}, {@code
     *     publication.pledge.state}
     */
    public void review(long id, Actor actor, BranchScope scope) {
        forReviewer(id, scope).review(actor.displayName(), LocalDate.now(clock));
        audit.record(PublicationAction.PLEDGE_REVIEWED, TYPE, id, null);
    }

    /** To be written anew; refused as {@link #review}. */
    public void giveBack(long id, String reason, BranchScope scope) {
        forReviewer(id, scope).giveBack(reason);
        audit.record(PublicationAction.PLEDGE_GIVEN_BACK, TYPE, id, null);
    }

    /**
     * 践诺: how it is kept, in his own words, or in a helper's for somebody who is no member.
     *
     * @throws RuleViolationException {@code publication.pledge.not-yours}, {@code publication.pledge.state} before it was shown
     */
    public void report(long id, String words, BranchScope scope) {
        forWriter(id, scope).report(words, LocalDate.now(clock));
        audit.record(PublicationAction.PLEDGE_REPORTED, TYPE, id, null);
    }

    /** 评诺, in words; refused as {@link #review}. */
    public void evaluate(long id, String words, Actor actor, BranchScope scope) {
        forReviewer(id, scope).evaluate(words, actor.displayName(), LocalDate.now(clock));
        audit.record(PublicationAction.PLEDGE_EVALUATED, TYPE, id, null);
    }

    /** The caller's own in a task; null if he has written none. */
    @Transactional(readOnly = true)
    public @Nullable Pledge own(BranchTask task, BranchScope scope) {
        return scope.memberId() == null
                ? null
                : pledges.findByTaskIdAndMemberId(task.getId(), scope.memberId())
                        .orElse(null);
    }
}
