package org.orglife.study;

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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.Member;
import org.orglife.organisation.MemberFlag;
import org.orglife.shared.RuleViolationException;

/** Somebody who was expected at a session: there, or making up for it (补学). */
@Entity
public class StudyAttendance {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "session_id", updatable = false)
    private StudySession session;

    @Column(updatable = false)
    private Long branchId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "member_id", updatable = false)
    private Member member;

    private boolean present;

    @Enumerated(EnumType.STRING)
    private @Nullable MakeUpState makeUp;

    @Enumerated(EnumType.STRING)
    private @Nullable MakeUpWay way;

    private @Nullable LocalDate madeUpOn;

    @SuppressWarnings("NullAway.Init")
    protected StudyAttendance() {}

    StudyAttendance(StudySession session, Member member, boolean present) {
        this.session = session;
        this.branchId = session.getBranchId();
        this.member = member;
        this.present = present;
        this.makeUp = present ? null : firstState();
    }

    /** Nothing is asked of those who cannot move; everybody else makes up (domain 2.9). */
    private MakeUpState firstState() {
        return member.getFlags().contains(MemberFlag.CARE) ? MakeUpState.WAIVED : MakeUpState.OPEN;
    }

    void was(boolean there) {
        if (there == present) {
            return;
        }
        this.present = there;
        this.makeUp = there ? null : firstState();
        this.way = null;
        this.madeUpOn = null;
    }

    /**
     * He has made up for it.
     *
     * @param byHimself whether he says so himself; otherwise he is asked to confirm it
     * @throws RuleViolationException {@code study.was-there} if there is nothing to make up for, {@code study.in-future}
     *     for a day after today, {@code study.before-session} for one before the session
     */
    void madeUp(MakeUpWay how, LocalDate on, boolean byHimself, LocalDate today) {
        requireAbsent();
        if (on.isAfter(today)) {
            throw new RuleViolationException("study.in-future");
        }
        if (on.isBefore(session.getHeldOn())) {
            throw new RuleViolationException("study.before-session");
        }
        this.way = how;
        this.madeUpOn = on;
        this.makeUp = byHimself ? MakeUpState.CONFIRMED : MakeUpState.DONE;
    }

    /** He says that he has, as the branch wrote down. */
    void confirm() {
        if (makeUp == MakeUpState.DONE) {
            this.makeUp = MakeUpState.CONFIRMED;
        }
    }

    /** Nothing is asked of him. */
    void waive() {
        requireAbsent();
        this.makeUp = MakeUpState.WAIVED;
        this.way = null;
        this.madeUpOn = null;
    }

    /** He has to make up after all. */
    void ask() {
        requireAbsent();
        this.makeUp = MakeUpState.OPEN;
        this.way = null;
        this.madeUpOn = null;
    }

    private void requireAbsent() {
        if (present) {
            throw new RuleViolationException("study.was-there", member.getName());
        }
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public StudySession getSession() {
        return session;
    }

    public Member getMember() {
        return member;
    }

    public boolean isPresent() {
        return present;
    }

    /** Null for whoever was there. */
    public @Nullable MakeUpState getMakeUp() {
        return makeUp;
    }

    public @Nullable MakeUpWay getWay() {
        return way;
    }

    public @Nullable LocalDate getMadeUpOn() {
        return madeUpOn;
    }
}
