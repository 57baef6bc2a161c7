package org.orglife.campaign;

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
import org.jspecify.annotations.Nullable;

/** 对照方面: one of the aspects against which problems are looked for. */
@Entity
public class Aspect {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "campaign_id", updatable = false)
    private Campaign campaign;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private AspectSubject subject;

    private int position;
    private String title;
    private @Nullable String guidingQuestions;

    @SuppressWarnings("NullAway.Init")
    protected Aspect() {}

    Aspect(Campaign campaign, AspectSubject subject, int position, NamedAspect aspect) {
        this.campaign = campaign;
        this.subject = subject;
        this.position = position;
        this.title = aspect.title();
        this.guidingQuestions = aspect.guidingQuestions();
    }

    void place(int newPosition, @Nullable String questions) {
        this.position = newPosition;
        this.guidingQuestions = questions;
    }

    @SuppressWarnings("NullAway") // set by Hibernate before anybody gets hold of the entity
    public Long getId() {
        return id;
    }

    public Campaign getCampaign() {
        return campaign;
    }

    public AspectSubject getSubject() {
        return subject;
    }

    public int getPosition() {
        return position;
    }

    public String getTitle() {
        return title;
    }

    public @Nullable String getGuidingQuestions() {
        return guidingQuestions;
    }
}
