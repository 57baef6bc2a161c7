package org.orglife.opinion;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.organisation.Roster;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes opinions down, corrects and withdraws them. */
@Service
@Transactional
public class OpinionService {

    private static final String TYPE = "Opinion";

    private final OpinionRepository opinions;
    private final OpinionCollectionRepository collections;
    private final BranchTaskService tasks;
    private final Roster roster;
    private final AuditTrail audit;
    private final Clock clock;

    OpinionService(
            OpinionRepository opinions,
            OpinionCollectionRepository collections,
            BranchTaskService tasks,
            Roster roster,
            AuditTrail audit,
            Clock clock) {
        this.opinions = opinions;
        this.collections = collections;
        this.tasks = tasks;
        this.roster = roster;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * An opinion whose text the scope may read.
     *
     * @throws NotFoundException if there is none, it lies outside the scope, or its text is not for this role
     */
    @Transactional(readOnly = true)
    public Opinion get(long id, BranchScope scope) {
        return opinions.findById(id)
                .filter(opinion -> opinion.getTask().getBranch().isWithin(scope))
                .filter(opinion -> OpinionAccess.works(scope))
                .orElseThrow(() -> new NotFoundException(Opinion.class, id));
    }

    /**
     * Writes an opinion down.
     *
     * @throws RuleViolationException {@code opinion.committee-only}, {@code opinion.future} if the day is to come,
     *     {@code opinion.giver.foreign} if whoever said it is no member of the branch
     */
    public Opinion record(long taskId, OpinionText said, BranchScope scope) {
        OpinionAccess.mustWork(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        check(task, said, scope);
        Opinion opinion = opinions.save(Opinion.recorded(task, said, today(), scope.accountId()));
        audit.record(
                OpinionAction.OPINION_RECORDED,
                TYPE,
                opinion.getId(),
                task.getBranch().getName());
        return opinion;
    }

    /**
     * Corrects an opinion.
     *
     * @throws StaleEditException if somebody saved it since the form was opened
     * @throws RuleViolationException {@code opinion.not-yours} if somebody else wrote it down
     */
    public void change(long id, long version, OpinionText said, BranchScope scope) {
        Opinion opinion = changeable(id, scope);
        if (opinion.getVersion() != version) {
            throw new StaleEditException(
                    opinion.getVersion(), List.of(new CurrentText("text", "opinion.text", opinion.getText())));
        }
        BranchTask task = tasks.workOn(opinion.getTask().getId(), scope);
        check(task, said, scope);
        opinion.correct(said);
        audit.record(OpinionAction.OPINION_CHANGED, TYPE, id, task.getBranch().getName());
    }

    /** Withdraws an opinion that was written down by mistake; it counts no more. */
    public void withdraw(long id, String reason, BranchScope scope) {
        Opinion opinion = changeable(id, scope);
        BranchTask task = tasks.workOn(opinion.getTask().getId(), scope);
        opinion.withdraw(reason, today());
        audit.record(OpinionAction.OPINION_WITHDRAWN, TYPE, id, task.getBranch().getName());
    }

    /** Says of an anonymous opinion that it is beside the point or against the rules; it stays where it is. */
    public void mark(long id, OpinionMark as, String reason, BranchScope scope) {
        Opinion opinion = get(id, scope);
        BranchTask task = tasks.workOn(opinion.getTask().getId(), scope);
        opinion.mark(as, reason);
        audit.record(OpinionAction.OPINION_MARKED, TYPE, id, task.getBranch().getName());
    }

    private Opinion changeable(long id, BranchScope scope) {
        Opinion opinion = get(id, scope);
        if (!OpinionAccess.mayChange(opinion, scope)) {
            throw new RuleViolationException("opinion.not-yours");
        }
        return opinion;
    }

    private void check(BranchTask task, OpinionText said, BranchScope scope) {
        if (said.givenOn().isAfter(today())) {
            throw new RuleViolationException("opinion.future");
        }
        if (said.collection() != null) {
            collection(said.collection(), task);
        }
        Long giver = said.giver();
        if (giver != null
                && roster.membersOf(task.getBranch().getId(), said.givenOn(), scope).stream()
                        .noneMatch(person -> person.id() == giver)) {
            throw new RuleViolationException("opinion.giver.foreign");
        }
    }

    private void collection(long id, BranchTask task) {
        OpinionCollection collection = collections
                .findById(id)
                .filter(found -> found.getTask().getId().equals(task.getId()))
                .orElseThrow(() -> new NotFoundException(OpinionCollection.class, id));
        if (collection.isNoneReceived()) {
            throw new RuleViolationException("opinion.none-received");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A time of asking of a task within the scope. */
    @Transactional(readOnly = true)
    public OpinionCollection asked(long id, BranchScope scope) {
        return collections
                .findById(id)
                .filter(found -> found.getTask().getBranch().isWithin(scope))
                .filter(found -> OpinionAccess.works(scope))
                .orElseThrow(() -> new NotFoundException(OpinionCollection.class, id));
    }

    /**
     * Enters a time of asking, or that nobody had anything to say.
     *
     * @throws RuleViolationException {@code opinion.future} if it is to come
     */
    public OpinionCollection ask(long taskId, Asking asked, BranchScope scope) {
        OpinionAccess.mustWork(scope);
        BranchTask task = tasks.workOn(taskId, scope);
        mustBePast(asked.heldOn());
        OpinionCollection made = collections.save(new OpinionCollection(task, asked, today(), scope.accountId()));
        audit.record(
                OpinionAction.COLLECTION_RECORDED,
                "OpinionCollection",
                made.getId(),
                task.getBranch().getName());
        return made;
    }

    /**
     * Corrects a time of asking.
     *
     * @throws StaleEditException if somebody saved it since the form was opened
     * @throws RuleViolationException {@code opinion.none-but-some} if opinions were given that it says were not
     */
    public void changeAsked(long id, long version, Asking asked, BranchScope scope) {
        OpinionCollection collection = asked(id, scope);
        if (collection.getVersion() != version) {
            throw new StaleEditException(
                    collection.getVersion(),
                    List.of(
                            new CurrentText("issued", "opinion.issued", number(collection.getIssued())),
                            new CurrentText("returned", "opinion.returned", number(collection.getReturned()))));
        }
        tasks.workOn(collection.getTask().getId(), scope);
        mustBePast(asked.heldOn());
        if (asked.noneReceived() && opinions.existsByCollectionId(id)) {
            throw new RuleViolationException("opinion.none-but-some");
        }
        collection.write(asked);
        audit.record(OpinionAction.COLLECTION_CHANGED, "OpinionCollection", id, null);
    }

    /**
     * Removes a time of asking that was entered by mistake.
     *
     * @throws RuleViolationException {@code opinion.collection.used} while opinions name it
     */
    public void removeAsked(long id, BranchScope scope) {
        OpinionCollection collection = asked(id, scope);
        tasks.workOn(collection.getTask().getId(), scope);
        if (opinions.existsByCollectionId(id)) {
            throw new RuleViolationException("opinion.collection.used");
        }
        collections.delete(collection);
        audit.record(OpinionAction.COLLECTION_REMOVED, "OpinionCollection", id, null);
    }

    private void mustBePast(LocalDate day) {
        if (day.isAfter(today())) {
            throw new RuleViolationException("opinion.future");
        }
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }
}
