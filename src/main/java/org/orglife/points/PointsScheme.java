package org.orglife.points;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Hibernate;
import org.jspecify.annotations.Nullable;
import org.orglife.shared.RuleViolationException;

/** 积分办法 of a branch for a year: what points are given for, who enters them, whom nothing is counted for. */
@Entity
public class PointsScheme {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @Column(updatable = false)
    private Long branchId;

    @Column(updatable = false)
    private int year;

    private int base;
    private @Nullable Integer cap;

    @Enumerated(EnumType.STRING)
    private PointsPeriod period;

    private @Nullable LocalDate announcedOn;
    private @Nullable LocalDate endedOn;

    @OneToMany(mappedBy = "scheme", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<PointsItem> items = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "points_registrar", joinColumns = @JoinColumn(name = "scheme_id"))
    private Set<Registrar> registrars = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "points_exemption", joinColumns = @JoinColumn(name = "scheme_id"))
    private Set<Exemption> exemptions = new HashSet<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected PointsScheme() {}

    @SuppressWarnings("NullAway.Init") // take sets the rest
    PointsScheme(long branchId, WriteScheme words) {
        this.branchId = branchId;
        this.year = words.year();
        take(words);
    }

    /** The same without its items, which a change drops first: the place of an item is unique. */
    final void take(WriteScheme words) {
        if (announcedOn != null) {
            throw new RuleViolationException("points.scheme.announced");
        }
        this.base = words.base();
        this.cap = words.cap();
        this.period = words.period();
    }

    void dropItems() {
        items.clear();
    }

    void addItems(List<WriteScheme.Item> words) {
        if (words.isEmpty()) {
            throw new RuleViolationException("points.scheme.no-items");
        }
        words.forEach(item -> items.add(new PointsItem(this, items.size() + 1, item)));
    }

    /** Who enters points and whom nothing is counted for; at any time. */
    void settle(Set<Long> entering, Map<Long, ExemptReason> exempt) {
        requireRunning();
        registrars.removeIf(one -> !entering.contains(one.memberId()));
        entering.forEach(member -> registrars.add(new Registrar(branchId, member)));
        Set<Exemption> wanted = exempt.entrySet().stream()
                .map(one -> new Exemption(branchId, one.getKey(), one.getValue()))
                .collect(Collectors.toSet());
        exemptions.removeIf(one -> !wanted.contains(one));
        exemptions.addAll(wanted);
    }

    /**
     * The branch was told of it: entries begin, and its items stay as they are.
     *
     * @throws RuleViolationException {@code points.scheme.no-registrar}, {@code points.scheme.announced}, {@code
     *     points.scheme.future}
     */
    void announce(LocalDate on, LocalDate today) {
        if (announcedOn != null) {
            throw new RuleViolationException("points.scheme.announced");
        }
        if (registrars.isEmpty()) {
            throw new RuleViolationException("points.scheme.no-registrar");
        }
        if (on.isAfter(today)) {
            throw new RuleViolationException("points.scheme.future");
        }
        this.announcedOn = on;
    }

    /** Nothing more is entered. */
    void end(LocalDate today) {
        requireRunning();
        if (announcedOn == null) {
            throw new RuleViolationException("points.scheme.not-announced");
        }
        this.endedOn = today;
    }

    private void requireRunning() {
        if (endedOn != null) {
            throw new RuleViolationException("points.scheme.ended");
        }
    }

    /** Whether entries may be made. */
    public boolean isRunning() {
        return announcedOn != null && endedOn == null;
    }

    public boolean isRegistrar(@Nullable Long member) {
        return member != null
                && registrars.stream().anyMatch(one -> one.memberId().equals(member));
    }

    /** Why nothing is counted for somebody; null if something is. */
    public @Nullable ExemptReason exemption(long member) {
        return exemptions.stream()
                .filter(one -> one.memberId() == member)
                .map(Exemption::reason)
                .findFirst()
                .orElse(null);
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Long getBranchId() {
        return branchId;
    }

    public int getYear() {
        return year;
    }

    public int getBase() {
        return base;
    }

    public @Nullable Integer getCap() {
        return cap;
    }

    public PointsPeriod getPeriod() {
        return period;
    }

    /** Null as long as the branch was not told of it. */
    public @Nullable LocalDate getAnnouncedOn() {
        return announcedOn;
    }

    public @Nullable LocalDate getEndedOn() {
        return endedOn;
    }

    public List<PointsItem> getItems() {
        return List.copyOf(items);
    }

    /** Members who enter points. */
    public Set<Long> getRegistrars() {
        return registrars.stream().map(Registrar::memberId).collect(Collectors.toSet());
    }

    /** Fetched within a transaction, for a page that comes after it. */
    PointsScheme loaded() {
        Hibernate.initialize(items);
        Hibernate.initialize(registrars);
        Hibernate.initialize(exemptions);
        return this;
    }

    public long getVersion() {
        return version;
    }
}
