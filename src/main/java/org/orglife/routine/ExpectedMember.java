package org.orglife.routine;

/**
 * Somebody who is expected at a meeting.
 *
 * @param initials of the name, for finding him by typing
 * @param leader whether he attends as a leader among ordinary members
 * @param care whether nothing is asked of him
 * @param votes whether he has a vote
 */
public record ExpectedMember(long id, String name, String initials, boolean leader, boolean care, boolean votes) {}
