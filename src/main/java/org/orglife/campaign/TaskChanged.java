package org.orglife.campaign;

/** Something that is counted has changed in a branch task. Published in the transaction that changes it. */
public record TaskChanged(long taskId) {}
