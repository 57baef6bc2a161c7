package org.orglife.campaign;

/**
 * A branch that has something of a notice still to read.
 *
 * @param parts how many of the notice and its supplements it has not confirmed; at least 1
 */
public record UnreadNotice(long taskId, long campaignId, String campaign, String branch, int parts) {}
