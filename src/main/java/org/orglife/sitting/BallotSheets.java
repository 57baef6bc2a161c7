package org.orglife.sitting;

/**
 * Sheets of one round of a ballot, counted by the teller and confirmed by the scrutineer.
 *
 * @param issued given out
 * @param returned taken back
 * @param invalid of these, those that do not count
 */
public record BallotSheets(String scrutineer, String teller, int issued, int returned, int invalid) {}
