package org.orglife.sitting;

/** A meeting is over. Published in the transaction in which it ends. */
public record MeetingEnded(long meetingId, long taskId) {}
