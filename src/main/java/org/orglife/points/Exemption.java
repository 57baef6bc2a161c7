package org.orglife.points;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A member for whom nothing is counted. */
@Embeddable
record Exemption(
        Long branchId,
        Long memberId,
        @Enumerated(EnumType.STRING) ExemptReason reason) {}
