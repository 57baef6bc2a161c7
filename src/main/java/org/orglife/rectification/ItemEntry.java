package org.orglife.rectification;

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
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.Labelled;

/** A line of an item's history (经过): never changed, never removed. */
@Entity
public class ItemEntry {

    /** What happened. */
    public enum Kind implements Labelled {
        /** Came with a ledger kept elsewhere. */
        IMPORTED,
        /** The problem was owned up to. */
        CLAIMED,
        /** The first measures were set. */
        PLANNED,
        /** An owner reported progress. */
        PROGRESS,
        /** A measure was done. */
        MEASURE_DONE,
        /** A long-term measure showed a result. */
        STAGE,
        /** A measure turned out not to be done. */
        MEASURE_REOPENED,
        /** 交账. */
        SUBMITTED,
        /** A hand-in was taken back. */
        TAKEN_BACK,
        /** 退回. */
        RETURNED,
        /** 查账通过. */
        VERIFIED,
        /** 销号. */
        CLOSED,
        /** 复号. */
        REOPENED,
        /** 撤销. */
        WITHDRAWN,
        /** 合并. */
        MERGED,
        /** Another item was merged into it. */
        MERGED_IN,
        /** 移交. */
        TRANSFERRED,
        /** Another branch had it before. */
        TRANSFERRED_IN,
        /** 申请延期. */
        EXTENSION_ASKED,
        /** The owner took that back. */
        EXTENSION_DROPPED,
        /** 同意延期. */
        EXTENSION_GRANTED,
        /** 不同意延期. */
        EXTENSION_REFUSED,
        /** The problem was written anew. */
        PROBLEM_EDITED,
        /** A measure was added. */
        MEASURE_ADDED,
        /** A measure was planned anew. */
        MEASURE_EDITED,
        /** A measure was dropped. */
        MEASURE_REMOVED,
        /** A later version of the ledger it came from changed it. */
        IMPORT_CHANGED,
        /** 回头看: it was looked at again after it had been struck off. */
        LOOKED_AT;

        @Override
        public String labelKey() {
            return "rectification.entry." + name();
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "item_id", updatable = false)
    private RectificationItem item;

    @Column(updatable = false)
    private Long branchId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Enumerated(EnumType.STRING)
    private @Nullable ItemState fromState;

    @Enumerated(EnumType.STRING)
    private @Nullable ItemState toState;

    private @Nullable Integer measureNumber;
    private @Nullable String text;
    private LocalDate happenedOn;
    private Instant at;
    private @Nullable Long accountId;
    private String actorName;

    @SuppressWarnings("NullAway.Init")
    protected ItemEntry() {}

    /**
     * A line.
     *
     * @param from state before; the state after is the item's present one
     * @param text what the actor wrote about it
     * @param happenedOn the day it is about, which may lie before the day it was entered
     */
    ItemEntry(
            RectificationItem item,
            Kind kind,
            @Nullable ItemState from,
            @Nullable Integer measureNumber,
            @Nullable String text,
            LocalDate happenedOn,
            Signature signature) {
        this.item = item;
        this.branchId = item.getBranchId();
        this.kind = kind;
        this.fromState = from;
        this.toState = item.getState();
        this.measureNumber = measureNumber;
        this.text = text;
        this.happenedOn = happenedOn;
        this.at = signature.at();
        this.accountId = signature.accountId();
        this.actorName = signature.name();
    }

    /** Who wrote a line, and when. */
    record Signature(@Nullable Long accountId, String name, Instant at) {}

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Kind getKind() {
        return kind;
    }

    public @Nullable ItemState getFromState() {
        return fromState;
    }

    public @Nullable ItemState getToState() {
        return toState;
    }

    public @Nullable Integer getMeasureNumber() {
        return measureNumber;
    }

    public @Nullable String getText() {
        return text;
    }

    public LocalDate getHappenedOn() {
        return happenedOn;
    }

    public Instant getAt() {
        return at;
    }

    public @Nullable Long getAccountId() {
        return accountId;
    }

    public String getActorName() {
        return actorName;
    }

    public RectificationItem getItem() {
        return item;
    }

    public Long getBranchId() {
        return branchId;
    }
}
