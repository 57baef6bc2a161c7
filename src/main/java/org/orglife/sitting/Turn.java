package org.orglife.sitting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.PositionKind;

/** The turn of one member in the round of criticism and self-criticism. */
@Entity
public class Turn {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long itemId;

    private int position;

    @Column(updatable = false)
    private Long memberId;

    @Column(updatable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private @Nullable PositionKind seat;

    @Enumerated(EnumType.STRING)
    private TurnStage stage;

    private @Nullable String skipReason;

    @SuppressWarnings("NullAway") // ErrorProne's NullAway does not read @Nullable on array types of fields
    private byte @Nullable [] selfCriticismSealed;

    @SuppressWarnings("NullAway") // as above
    private byte @Nullable [] responseSealed;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Turn() {}

    Turn(AgendaItem item, int position, long memberId, String name, @Nullable PositionKind seat) {
        this.itemId = item.getId();
        this.branchId = item.getBranchId();
        this.position = position;
        this.memberId = memberId;
        this.name = name;
        this.seat = seat;
        this.stage = TurnStage.WAITING;
    }

    void place(int at) {
        this.position = at;
    }

    void reach(TurnStage newStage) {
        this.stage = newStage;
        this.skipReason = null;
    }

    /** He does not speak, for a reason. */
    void skip(String reason) {
        this.stage = TurnStage.SKIPPED;
        this.skipReason = reason;
    }

    @SuppressWarnings("NullAway") // as above
    void writeSelfCriticism(byte @Nullable [] sealed) {
        this.selfCriticismSealed = sealed;
    }

    @SuppressWarnings("NullAway") // as above
    void writeResponse(byte @Nullable [] sealed) {
        this.responseSealed = sealed;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public Long getItemId() {
        return itemId;
    }

    public int getPosition() {
        return position;
    }

    public Long getMemberId() {
        return memberId;
    }

    public String getName() {
        return name;
    }

    public @Nullable PositionKind getSeat() {
        return seat;
    }

    public TurnStage getStage() {
        return stage;
    }

    public @Nullable String getSkipReason() {
        return skipReason;
    }

    @SuppressWarnings("NullAway") // as above
    byte @Nullable [] getSelfCriticismSealed() {
        return selfCriticismSealed;
    }

    @SuppressWarnings("NullAway") // as above
    byte @Nullable [] getResponseSealed() {
        return responseSealed;
    }

    public long getVersion() {
        return version;
    }
}
