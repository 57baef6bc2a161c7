package org.orglife.points;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** What points are given for. */
@Entity
public class PointsItem {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "scheme_id", updatable = false)
    private PointsScheme scheme;

    @Column(updatable = false)
    private Long branchId;

    private int position;
    private String name;
    private int points;
    private @Nullable Integer most;

    @SuppressWarnings("NullAway.Init")
    protected PointsItem() {}

    PointsItem(PointsScheme scheme, int position, WriteScheme.Item item) {
        this.scheme = scheme;
        this.branchId = scheme.getBranchId();
        this.position = position;
        this.name = item.name();
        this.points = item.points();
        this.most = item.most();
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public PointsScheme getScheme() {
        return scheme;
    }

    public Long getBranchId() {
        return branchId;
    }

    /** From 1. */
    public int getPosition() {
        return position;
    }

    public String getName() {
        return name;
    }

    public int getPoints() {
        return points;
    }

    /** Null for no limit. */
    public @Nullable Integer getMost() {
        return most;
    }
}
