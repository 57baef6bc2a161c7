package org.orglife.reminder;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 督办记录: what was done about a late item, never changed. */
@Entity
public class OverdueAction {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private Long itemId;

    @Enumerated(EnumType.STRING)
    private OverdueActionKind kind;

    private LocalDate heldOn;
    private @Nullable String text;
    private String actorName;
    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected OverdueAction() {}

    OverdueAction(
            long itemId,
            long branchId,
            OverdueActionKind kind,
            LocalDate heldOn,
            @Nullable String text,
            String actorName,
            Instant at) {
        this.itemId = itemId;
        this.branchId = branchId;
        this.kind = kind;
        this.heldOn = heldOn;
        this.text = text;
        this.actorName = actorName;
        this.at = at;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getItemId() {
        return itemId;
    }

    public Long getBranchId() {
        return branchId;
    }

    public OverdueActionKind getKind() {
        return kind;
    }

    public LocalDate getHeldOn() {
        return heldOn;
    }

    public @Nullable String getText() {
        return text;
    }

    public String getActorName() {
        return actorName;
    }

    public Instant getAt() {
        return at;
    }
}
