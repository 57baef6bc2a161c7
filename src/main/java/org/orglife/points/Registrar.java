package org.orglife.points;

import jakarta.persistence.Embeddable;

/** A member who enters points. */
@Embeddable
record Registrar(Long branchId, Long memberId) {}
