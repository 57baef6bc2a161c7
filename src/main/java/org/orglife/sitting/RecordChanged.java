package org.orglife.sitting;

/** Who was at a meeting, or when it was, was corrected after its end. Published in the transaction that corrects it. */
public record RecordChanged(long meetingId, long taskId) {}
