package org.orglife.campaign;

/** A branch has reported to its superior. Published in the transaction in which it does. */
public record TaskReported(long taskId) {}
