package org.orglife.publication;

import java.time.Clock;
import java.util.List;
import org.orglife.audit.AuditTrail;
import org.orglife.campaign.TaskChanged;
import org.orglife.shared.Actor;
import org.orglife.shared.Labels;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes publications down: their page is empty from the same moment on, and pledges are as if never shown. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakenDown {

    private final PublicationRepository publications;
    private final PublicPages pages;
    private final PledgeRepository pledges;
    private final JdbcClient jdbc;
    private final Labels labels;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakenDown(
            PublicationRepository publications,
            PublicPages pages,
            PledgeRepository pledges,
            JdbcClient jdbc,
            Labels labels,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.publications = publications;
        this.pages = pages;
        this.pledges = pledges;
        this.jdbc = jdbc;
        this.labels = labels;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Takes one down. It can be done in a task that is finished too. */
    void withdraw(Publication publication, String reason, Actor actor) {
        publication.withdraw(reason, new By(actor.accountId(), actor.displayName(), clock.instant()));
        pages.close(publication.getId());
        pledges.shownBy(publication.getId()).forEach(pledge -> {
            if (!isShownElsewhere(pledge, publication)) {
                pledge.takenDown();
            }
        });
        audit.record(PublicationAction.WITHDRAWN, "Publication", publication.getId(), labels.of(publication.getKind()));
        events.publishEvent(new TaskChanged(publication.getTaskId()));
    }

    private boolean isShownElsewhere(Pledge pledge, Publication publication) {
        return jdbc.sql("""
                        select exists (select from publication_pledge x join publication p on p.id = x.publication_id
                          where x.pledge_id = :pledge and p.id <> :publication and p.state in ('PUBLISHED', 'ENDED'))
                        """)
                .param("pledge", pledge.getId())
                .param("publication", publication.getId())
                .query(Boolean.class)
                .single();
    }

    /** Takes down what shows a problem, and sends back what was to show it. */
    void showing(long problemId, Actor actor) {
        List<Long> ids = jdbc.sql("select publication_id from publication_item where problem_id = :problem")
                .param("problem", problemId)
                .query(Long.class)
                .list();
        String reason = labels.text("publication.consent.taken-back");
        for (Publication publication : publications.findByIds(ids)) {
            if (PublicationAct.WITHDRAW.isPossibleIn(publication.getState())) {
                withdraw(publication, reason, actor);
            } else if (PublicationAct.GIVE_BACK.isPossibleIn(publication.getState())) {
                publication.giveBack(reason);
            }
        }
    }
}
