package org.orglife.opinion;

/**
 * Opinions of a task that wait for those who work with them.
 *
 * @param campaign its title
 * @param toMerge opinions under no point yet
 * @param toDecide points of which it is not decided what becomes of them
 */
public record WaitingOpinions(long taskId, String campaign, int toMerge, int toDecide) {}
