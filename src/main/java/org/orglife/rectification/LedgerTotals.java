package org.orglife.rectification;

/**
 * Counts of exactly the rows that a filter shows: problems, measures and persons.
 *
 * @param working problems being worked on: neither closed, nor handed in, nor void
 * @param overdue problems of which a measure is past its date
 * @param matching measures that meet the filter themselves, as the list of measures shows them
 * @param owners persons who answer for one of those
 */
public record LedgerTotals(
        long problems,
        long measures,
        long matching,
        long closed,
        long submitted,
        long working,
        long voided,
        long overdue,
        long owners) {}
