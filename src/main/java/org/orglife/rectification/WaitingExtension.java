package org.orglife.rectification;

import java.time.LocalDate;

/**
 * Later dates that are asked for in a campaign and that the caller decides on.
 *
 * @param requests how many measures, 1 or more
 * @param item one of their items
 * @param dueOn the earliest of their present dates
 */
public record WaitingExtension(long campaignId, String campaign, long requests, long item, LocalDate dueOn) {}
