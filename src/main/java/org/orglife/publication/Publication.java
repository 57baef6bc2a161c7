package org.orglife.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.shared.RuleViolationException;

/** 一次公示: rows and the words around them, who proposed, checked, approved and showed them, and for how long. */
@Entity
public class Publication {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long taskId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private PublicationKind kind;

    @Enumerated(EnumType.STRING)
    private PublicationState state = PublicationState.DRAFT;

    @Enumerated(EnumType.STRING)
    private Reach reach;

    private String title;
    private String intro;
    private String contact;
    private String signature;
    private LocalDate fromOn;
    private LocalDate untilOn;
    private boolean onPage;

    @JdbcTypeCode(SqlTypes.JSON)
    private String content;

    private boolean personal;
    private @Nullable String personalReason;
    private @Nullable LocalDate countedFrom;
    private @Nullable LocalDate countedUntil;

    private Long proposedBy;
    private String proposedByName;
    private Instant proposedAt;
    private @Nullable String returnedReason;
    private @Nullable Long checkedBy;
    private @Nullable String checkedByName;
    private @Nullable Instant checkedAt;
    private @Nullable Long approvedBy;
    private @Nullable String approvedByName;
    private @Nullable Instant approvedAt;
    private @Nullable LocalDate decidedOn;
    private @Nullable Long publishedBy;
    private @Nullable String publishedByName;
    private @Nullable Instant publishedAt;
    private @Nullable Long withdrawnBy;
    private @Nullable String withdrawnByName;
    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawnReason;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Publication() {}

    /**
     * A proposal.
     *
     * @param content the rows, as JSON
     * @param personal whether somebody's own problem is among them
     */
    @SuppressWarnings("NullAway.Init") // propose sets the rest
    Publication(BranchTask task, ProposePublication proposal, String content, boolean personal, By by) {
        this.taskId = task.getId();
        this.branchId = task.getBranch().getId();
        this.kind = proposal.kind();
        propose(proposal, content, personal, by);
    }

    /** Writes it anew; whoever does so is the one who proposes it. */
    final void propose(ProposePublication proposal, String rows, boolean withPersonal, By by) {
        become(PublicationAct.CHANGE);
        take(proposal.details());
        this.countedFrom = proposal.countedFrom();
        this.countedUntil = proposal.countedUntil();
        this.content = rows;
        this.personal = withPersonal;
        this.proposedBy = by.account();
        this.proposedByName = by.name();
        this.proposedAt = by.at();
        this.returnedReason = null;
    }

    private void take(PublicationDetails details) {
        this.reach = details.reach();
        this.title = details.title();
        this.intro = details.intro();
        this.contact = details.contact();
        this.signature = details.signature();
        this.fromOn = details.from();
        this.untilOn = details.until();
        this.onPage = details.onPage();
    }

    private void become(PublicationAct act) {
        if (!act.isPossibleIn(state)) {
            throw new RuleViolationException("publication.state");
        }
        PublicationState next = act.to();
        if (next != null) {
            this.state = next;
        }
    }

    /** Refuses to drop what is no proposal any more. */
    void drop() {
        become(PublicationAct.DELETE);
    }

    /**
     * A second person found nothing in it that must not be shown.
     *
     * @throws RuleViolationException {@code publication.own-check} for whoever proposed it, {@code publication.state}
     */
    void check(By by) {
        if (proposedBy == by.account()) {
            throw new RuleViolationException("publication.own-check");
        }
        become(PublicationAct.CHECK);
        this.checkedBy = by.account();
        this.checkedByName = by.name();
        this.checkedAt = by.at();
        this.returnedReason = null;
    }

    /** Something is to be changed first. */
    void giveBack(String reason) {
        become(PublicationAct.GIVE_BACK);
        this.returnedReason = reason;
        this.checkedBy = null;
        this.checkedByName = null;
        this.checkedAt = null;
        this.approvedBy = null;
        this.approvedByName = null;
        this.approvedAt = null;
        this.decidedOn = null;
        this.personalReason = null;
    }

    /**
     * The secretary agrees.
     *
     * @param decided day on which committee or general meeting decided on it; null where none did
     * @param reason why somebody's own problem is shown
     * @throws RuleViolationException {@code publication.personal.reason} without a reason where one is needed
     */
    void approve(@Nullable LocalDate decided, @Nullable String reason, By by) {
        if (personal && reason == null) {
            throw new RuleViolationException("publication.personal.reason");
        }
        become(PublicationAct.APPROVE);
        this.decidedOn = decided;
        this.personalReason = personal ? reason : null;
        this.approvedBy = by.account();
        this.approvedByName = by.name();
        this.approvedAt = by.at();
    }

    /** It is shown from now on; a first day that is over becomes today. */
    void publish(LocalDate today, By by) {
        become(PublicationAct.PUBLISH);
        take(getDetails().notBefore(today));
        this.publishedBy = by.account();
        this.publishedByName = by.name();
        this.publishedAt = by.at();
    }

    void withdraw(String reason, By by) {
        become(PublicationAct.WITHDRAW);
        this.withdrawnReason = reason;
        this.withdrawnBy = by.account();
        this.withdrawnByName = by.name();
        this.withdrawnAt = by.at();
    }

    /**
     * Its days are over.
     *
     * @throws RuleViolationException {@code publication.not-over} before that
     */
    void end(LocalDate today) {
        if (state == PublicationState.PUBLISHED && !isOver(today)) {
            throw new RuleViolationException("publication.not-over");
        }
        become(PublicationAct.END);
    }

    /** Whether its last day is over. */
    public boolean isOver(LocalDate today) {
        return untilOn.isBefore(today);
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public Long getTaskId() {
        return taskId;
    }

    public PublicationKind getKind() {
        return kind;
    }

    public PublicationState getState() {
        return state;
    }

    public PublicationDetails getDetails() {
        return new PublicationDetails(reach, title, intro, contact, signature, fromOn, untilOn, onPage);
    }

    /** The rows, as JSON. */
    String getContent() {
        return content;
    }

    /** Whether somebody's own problem is among the rows. */
    public boolean isPersonal() {
        return personal;
    }

    /** Why it is; null as long as nobody has approved it. */
    public @Nullable String getPersonalReason() {
        return personalReason;
    }

    public @Nullable LocalDate getCountedFrom() {
        return countedFrom;
    }

    public @Nullable LocalDate getCountedUntil() {
        return countedUntil;
    }

    public By getProposed() {
        return new By(proposedBy, proposedByName, proposedAt);
    }

    /** Why it was sent back last; null if it never was, or has been checked since. */
    public @Nullable String getReturnedReason() {
        return returnedReason;
    }

    public @Nullable By getChecked() {
        return by(checkedBy, checkedByName, checkedAt);
    }

    public @Nullable By getApproved() {
        return by(approvedBy, approvedByName, approvedAt);
    }

    public @Nullable LocalDate getDecidedOn() {
        return decidedOn;
    }

    public @Nullable By getPublished() {
        return by(publishedBy, publishedByName, publishedAt);
    }

    public @Nullable By getWithdrawn() {
        return by(withdrawnBy, withdrawnByName, withdrawnAt);
    }

    public @Nullable String getWithdrawnReason() {
        return withdrawnReason;
    }

    private static @Nullable By by(@Nullable Long account, @Nullable String name, @Nullable Instant at) {
        return account == null || name == null || at == null ? null : new By(account, name, at);
    }

    public long getVersion() {
        return version;
    }
}
