package org.orglife.organisation;

/** A unit to choose. */
public record UnitChoice(long id, String name) {}
