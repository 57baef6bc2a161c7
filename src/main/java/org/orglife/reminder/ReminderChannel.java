package org.orglife.reminder;

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
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.orglife.organisation.OrgUnit;

/** Where a unit is told of what is late below it: numbers only. */
@Entity
public class ReminderChannel {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "unit_id", updatable = false)
    private OrgUnit unit;

    @Enumerated(EnumType.STRING)
    private ChannelKind kind;

    private String name;

    @Column(updatable = false)
    private byte[] addressSealed;

    private @Nullable LocalDate toldOn;

    @Enumerated(EnumType.STRING)
    private @Nullable ChannelOutcome outcome;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected ReminderChannel() {}

    ReminderChannel(OrgUnit unit, ChannelKind kind, String name, byte[] addressSealed) {
        this.unit = unit;
        this.kind = kind;
        this.name = name;
        this.addressSealed = addressSealed;
    }

    /** Takes the day for itself: whoever comes second to it fails by the version. */
    void begin(LocalDate today) {
        this.toldOn = today;
        this.outcome = ChannelOutcome.FAILED;
    }

    void sent() {
        this.outcome = ChannelOutcome.SENT;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public OrgUnit getUnit() {
        return unit;
    }

    public ChannelKind getKind() {
        return kind;
    }

    /** What the unit calls it, such as 支部工作群. */
    public String getName() {
        return name;
    }

    byte[] getAddressSealed() {
        return addressSealed;
    }

    /** The day of the last message; null before the first. */
    public @Nullable LocalDate getToldOn() {
        return toldOn;
    }

    public @Nullable ChannelOutcome getOutcome() {
        return outcome;
    }
}
