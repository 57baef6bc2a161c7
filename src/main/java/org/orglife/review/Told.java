package org.orglife.review;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/** That a member was told his grade, when, by which member, and how (BR-51). */
@Embeddable
public record Told(
        LocalDate fedBackOn,
        Long fedBackBy,
        @Enumerated(EnumType.STRING) FeedbackWay feedbackWay) {}
