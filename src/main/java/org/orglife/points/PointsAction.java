package org.orglife.points;

import org.orglife.audit.AuditAction;

/** What the trail tells of points. */
public enum PointsAction implements AuditAction {
    /** A scheme was written or changed. */
    SCHEME_WRITTEN,
    /** Registrars and exemptions were settled. */
    PEOPLE_SETTLED,
    /** The branch was told of the scheme. */
    SCHEME_ANNOUNCED,
    /** The scheme is over. */
    SCHEME_ENDED,
    /** Points were entered. */
    ENTERED,
    /** An entry was taken back by a counter-entry. */
    COUNTERED
}
