package org.orglife.campaign;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.OrgUnit;
import org.orglife.shared.RuleViolationException;

/** A season of organisational-life meetings, written by an office and issued to its branches (domain 2.2). */
@Entity
public class Campaign {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Enumerated(EnumType.STRING)
    private CampaignKind kind;

    private boolean combinesMemberReview;
    private String title;
    private int year;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "issuer_id", updatable = false)
    private OrgUnit issuer;

    private @Nullable String docNumber;
    private @Nullable LocalDate issuedOn;
    private @Nullable String basis;
    private @Nullable String theme;
    private @Nullable String requirementPhrase;

    @Enumerated(EnumType.STRING)
    private CampaignState state;

    private @Nullable LocalDate meetingFrom;
    private @Nullable LocalDate meetingUntil;
    private @Nullable LocalDate reportDueOn;
    private @Nullable LocalDate rectificationDueOn;
    private boolean backfilled;

    @Embedded
    private Policy policy;

    @OneToMany(mappedBy = "campaign", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<Aspect> aspects = new ArrayList<>();

    @OneToMany(mappedBy = "campaign", cascade = CascadeType.ALL, orphanRemoval = true)
    private List<StepDefinition> steps = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "study_item", joinColumns = @JoinColumn(name = "campaign_id"))
    @OrderColumn(name = "position")
    private List<StudyItem> studyItems = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "campaign_target", joinColumns = @JoinColumn(name = "campaign_id"))
    @Column(name = "unit_id")
    private Set<Long> targets = new HashSet<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Campaign() {}

    /** A draft. */
    @SuppressWarnings("NullAway.Init")
    Campaign(OrgUnit issuer, CampaignDetails details) {
        this.issuer = issuer;
        this.state = CampaignState.DRAFT;
        apply(details);
    }

    /** A season that is over elsewhere and entered afterwards (补录): it is issued already and asks for nothing. */
    static Campaign backfilled(OrgUnit issuer, CampaignDetails details, LocalDate on) {
        Campaign campaign = new Campaign(issuer, details);
        campaign.backfilled = true;
        campaign.issuedOn = on;
        campaign.state = CampaignState.REPORTING;
        return campaign;
    }

    /**
     * Writes the draft anew.
     *
     * @throws RuleViolationException {@code campaign.issued} once it has been issued: changes come as supplements
     */
    void change(CampaignDetails details) {
        if (!state.isDraft()) {
            throw new RuleViolationException("campaign.issued", title);
        }
        apply(details);
    }

    private void apply(CampaignDetails details) {
        if (details.meetingFrom() != null
                && details.meetingUntil() != null
                && details.meetingUntil().isBefore(details.meetingFrom())) {
            throw new RuleViolationException("campaign.window-backwards");
        }
        this.kind = details.kind();
        this.combinesMemberReview = details.combinesMemberReview();
        this.title = details.title();
        this.year = details.year();
        this.docNumber = details.docNumber();
        this.basis = details.basis();
        this.theme = details.theme();
        this.requirementPhrase = details.requirementPhrase();
        this.meetingFrom = details.meetingFrom();
        this.meetingUntil = details.meetingUntil();
        this.reportDueOn = details.reportDueOn();
        this.rectificationDueOn = details.rectificationDueOn();
        this.policy = details.policy();
        for (AspectSubject subject : AspectSubject.values()) {
            applyAspects(subject, details.aspects(subject));
        }
        applySteps(details.steps());
        this.studyItems.clear();
        this.studyItems.addAll(details.studyItems());
        this.targets.clear();
        this.targets.addAll(details.targets());
    }

    /** Aspects that keep their title keep their id. */
    private void applyAspects(AspectSubject subject, List<NamedAspect> named) {
        Map<String, Aspect> kept = new HashMap<>();
        getAspects(subject).forEach(aspect -> kept.put(aspect.getTitle(), aspect));
        int position = 1;
        for (NamedAspect aspect : named) {
            Aspect known = kept.remove(aspect.title());
            if (known == null) {
                aspects.add(new Aspect(this, subject, position, aspect));
            } else {
                known.place(position, aspect.guidingQuestions());
            }
            position++;
        }
        aspects.removeAll(kept.values());
    }

    private void applySteps(List<PlannedStep> planned) {
        Map<StepCode, StepDefinition> kept = new HashMap<>();
        steps.forEach(step -> kept.put(step.getCode(), step));
        for (PlannedStep step : planned) {
            StepDefinition known = kept.remove(step.code());
            if (known == null) {
                steps.add(new StepDefinition(this, step));
            } else {
                known.plan(step);
            }
        }
        steps.removeAll(kept.values());
    }

    /** Adds an aspect that a backfilled ledger names; an issued campaign's sets do not change. */
    Aspect addAspect(AspectSubject subject, String aspectTitle) {
        if (!backfilled) {
            throw new RuleViolationException("campaign.issued", title);
        }
        Aspect aspect = new Aspect(this, subject, getAspects(subject).size() + 1, new NamedAspect(aspectTitle, null));
        aspects.add(aspect);
        return aspect;
    }

    /**
     * Issues the campaign: from now on it is on the branches' desks.
     *
     * @throws RuleViolationException {@code campaign.incomplete.aspects} without aspects for branch and members,
     *     {@code campaign.incomplete.window} without the window of the meetings, {@code campaign.wrong-state} if it has
     *     been issued already
     */
    void issue(LocalDate on) {
        missing().stream().findFirst().ifPresent(code -> {
            throw new RuleViolationException(code);
        });
        become(CampaignState.ISSUED);
        this.issuedOn = on;
        fillWindows(Objects.requireNonNull(meetingFrom), Objects.requireNonNull(meetingUntil));
    }

    /** What has to be filled in before it can be issued, as codes of sentences; empty if nothing is missing. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (getAspects(AspectSubject.BRANCH).isEmpty()
                || getAspects(AspectSubject.MEMBER).isEmpty()) {
            missing.add("campaign.incomplete.aspects");
        }
        if (meetingFrom == null || meetingUntil == null) {
            missing.add("campaign.incomplete.window");
        }
        return missing;
    }

    /** 倒排工期: what is before the meeting ends the day before it, what is after it some days later. */
    private void fillWindows(LocalDate from, LocalDate until) {
        for (StepDefinition step : steps) {
            if (step.getWindowUntil() == null) {
                LocalDate meeting = step.getCode().phase() == StepPhase.BEFORE ? from : until;
                LocalDate end = step.getCode().endBefore(meeting, policy.noticeDays());
                LocalDate begin = step.getWindowFrom();
                step.plan(new PlannedStep(
                        step.getCode(), step.getLevel(), begin != null && begin.isAfter(end) ? null : begin, end));
            }
        }
    }

    void consult() {
        become(CampaignState.CONSULTING);
    }

    /** Moves on by the calendar: work begins with the first window, reporting when the window of the meetings is over. */
    void followCalendar(LocalDate today) {
        boolean windowBegun = steps.stream()
                .map(StepDefinition::getWindowFrom)
                .anyMatch(from -> from != null && !from.isAfter(today));
        if (state == CampaignState.ISSUED && windowBegun) {
            become(CampaignState.IN_PROGRESS);
        }
        if ((state == CampaignState.ISSUED || state == CampaignState.IN_PROGRESS)
                && meetingUntil != null
                && meetingUntil.isBefore(today)) {
            become(CampaignState.REPORTING);
        }
    }

    void cancel() {
        become(CampaignState.CANCELLED);
    }

    /** Every branch is done; nothing is added any more. */
    void close() {
        become(CampaignState.CLOSED);
    }

    private void become(CampaignState next) {
        if (!state.canBecome(next)) {
            throw new RuleViolationException("campaign.wrong-state", title);
        }
        this.state = next;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public CampaignKind getKind() {
        return kind;
    }

    public boolean isCombinesMemberReview() {
        return combinesMemberReview;
    }

    public String getTitle() {
        return title;
    }

    public int getYear() {
        return year;
    }

    public OrgUnit getIssuer() {
        return issuer;
    }

    public @Nullable String getDocNumber() {
        return docNumber;
    }

    public @Nullable LocalDate getIssuedOn() {
        return issuedOn;
    }

    public @Nullable String getBasis() {
        return basis;
    }

    public @Nullable String getTheme() {
        return theme;
    }

    public @Nullable String getRequirementPhrase() {
        return requirementPhrase;
    }

    public CampaignState getState() {
        return state;
    }

    public @Nullable LocalDate getMeetingFrom() {
        return meetingFrom;
    }

    public @Nullable LocalDate getMeetingUntil() {
        return meetingUntil;
    }

    public @Nullable LocalDate getReportDueOn() {
        return reportDueOn;
    }

    public @Nullable LocalDate getRectificationDueOn() {
        return rectificationDueOn;
    }

    public boolean isBackfilled() {
        return backfilled;
    }

    public Policy getPolicy() {
        return policy;
    }

    public List<Aspect> getAspects(AspectSubject subject) {
        return aspects.stream()
                .filter(aspect -> aspect.getSubject() == subject)
                .sorted(Comparator.comparingInt(Aspect::getPosition))
                .toList();
    }

    /**
     * The steps in the order of the catalogue; a step the policy leaves no room for counts as not asked for, and one it
     * demands as asked for.
     */
    public List<PlannedStep> getSteps() {
        return steps.stream()
                .map(StepDefinition::planned)
                .map(step -> new PlannedStep(step.code(), level(step), step.from(), step.until()))
                .sorted(Comparator.comparing(PlannedStep::code))
                .toList();
    }

    private StepLevel level(PlannedStep step) {
        if (!isAskedFor(step.code())) {
            return StepLevel.OFF;
        }
        return step.level() == StepLevel.OFF && policy.demands(step.code()) ? StepLevel.MUST : step.level();
    }

    private boolean isAskedFor(StepCode step) {
        boolean belongsToReview = step == StepCode.ASSESSMENT || step == StepCode.FEEDBACK;
        return policy.allows(step) && (combinesMemberReview || !belongsToReview);
    }

    public List<StudyItem> getStudyItems() {
        return List.copyOf(studyItems);
    }

    public Set<Long> getTargets() {
        return Set.copyOf(targets);
    }

    public long getVersion() {
        return version;
    }
}
