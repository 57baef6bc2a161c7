package org.orglife.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.BranchTaskService;
import org.orglife.campaign.TaskChanged;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.Labels;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 核对、批准、公示、撤下 (gate G5): nothing is shown that a second person has not looked at and the secretary agreed to. */
@Service
@Transactional
public class PublicationGate {

    private final PublicationQuery query;
    private final PublicationSheets sheets;
    private final PublicPages pages;
    private final PageDrawer drawer;
    private final PledgeRepository pledges;
    private final TakenDown takenDown;
    private final BranchTaskService tasks;
    private final JdbcClient jdbc;
    private final Labels labels;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PublicationGate(
            PublicationQuery query,
            PublicationSheets sheets,
            PublicPages pages,
            PageDrawer drawer,
            PledgeRepository pledges,
            TakenDown takenDown,
            BranchTaskService tasks,
            JdbcClient jdbc,
            Labels labels,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.query = query;
        this.sheets = sheets;
        this.pages = pages;
        this.drawer = drawer;
        this.pledges = pledges;
        this.takenDown = takenDown;
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.labels = labels;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A second person has looked for what must not be shown.
     *
     * @param version of what he read
     * @param points of the check list that he ticked
     * @throws RuleViolationException {@code publication.committee-only}, {@code publication.check-list} unless all is ticked,
     *     {@code publication.own-check} for whoever proposed it, {@code publication.consent.gone} if somebody takes his word
     *     back, {@code publication.state}
     * @throws StaleEditException if it was changed since
     */
    public void check(long id, long version, List<CheckPoint> points, Actor actor, BranchScope scope) {
        Publication publication = held(PublicationAct.CHECK, id, version, scope);
        if (!points.containsAll(List.of(CheckPoint.values()))) {
            throw new RuleViolationException("publication.check-list");
        }
        requireConsent(publication);
        publication.check(by(actor));
        note(PublicationAction.CHECKED, publication);
    }

    /**
     * Sends it back to be written anew.
     *
     * @throws RuleViolationException {@code publication.committee-only}, {@code publication.state}
     */
    public void giveBack(long id, String reason, BranchScope scope) {
        Publication publication = held(PublicationAct.GIVE_BACK, id, null, scope);
        publication.giveBack(reason);
        note(PublicationAction.GIVEN_BACK, publication);
    }

    /**
     * The secretary agrees.
     *
     * @param decidedOn day on which committee or general meeting decided on it; null where none did
     * @param personalReason why somebody's own problem is shown
     * @throws RuleViolationException {@code publication.secretary-only}, {@code publication.decided.future}, {@code
     *     publication.personal.reason}, {@code publication.consent.gone}, {@code publication.state}
     * @throws StaleEditException if it was changed since
     */
    public void approve(
            long id,
            long version,
            @Nullable LocalDate decidedOn,
            @Nullable String personalReason,
            Actor actor,
            BranchScope scope) {
        Publication publication = held(PublicationAct.APPROVE, id, version, scope);
        if (decidedOn != null && decidedOn.isAfter(LocalDate.now(clock))) {
            throw new RuleViolationException("publication.decided.future");
        }
        requireConsent(publication);
        publication.approve(decidedOn, personalReason, by(actor));
        note(PublicationAction.APPROVED, publication);
    }

    /**
     * Shows it from now on, on paper and, where the campaign allows it, on a page of its own.
     *
     * @throws RuleViolationException {@code publication.committee-only}, {@code publication.consent.gone}, {@code
     *     publication.page.off} if the campaign does not allow a page any more, {@code publication.state}
     * @throws StaleEditException if it was changed since
     */
    public void publish(long id, long version, Actor actor, BranchScope scope) {
        Publication publication = held(PublicationAct.PUBLISH, id, version, scope);
        requireConsent(publication);
        BranchTask task = tasks.get(publication.getTaskId(), scope);
        boolean onPage = publication.getDetails().onPage();
        if (onPage && !task.getCampaign().getPolicy().publicPage()) {
            throw new RuleViolationException("publication.page.off");
        }
        publication.publish(LocalDate.now(clock), by(actor));
        if (onPage) {
            pages.open(publication, drawer.draw(sheets.of(publication)));
        }
        pledges.shownBy(id).forEach(Pledge::shown);
        note(PublicationAction.PUBLISHED, publication);
    }

    /**
     * Takes it down at once; its page is empty at the next request. It can be done in a task that is finished too.
     *
     * @throws RuleViolationException {@code publication.committee-only}, {@code publication.state}
     */
    public void withdraw(long id, String reason, Actor actor, BranchScope scope) {
        PublicationAccess.require(PublicationAct.WITHDRAW, scope);
        takenDown.withdraw(query.get(id, scope), reason, actor);
    }

    /**
     * Its days are over, and the paper is taken down.
     *
     * @throws RuleViolationException {@code publication.committee-only}, {@code publication.not-over}, {@code
     *     publication.state}
     */
    public void end(long id, BranchScope scope) {
        PublicationAccess.require(PublicationAct.END, scope);
        Publication publication = query.get(id, scope);
        publication.end(LocalDate.now(clock));
        note(PublicationAction.ENDED, publication);
        events.publishEvent(new TaskChanged(publication.getTaskId()));
    }

    /**
     * Refuses what cannot be done now.
     *
     * @throws RuleViolationException {@code publication.secretary-only} and its like for a role that may not, {@code
     *     publication.state} in another state
     */
    @Transactional(readOnly = true)
    public void requirePossible(PublicationAct act, long id, BranchScope scope) {
        PublicationAccess.require(act, scope);
        if (!act.isPossibleIn(query.get(id, scope).getState())) {
            throw new RuleViolationException("publication.state");
        }
    }

    private Publication held(PublicationAct act, long id, @Nullable Long version, BranchScope scope) {
        PublicationAccess.require(act, scope);
        Publication publication = query.get(id, scope);
        tasks.workOn(publication.getTaskId(), scope);
        if (version != null && act.isPossibleIn(publication.getState())) {
            query.requireVersion(publication, version);
        }
        return publication;
    }

    /** Nobody's own problem is shown without his word, up to the last moment. */
    private void requireConsent(Publication publication) {
        boolean gone = jdbc.sql("""
                        select exists (
                          select from publication_item x join problem p on p.id = x.problem_id
                          where x.publication_id = :id and p.subject_kind <> 'BRANCH'
                            and not exists (select from publication_consent c
                              where c.problem_id = p.id and c.member_id = p.subject_member_id))
                        """)
                .param("id", publication.getId())
                .query(Boolean.class)
                .single();
        if (gone) {
            throw new RuleViolationException("publication.consent.gone");
        }
    }

    private By by(Actor actor) {
        return new By(actor.accountId(), actor.displayName(), clock.instant());
    }

    private void note(PublicationAction action, Publication publication) {
        audit.record(action, "Publication", publication.getId(), labels.of(publication.getKind()));
    }
}
