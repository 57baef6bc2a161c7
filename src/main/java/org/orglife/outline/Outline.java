package org.orglife.outline;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
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
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.campaign.PersonalText;
import org.orglife.organisation.Member;
import org.orglife.shared.RuleViolationException;

/** A text for the meeting: what its author works on, and every version he has handed in. Its words are sealed. */
@Entity
public class Outline {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "task_id", updatable = false)
    private BranchTask task;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "member_id", updatable = false)
    private @Nullable Member member;

    @SuppressWarnings("NullAway") // ErrorProne's NullAway does not read @Nullable on array types of fields
    private byte @Nullable [] workingSealed;

    private int handedIn;

    @Enumerated(EnumType.STRING)
    private OutlineState state = OutlineState.WRITING;

    private @Nullable LocalDate sharedOn;

    @OneToMany(mappedBy = "outline", cascade = CascadeType.ALL)
    @OrderBy("number")
    private List<OutlineVersion> versions = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Outline() {}

    /**
     * A text is begun.
     *
     * @param member whose it is; null for the branch's
     */
    @SuppressWarnings("NullAway.Init")
    Outline(BranchTask task, @Nullable Member member) {
        this.task = task;
        this.branchId = task.getBranch().getId();
        this.member = member;
    }

    /** Keeps what is written for the author alone. */
    void keep(byte[] sealed) {
        this.workingSealed = sealed;
    }

    /** Hands in what is written, as a new version; what the reader said of an older one is answered by it. */
    OutlineVersion handIn(byte[] sealed, LocalDate on) {
        this.workingSealed = null;
        this.handedIn++;
        this.state = OutlineState.HANDED_IN;
        OutlineVersion handed = new OutlineVersion(this, handedIn, sealed, on);
        versions.add(handed);
        return handed;
    }

    /**
     * Whoever reads it says what he thinks of the version handed in last.
     *
     * @throws RuleViolationException {@code outline.review.old} if a newer version was handed in since, {@code
     *     outline.review.done} if that version has been reviewed already
     */
    void reviewed(int number, Review review) {
        if (number != handedIn) {
            throw new RuleViolationException("outline.review.old");
        }
        newest().orElseThrow().reviewed(review);
        this.state = review.verdict() == Verdict.ACCEPTED ? OutlineState.ACCEPTED : OutlineState.RETURNED;
    }

    /**
     * What is said to a version.
     *
     * @param remarkSealed null only for one that is accepted without a word
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Review(Verdict verdict, byte @Nullable [] remarkSealed, String reviewer, long accountId, LocalDate on) {}

    /**
     * The author lets the branch's members read it, or not any more.
     *
     * @throws RuleViolationException {@code outline.share.nothing} if nothing was handed in
     */
    void share(@Nullable LocalDate on) {
        if (on != null && handedIn == 0) {
            throw new RuleViolationException("outline.share.nothing");
        }
        this.sharedOn = on;
    }

    /** The version handed in last. */
    Optional<OutlineVersion> newest() {
        return versions.stream().filter(each -> each.getNumber() == handedIn).findFirst();
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public BranchTask getTask() {
        return task;
    }

    /** Whose it is; null for the branch's. */
    public @Nullable Member getMember() {
        return member;
    }

    public OutlineKind getKind() {
        return member == null ? OutlineKind.BRANCH : OutlineKind.MEMBER;
    }

    /** Key of what it is called: an outline or a full text, as the campaign asks. */
    public String getTitleKey() {
        return titleKey(getKind(), task);
    }

    static String titleKey(OutlineKind kind, BranchTask task) {
        if (kind == OutlineKind.BRANCH) {
            return "outline.title.branch";
        }
        return task.getCampaign().getPolicy().personalText() == PersonalText.FULL_TEXT_REQUIRED
                ? "outline.title.full"
                : "outline.title.outline";
    }

    byte @Nullable [] getWorkingSealed() {
        return workingSealed;
    }

    /** Whether there are words that were kept and not handed in. */
    public boolean isUnfinished() {
        return workingSealed != null;
    }

    /** Whether it is kept already; false for one that is about to be. */
    boolean isBegun() {
        return id != null;
    }

    /** Number of the version handed in last; 0 if none was. */
    public int getHandedIn() {
        return handedIn;
    }

    public OutlineState getState() {
        return state;
    }

    public @Nullable LocalDate getSharedOn() {
        return sharedOn;
    }

    List<OutlineVersion> getVersions() {
        return List.copyOf(versions);
    }

    public long getVersion() {
        return version;
    }
}
