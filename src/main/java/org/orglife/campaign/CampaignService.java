package org.orglife.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.audit.AuditTrail;
import org.orglife.organisation.OrgUnit;
import org.orglife.organisation.OrgUnitService;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.NotFoundException;
import org.orglife.shared.Role;
import org.orglife.shared.RuleViolationException;
import org.orglife.shared.StaleEditException;
import org.orglife.shared.StaleEditException.CurrentText;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes campaigns, issues them, adds to them. */
@Service
@Transactional(readOnly = true)
public class CampaignService {

    private static final String TYPE = "Campaign";

    private final CampaignRepository campaigns;
    private final SupplementRepository supplements;
    private final CampaignQuery query;
    private final OrgUnitService units;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CampaignService(
            CampaignRepository campaigns,
            SupplementRepository supplements,
            CampaignQuery query,
            OrgUnitService units,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.supplements = supplements;
        this.query = query;
        this.units = units;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A campaign with its aspects and steps.
     *
     * @throws NotFoundException if there is none, or it neither reaches a branch of the scope nor belongs to its office
     */
    public Campaign get(long id, BranchScope scope) {
        return campaigns
                .findById(id)
                .filter(campaign -> isVisible(campaign, scope))
                .map(CampaignService::loaded)
                .orElseThrow(() -> new NotFoundException(Campaign.class, id));
    }

    /**
     * A campaign with its steps alone, in one statement; for whoever shows nothing of it but rows of his own scope.
     *
     * @throws NotFoundException if there is none
     */
    public Campaign withSteps(long id) {
        return campaigns.withSteps(id).orElseThrow(() -> new NotFoundException(Campaign.class, id));
    }

    /** Whether the unit has a campaign of that title and year already that was not cancelled. */
    public boolean hasNamesake(long issuerId, CampaignDetails details) {
        return campaigns.existsByIssuerIdAndTitleAndYearAndStateNot(
                issuerId, details.title(), details.year(), CampaignState.CANCELLED);
    }

    private boolean isVisible(Campaign campaign, BranchScope scope) {
        return isOwn(campaign, scope) || query.list(scope).stream().anyMatch(row -> row.id() == campaign.getId());
    }

    /** The office's own, or the branch's: the scope of those who lead it holds nothing else that could issue one. */
    private static boolean isOwn(Campaign campaign, BranchScope scope) {
        boolean issues = scope.role() == Role.PARTY_OFFICE || scope.role().leadsBranch();
        return issues && campaign.getIssuer().isWithin(scope);
    }

    /** Fetched here, within the transaction: the page that shows it comes after. */
    private static Campaign loaded(Campaign campaign) {
        campaign.getAspects(AspectSubject.BRANCH);
        campaign.getSteps();
        campaign.getStudyItems();
        campaign.getTargets();
        return campaign;
    }

    /** A campaign that the caller's office or branch issues itself; others cannot be changed. */
    private Campaign own(long id, BranchScope scope) {
        return campaigns
                .findById(id)
                .filter(campaign -> isOwn(campaign, scope))
                .map(CampaignService::loaded)
                .orElseThrow(() -> new NotFoundException(Campaign.class, id));
    }

    /** Begins a draft. */
    @Transactional
    public Campaign draft(long issuerId, CampaignDetails details, BranchScope scope) {
        checkTargets(details.targets(), scope);
        Campaign campaign = campaigns.save(new Campaign(units.get(issuerId, scope), details));
        audit.record(CampaignAction.CAMPAIGN_DRAFTED, TYPE, campaign.getId(), campaign.getTitle());
        return campaign;
    }

    /**
     * Writes a draft anew.
     *
     * @throws StaleEditException if somebody saved it since the form was opened
     */
    @Transactional
    public void change(long id, long version, CampaignDetails details, BranchScope scope) {
        Campaign campaign = own(id, scope);
        if (campaign.getVersion() != version) {
            throw new StaleEditException(campaign.getVersion(), currentTexts(campaign));
        }
        checkTargets(details.targets(), scope);
        campaign.change(details);
        audit.record(CampaignAction.CAMPAIGN_CHANGED, TYPE, id, campaign.getTitle());
    }

    private static List<CurrentText> currentTexts(Campaign campaign) {
        return List.of(
                new CurrentText("title", "campaign.title", campaign.getTitle()),
                new CurrentText("theme", "campaign.theme", text(campaign.getTheme())),
                new CurrentText(
                        "requirementPhrase", "campaign.requirementPhrase", text(campaign.getRequirementPhrase())));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void checkTargets(Set<Long> targets, BranchScope scope) {
        targets.forEach(target -> units.get(target, scope));
    }

    /** Throws a draft away. */
    @Transactional
    public void delete(long id, BranchScope scope) {
        Campaign campaign = own(id, scope);
        if (!campaign.getState().isDraft()) {
            throw new RuleViolationException("campaign.issued", campaign.getTitle());
        }
        audit.record(CampaignAction.CAMPAIGN_DELETED, TYPE, id, campaign.getTitle());
        campaigns.delete(campaign);
    }

    /**
     * Issues a campaign: every open branch below its targets gets a task.
     *
     * @return how many branches were reached
     * @throws RuleViolationException {@code campaign.no-branches} if there is none
     */
    @Transactional
    public int issue(long id, Actor actor, BranchScope scope) {
        Campaign campaign = own(id, scope);
        campaign.issue(LocalDate.now(clock));
        Set<Long> targets =
                campaign.getTargets().isEmpty() ? Set.of(campaign.getIssuer().getId()) : campaign.getTargets();
        Instant now = clock.instant();
        int reached = campaigns.createTasks(id, targets, now);
        if (reached == 0) {
            throw new RuleViolationException("campaign.no-branches");
        }
        campaigns.noteIssued(id, now, actor.accountId(), actor.displayName());
        audit.record(CampaignAction.CAMPAIGN_ISSUED, TYPE, id, campaign.getTitle());
        events.publishEvent(new TasksCreated(id));
        return reached;
    }

    /**
     * A branch meets without a campaign of a superior: it gets one of its own, which reaches itself alone.
     *
     * @param another whether a second one of that title and year is meant
     * @return the branch's task
     * @throws RuleViolationException {@code campaign.secretary-only} for anybody but those who lead the branch, {@code
     *     campaign.namesake} if it has one of that title and year already
     */
    @Transactional
    public long initiate(CampaignDetails details, boolean another, Actor actor, BranchScope scope) {
        Long branch = actor.unitId();
        if (!scope.role().leadsBranch() || branch == null) {
            throw new RuleViolationException("campaign.secretary-only");
        }
        if (!another && hasNamesake(branch, details)) {
            throw new RuleViolationException("campaign.namesake", String.valueOf(details.year()), details.title());
        }
        Campaign campaign = draft(branch, details, scope);
        issue(campaign.getId(), actor, scope);
        return campaigns.taskOf(campaign.getId(), branch);
    }

    /** Calls a campaign off; what branches have recorded stays. */
    @Transactional
    public void cancel(long id, BranchScope scope) {
        Campaign campaign = own(id, scope);
        campaign.cancel();
        audit.record(CampaignAction.CAMPAIGN_CANCELLED, TYPE, id, campaign.getTitle());
    }

    /**
     * Closes a campaign.
     *
     * @throws RuleViolationException {@code campaign.close.open} with the number of branches that are not done,
     *     {@code campaign.wrong-state} before its branches report
     */
    @Transactional
    public void close(long id, BranchScope scope) {
        Campaign campaign = own(id, scope);
        long open = campaigns.openTasks(id);
        if (open > 0) {
            throw new RuleViolationException("campaign.close.open", open);
        }
        campaign.close();
        audit.record(CampaignAction.CAMPAIGN_CLOSED, TYPE, id, campaign.getTitle());
    }

    /** What has been added to a campaign since it was issued, newest first. */
    public List<Supplement> supplements(long id, BranchScope scope) {
        return supplements.of(get(id, scope).getId());
    }

    /**
     * Adds something to an issued campaign.
     *
     * @throws RuleViolationException {@code campaign.not-issued} while it is a draft: then the draft itself is changed
     */
    @Transactional
    public void supplement(long id, String title, String body, BranchScope scope) {
        Campaign campaign = own(id, scope);
        if (!campaign.getState().isRunning()) {
            throw new RuleViolationException("campaign.not-issued");
        }
        supplements.save(new Supplement(campaign, title, body, scope.accountId(), clock.instant()));
        audit.record(CampaignAction.SUPPLEMENT_ISSUED, TYPE, id, campaign.getTitle());
    }

    /** Enters a season that was held elsewhere (补录), for the ledger that comes from there. */
    @Transactional
    public Campaign backfill(OrgUnit issuer, CampaignDetails details) {
        Campaign campaign = campaigns.save(Campaign.backfilled(issuer, details, LocalDate.now(clock)));
        audit.record(CampaignAction.CAMPAIGN_BACKFILLED, TYPE, campaign.getId(), campaign.getTitle());
        return campaign;
    }

    /** Adds an aspect to a season entered afterwards. */
    @Transactional
    public Aspect addAspect(Campaign campaign, AspectSubject subject, String title) {
        Campaign kept = campaigns.findById(campaign.getId()).orElseThrow();
        return kept.addAspect(subject, title);
    }

    /** Removes a season whose entering is undone, with its tasks; refused while anything hangs on one of them. */
    @Transactional
    public void discard(long id) {
        campaigns.deleteTaskEntries(id);
        campaigns.deleteTasks(id);
        campaigns.findById(id).ifPresent(campaigns::delete);
    }

    /** Moves every running campaign on by the calendar; called once a day. */
    @Transactional
    public void followCalendar() {
        campaigns.running().forEach(campaign -> campaign.followCalendar(LocalDate.now(clock)));
    }
}
