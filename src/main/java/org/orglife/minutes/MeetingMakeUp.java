package org.orglife.minutes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.RuleViolationException;
import org.orglife.sitting.HeldMeeting;
import org.orglife.study.MakeUpState;

/** 补课: somebody was at no sitting of a meeting and makes up for it. */
@Entity
public class MeetingMakeUp {

    /** Days after the meeting (domain 2.8). */
    private static final int DAYS = 15;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long meetingId;

    @Column(updatable = false)
    private Long memberId;

    @Enumerated(EnumType.STRING)
    private MakeUpState state;

    @Enumerated(EnumType.STRING)
    private @Nullable MakeUpWay way;

    private @Nullable LocalDate madeUpOn;
    private LocalDate dueOn;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected MeetingMakeUp() {}

    /** @param care whether nothing is asked of him: old, ill or far away */
    MeetingMakeUp(HeldMeeting held, long memberId, boolean care) {
        this.meetingId = held.getId();
        this.branchId = held.getBranchId();
        this.memberId = memberId;
        this.state = care ? MakeUpState.WAIVED : MakeUpState.OPEN;
        this.dueOn = held.getHeldOn().plusDays(DAYS);
    }

    /** The true day of the meeting became known. */
    void follow(HeldMeeting held) {
        this.dueOn = held.getHeldOn().plusDays(DAYS);
    }

    /**
     * He has made up for it.
     *
     * @param byHimself whether he says so himself; otherwise he is asked to confirm it
     * @throws RuleViolationException {@code minutes.makeUp.future} for a day after today, {@code minutes.makeUp.before} for
     *     one before the meeting, unless he had written what he had to say
     */
    void madeUp(MakeUpWay how, LocalDate on, boolean byHimself, LocalDate heldOn, LocalDate today) {
        if (on.isAfter(today)) {
            throw new RuleViolationException("minutes.makeUp.future");
        }
        if (on.isBefore(heldOn) && how != MakeUpWay.WRITTEN_STATEMENT) {
            throw new RuleViolationException("minutes.makeUp.before");
        }
        this.way = how;
        this.madeUpOn = on;
        this.state = byHimself ? MakeUpState.CONFIRMED : MakeUpState.DONE;
    }

    /** He says that he has, as the branch wrote down. */
    void confirm() {
        if (state == MakeUpState.DONE) {
            this.state = MakeUpState.CONFIRMED;
        }
    }

    /** Nothing is asked of him. */
    void waive() {
        again(MakeUpState.WAIVED);
    }

    /** He has to make up after all. */
    void ask() {
        again(MakeUpState.OPEN);
    }

    private void again(MakeUpState next) {
        this.state = next;
        this.way = null;
        this.madeUpOn = null;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public Long getMeetingId() {
        return meetingId;
    }

    public Long getMemberId() {
        return memberId;
    }

    public MakeUpState getState() {
        return state;
    }

    public @Nullable MakeUpWay getWay() {
        return way;
    }

    public @Nullable LocalDate getMadeUpOn() {
        return madeUpOn;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public long getVersion() {
        return version;
    }
}
