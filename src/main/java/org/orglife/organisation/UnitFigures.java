package org.orglife.organisation;

/**
 * Persons enrolled within a unit on the day of asking.
 *
 * @param voters those with a vote (domain 1.3)
 * @param expected those who are expected at meetings
 * @param withoutGroup those who belong to no group of their branch
 */
public record UnitFigures(
        long members,
        long fullMembers,
        long probationary,
        long voters,
        long expected,
        long leaders,
        long retired,
        long mobile,
        long care,
        long abroad,
        long withoutGroup) {}
