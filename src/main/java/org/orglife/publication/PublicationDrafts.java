package org.orglife.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提出公示: chooses what is to be shown, and writes it anew until a second person has checked it. */
@Service
@Transactional
public class PublicationDrafts {

    private static final String TYPE = "Publication";

    private final PublicationRepository publications;
    private final PublicationQuery query;
    private final Choices choices;
    private final Suggestions suggestions;
    private final BranchTaskService tasks;
    private final ContentJson json;
    private final JdbcClient jdbc;
    private final Labels labels;
    private final AuditTrail audit;
    private final Clock clock;

    PublicationDrafts(
            PublicationRepository publications,
            PublicationQuery query,
            Choices choices,
            Suggestions suggestions,
            BranchTaskService tasks,
            ContentJson json,
            JdbcClient jdbc,
            Labels labels,
            AuditTrail audit,
            Clock clock) {
        this.publications = publications;
        this.query = query;
        this.choices = choices;
        this.suggestions = suggestions;
        this.tasks = tasks;
        this.json = json;
        this.jdbc = jdbc;
        this.labels = labels;
        this.audit = audit;
        this.clock = clock;
    }

    /** What can be chosen for a kind. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(BranchTask task, PublicationKind kind, BranchScope scope) {
        PublicationAccess.require(PublicationAct.CHANGE, scope);
        return choices.candidates(task, kind, scope);
    }

    /** What was chosen: ids of problems or pledges. */
    @Transactional(readOnly = true)
    public Set<Long> chosen(Publication publication) {
        String sql = publication.getKind() == PublicationKind.PLEDGES
                ? "select pledge_id from publication_pledge where publication_id = :id"
                : "select problem_id from publication_item where publication_id = :id";
        return jdbc.sql(sql).param("id", publication.getId()).query(Long.class).list().stream()
                .collect(Collectors.toSet());
    }

    /**
     * Proposes something.
     *
     * @return its id
     * @throws RuleViolationException {@code publication.workers-only}, {@code publication.page.off} where the campaign
     *     allows no page, {@code publication.private-number}, and what {@link PublicationDetails} and {@link Choices} refuse
     */
    public long propose(long taskId, ProposePublication proposal, Actor actor, BranchScope scope) {
        PublicationAccess.require(PublicationAct.CHANGE, scope);
        BranchTask task = tasks.workOn(taskId, scope);
        Choices.Made made = make(task, proposal, scope);
        Publication publication = publications.save(
                new Publication(task, proposal, json.write(made.content()), made.personal(), by(actor)));
        keepChosen(publication, proposal);
        note(PublicationAction.PROPOSED, publication);
        return publication.getId();
    }

    private Choices.Made make(BranchTask task, ProposePublication proposal, BranchScope scope) {
        check(task, proposal.details());
        return choices.make(task, proposal, scope);
    }

    private static void check(BranchTask task, PublicationDetails details) {
        details.checkPeriod(task.getCampaign().getPolicy().publicationDays());
        if (details.onPage() && !task.getCampaign().getPolicy().publicPage()) {
            throw new RuleViolationException("publication.page.off");
        }
        if (PrivateNumbers.isIn(details.title()) || PrivateNumbers.isIn(details.intro())) {
            throw new RuleViolationException("publication.private-number", details.title());
        }
    }

    private void keepChosen(Publication publication, ProposePublication proposal) {
        publications.flush();
        String table = publication.getKind() == PublicationKind.PLEDGES ? "pledge" : "item";
        String column = publication.getKind() == PublicationKind.PLEDGES ? "pledge_id" : "problem_id";
        jdbc.sql("delete from publication_" + table + " where publication_id = :id")
                .param("id", publication.getId())
                .update();
        proposal.chosen()
                .forEach(chosen -> jdbc.sql("insert into publication_" + table + " (publication_id, branch_id, "
                                + column + ") values (:id, :branch, :chosen)")
                        .param("id", publication.getId())
                        .param("branch", publication.getBranchId())
                        .param("chosen", chosen)
                        .update());
    }

    /**
     * Writes a proposal anew, with what the ledger says now; its kind stays.
     *
     * @throws StaleEditException if somebody saved it since the form was opened
     * @throws RuleViolationException as {@link #propose}, and {@code publication.state} once it was checked
     */
    public void change(long id, long version, ProposePublication proposal, Actor actor, BranchScope scope) {
        PublicationAccess.require(PublicationAct.CHANGE, scope);
        Publication publication = query.get(id, scope);
        BranchTask task = tasks.workOn(publication.getTaskId(), scope);
        query.requireVersion(publication, version);
        Choices.Made made = make(task, proposal, scope);
        publication.propose(proposal, json.write(made.content()), made.personal(), by(actor));
        keepChosen(publication, proposal);
        note(PublicationAction.CHANGED, publication);
    }

    /**
     * Drops a proposal.
     *
     * @throws RuleViolationException {@code publication.workers-only}, {@code publication.state} once it was checked
     */
    public void drop(long id, BranchScope scope) {
        PublicationAccess.require(PublicationAct.DELETE, scope);
        Publication publication = query.get(id, scope);
        tasks.workOn(publication.getTaskId(), scope);
        publication.drop();
        note(PublicationAction.DROPPED, publication);
        publications.delete(publication);
    }

    /**
     * 公布进展: proposes the list of a publication once more, with how far each measure has come today. What is no longer in
     * the ledger, or whose owner does not agree any more, is left out.
     *
     * @return the id of the proposal
     * @throws RuleViolationException {@code publication.workers-only}, {@code publication.state}, {@code
     *     publication.progress.none} for one that has no measures
     */
    public long report(long id, Actor actor, BranchScope scope) {
        PublicationAccess.require(PublicationAct.REPORT, scope);
        Publication former = query.get(id, scope);
        if (!PublicationAct.REPORT.isPossibleIn(former.getState())) {
            throw new RuleViolationException("publication.state");
        }
        if (!former.getKind().isFromLedger()) {
            throw new RuleViolationException("publication.progress.none");
        }
        BranchTask task = tasks.workOn(former.getTaskId(), scope);
        Set<Long> before = chosen(former);
        Set<Long> again = choices.candidates(task, PublicationKind.PROGRESS, scope).stream()
                .filter(Candidate::isOpen)
                .map(Candidate::id)
                .filter(before::contains)
                .collect(Collectors.toSet());
        PublicationDetails details = suggestions.again(task, former.getDetails(), LocalDate.now(clock), scope);
        return propose(
                task.getId(),
                new ProposePublication(PublicationKind.PROGRESS, again, null, null, details),
                actor,
                scope);
    }

    private By by(Actor actor) {
        return new By(actor.accountId(), actor.displayName(), clock.instant());
    }

    private void note(PublicationAction action, Publication publication) {
        audit.record(action, TYPE, publication.getId(), labels.of(publication.getKind()));
    }

    /**
     * What a new proposal of a kind begins with.
     *
     * @throws NotFoundException if there is no such task, or its branch lies outside the scope
     */
    @Transactional(readOnly = true)
    public PublicationDetails suggested(BranchTask task, PublicationKind kind, BranchScope scope) {
        return suggestions.of(task, kind, LocalDate.now(clock), scope);
    }
}
