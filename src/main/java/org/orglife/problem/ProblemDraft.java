package org.orglife.problem;

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
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.Aspect;
import org.orglife.campaign.AspectSubject;
import org.orglife.campaign.BranchTask;
import org.orglife.organisation.Member;
import org.orglife.shared.Actor;
import org.orglife.shared.BranchScope;
import org.orglife.shared.RuleViolationException;

/**
 * A point of a member's own list that has not been handed in. It is read by the member, and by the helper who took it
 * down until the member puts his hand to it; to everybody else it is not there (domain 7.2).
 */
@Entity
public class ProblemDraft {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "task_id", updatable = false)
    private BranchTask task;

    @Column(updatable = false)
    private Long campaignId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id", updatable = false)
    private Member member;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "aspect_id")
    private Aspect aspect;

    private String text;
    private @Nullable String cause;

    @Enumerated(EnumType.STRING)
    private ProblemSource source;

    private @Nullable Long recordedBy;
    private @Nullable String recorderName;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ProblemDraft() {}

    ProblemDraft(BranchTask task, Member member, Aspect aspect, ProblemText text) {
        this.task = task;
        this.branchId = task.getBranch().getId();
        this.campaignId = task.getCampaign().getId();
        this.member = member;
        this.aspect = aspect;
        this.text = text.text();
        this.source = text.source();
        write(aspect, text);
    }

    private void write(Aspect newAspect, ProblemText newText) {
        if (newAspect.getSubject() != AspectSubject.MEMBER
                || !newAspect.getCampaign().getId().equals(campaignId)) {
            throw new RuleViolationException("problem.aspect");
        }
        this.aspect = newAspect;
        this.text = newText.text();
        this.cause = newText.cause();
        this.source = newText.source();
    }

    /** Somebody else wrote it down for the member (代录). */
    void takenDownBy(Actor helper) {
        this.recordedBy = helper.accountId();
        this.recorderName = helper.displayName();
    }

    /** Written anew; once the member has done so it is his alone. */
    void change(Aspect newAspect, ProblemText newText, BranchScope scope) {
        write(newAspect, newText);
        if (scope.isOwn(member.getId())) {
            this.recordedBy = null;
            this.recorderName = null;
        }
    }

    /** Whether it may be read, changed and handed in: one right, as whoever knows the words may give them. */
    boolean isOpenTo(BranchScope scope) {
        boolean helped =
                recordedBy != null && recordedBy == scope.accountId() && ProblemAccess.mayWriteForBranch(scope);
        return scope.isOwn(member.getId()) || helped;
    }

    ProblemText words() {
        return new ProblemText(aspect.getId(), text, cause, source);
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public BranchTask getTask() {
        return task;
    }

    public Member getMember() {
        return member;
    }

    public Aspect getAspect() {
        return aspect;
    }

    public String getText() {
        return text;
    }

    public @Nullable String getCause() {
        return cause;
    }

    public ProblemSource getSource() {
        return source;
    }

    @Nullable
    Long getRecordedBy() {
        return recordedBy;
    }

    /** Name of the helper who took it down; null if the member wrote it himself. */
    public @Nullable String getRecorderName() {
        return recorderName;
    }

    public long getVersion() {
        return version;
    }
}
