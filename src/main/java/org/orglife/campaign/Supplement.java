package org.orglife.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 补充通知: what an office adds to a campaign after it has been issued; never changed, never taken back. */
@Entity
public class Supplement {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "campaign_id", updatable = false)
    private Campaign campaign;

    private String title;
    private String body;
    private Instant issuedAt;
    private Long issuedBy;

    @SuppressWarnings("NullAway.Init")
    protected Supplement() {}

    Supplement(Campaign campaign, String title, String body, long issuedBy, Instant issuedAt) {
        this.campaign = campaign;
        this.title = title;
        this.body = body;
        this.issuedBy = issuedBy;
        this.issuedAt = issuedAt;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Campaign getCampaign() {
        return campaign;
    }

    public String getTitle() {
        return title;
    }

    public String getBody() {
        return body;
    }

    public Instant getIssuedAt() {
        return issuedAt;
    }

    public Long getIssuedBy() {
        return issuedBy;
    }
}
