package org.orglife.points;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A line of a passbook; it is never changed, only taken back by another one. */
@Entity
@Immutable
public class PointsEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    private Long branchId;
    private Long schemeId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "item_id")
    private PointsItem item;

    private Long memberId;
    private int points;
    private LocalDate onDay;
    private @Nullable String note;
    private Long registrarId;
    private String registrarName;
    private Instant recordedAt;
    private @Nullable Long countersId;

    @SuppressWarnings("NullAway.Init")
    protected PointsEntry() {}

    /** Points of an item for a member. */
    PointsEntry(PointsItem item, long memberId, LocalDate onDay, @Nullable String note, PointsBook.By by) {
        this.branchId = item.getBranchId();
        this.schemeId = item.getScheme().getId();
        this.item = item;
        this.memberId = memberId;
        this.points = item.getPoints();
        this.onDay = onDay;
        this.note = note;
        this.registrarId = by.member();
        this.registrarName = by.name();
        this.recordedAt = by.at();
    }

    /** What takes it back, on the same day, so that its period counts neither. */
    PointsEntry counter(String reason, PointsBook.By by) {
        PointsEntry counter = new PointsEntry(item, memberId, onDay, reason, by);
        counter.points = -points;
        counter.countersId = id;
        return counter;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public Long getSchemeId() {
        return schemeId;
    }

    public PointsItem getItem() {
        return item;
    }

    public Long getMemberId() {
        return memberId;
    }

    /** Never 0. */
    public int getPoints() {
        return points;
    }

    public LocalDate getOnDay() {
        return onDay;
    }

    public @Nullable String getNote() {
        return note;
    }

    /** The member who entered it. */
    public Long getRegistrarId() {
        return registrarId;
    }

    public String getRegistrarName() {
        return registrarName;
    }

    public Instant getRecordedAt() {
        return recordedAt;
    }

    /** Whether it takes another one back. */
    public boolean isCounter() {
        return countersId != null;
    }
}
