package org.orglife.talk;

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
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orglife.campaign.BranchTask;
import org.orglife.organisation.Member;
import org.orglife.shared.LateEntry;
import org.orglife.shared.RuleViolationException;

/**
 * 谈心谈话: one person has talked with one or several others (BR-64). That it took place, on which day and how, is all
 * that is asked for; words are optional (BR-65) and sealed.
 */
@Entity
public class Talk {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "task_id", updatable = false)
    private BranchTask task;

    private LocalDate heldOn;

    @Enumerated(EnumType.STRING)
    private TalkMedium medium;

    @Enumerated(EnumType.STRING)
    private PairKind pairKind;

    @Column(updatable = false)
    private int partners;

    @SuppressWarnings("NullAway") // ErrorProne's NullAway does not read @Nullable on array types of fields
    private byte @Nullable [] textSealed;

    @Column(updatable = false)
    private LocalDate recordedOn;

    @Column(updatable = false)
    private @Nullable Long recordedBy;

    @SuppressWarnings("NullAway") // as above
    @Column(updatable = false)
    private byte @Nullable [] sourceSealed;

    private @Nullable Instant withdrawnAt;

    @OneToMany(mappedBy = "talk", cascade = CascadeType.ALL)
    private List<TalkParticipant> participants = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Talk() {}

    /**
     * A talk is recorded.
     *
     * @param facts a day not after the day of recording
     * @param people who took part: the convener first, then those he talked with
     * @param recordedBy account that recorded it; null where it came with a workbook
     * @param sourceSealed the row of that workbook; null where it was recorded here
     * @throws RuleViolationException {@code talk.no-partner} if nobody was talked with, {@code talk.with-oneself} if
     *     somebody stands on both sides, {@code talk.in-future} if the day is still to come
     */
    @SuppressWarnings("NullAway.Init")
    Talk(
            BranchTask task,
            Facts facts,
            List<Participant> people,
            LocalDate recordedOn,
            @Nullable Long recordedBy,
            byte @Nullable [] sourceSealed) {
        if (people.size() < 2) {
            throw new RuleViolationException("talk.no-partner");
        }
        Set<Long> different = new HashSet<>();
        people.forEach(one -> different.add(one.memberId()));
        if (different.size() < people.size()) {
            throw new RuleViolationException("talk.with-oneself");
        }
        this.task = task;
        this.branchId = task.getBranch().getId();
        this.partners = people.size() - 1;
        this.recordedOn = recordedOn;
        this.recordedBy = recordedBy;
        this.sourceSealed = sourceSealed;
        for (Participant one : people) {
            participants.add(new TalkParticipant(this, one.member(), participants.isEmpty(), one.capacity()));
        }
        this.pairKind = derived();
        take(facts, recordedOn);
    }

    /**
     * When and how it was held.
     *
     * @param pairKind null to have it derived from the seats on that day
     */
    public record Facts(
            LocalDate heldOn, TalkMedium medium, @Nullable PairKind pairKind) {}

    /** Somebody who takes part, with what he was on that day. */
    record Participant(long memberId, Member member, Capacity capacity) {}

    private void take(Facts facts, LocalDate today) {
        if (facts.heldOn().isAfter(today)) {
            throw new RuleViolationException("talk.in-future");
        }
        this.heldOn = facts.heldOn();
        this.medium = facts.medium();
        this.pairKind = facts.pairKind() == null ? derived() : facts.pairKind();
    }

    private PairKind derived() {
        return PairKind.of(
                convener().getCapacity(),
                partners().stream().map(TalkParticipant::getCapacity).toList());
    }

    /**
     * Corrects when and how it was held. Whoever has confirmed something else is asked again, but for the one who
     * corrects it.
     *
     * @param capacities what everybody was on the new day, by member
     * @throws RuleViolationException {@code talk.in-future} as for a new one, {@code talk.withdrawn} if it was withdrawn
     */
    void correct(Facts facts, Map<Long, Capacity> capacities, @Nullable Long byMember, LocalDate today) {
        requireStanding();
        boolean other = !facts.heldOn().equals(heldOn) || facts.medium() != medium;
        if (!facts.heldOn().equals(heldOn)) {
            participants.forEach(one ->
                    one.tookPartAs(capacities.getOrDefault(one.getMember().getId(), one.getCapacity())));
        }
        take(facts, heldOn.isAfter(today) ? heldOn : today);
        if (other) {
            participants.stream()
                    .filter(one -> !one.getMember().getId().equals(byMember))
                    .forEach(TalkParticipant::ask);
        }
    }

    /** Keeps, replaces or removes what was written about it. */
    void write(byte @Nullable [] sealed) {
        requireStanding();
        this.textSealed = sealed;
    }

    /** One of those who took part says that it did take place. */
    void confirm(long memberId, LocalDate on) {
        requireStanding();
        of(memberId).ifPresent(one -> one.confirm(on));
    }

    /** It did not take place, or was recorded by mistake: it counts no more, and its words are gone. */
    void withdraw(Instant at) {
        if (withdrawnAt == null) {
            this.withdrawnAt = at;
            this.textSealed = null;
        }
    }

    private void requireStanding() {
        if (withdrawnAt != null) {
            throw new RuleViolationException("talk.withdrawn");
        }
    }

    private TalkParticipant convener() {
        return participants.stream()
                .filter(TalkParticipant::isConvener)
                .findFirst()
                .orElseThrow();
    }

    private List<TalkParticipant> partners() {
        return participants.stream().filter(one -> !one.isConvener()).toList();
    }

    Optional<TalkParticipant> of(@Nullable Long memberId) {
        return participants.stream()
                .filter(one -> one.getMember().getId().equals(memberId))
                .findFirst();
    }

    /** Entered more than 7 days after it took place (补录). */
    public boolean isLate() {
        return LateEntry.isLate(heldOn, recordedOn);
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

    public LocalDate getHeldOn() {
        return heldOn;
    }

    public TalkMedium getMedium() {
        return medium;
    }

    public PairKind getPairKind() {
        return pairKind;
    }

    /** Number of persons talked with. */
    public int getPartners() {
        return partners;
    }

    /** Those who took part, the convener first. */
    public List<TalkParticipant> getParticipants() {
        List<TalkParticipant> ordered = new ArrayList<>(List.of(convener()));
        ordered.addAll(partners());
        return ordered;
    }

    byte @Nullable [] getTextSealed() {
        return textSealed;
    }

    byte @Nullable [] getSourceSealed() {
        return sourceSealed;
    }

    public LocalDate getRecordedOn() {
        return recordedOn;
    }

    /** Account that recorded it; null where it came with a workbook. */
    public @Nullable Long getRecordedBy() {
        return recordedBy;
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    public long getVersion() {
        return version;
    }
}
