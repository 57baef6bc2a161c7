package org.orglife.organisation;

/** The members of a branch are no longer those they were: somebody came, left or moved. */
public record MembershipChanged(long branchId) {}
