package org.orglife.organisation;

/** A subtree hangs in another place: all paths below the unit have changed. */
public record UnitMoved(long unitId) {}
